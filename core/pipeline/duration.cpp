// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/duration.h"

#include <array>
#include <cstdint>
#include <limits>

namespace sluice {

namespace {

struct Unit
{
    QStringView name;
    std::int64_t ns;
};

// The largest first: durationText() takes the first that divides.
constexpr std::array<Unit, 5> units = {{{u"min", 60'000'000'000},
                                        {u"s", 1'000'000'000},
                                        {u"ms", 1'000'000},
                                        {u"us", 1'000},
                                        {u"ns", 1}}};

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

qsizetype digitsAt(QStringView text)
{
    qsizetype count = 0;
    while (count < text.size() && isDigit(text[count]))
        ++count;
    return count;
}

/// \a digits behind a decimal point, in parts of \a whole; nothing if they are finer than that.
std::optional<std::int64_t> fractionOf(QStringView digits, std::int64_t whole)
{
    std::int64_t sum = 0;
    std::int64_t place = whole;
    for (const QChar digit : digits) {
        const int value = digit.unicode() - u'0';
        if (place % 10 != 0 && value != 0)
            return std::nullopt;
        place /= 10;
        sum += value * place;
    }
    return sum;
}

} // namespace

std::optional<std::chrono::nanoseconds> parseDuration(QStringView text)
{
    const qsizetype wholeDigits = digitsAt(text);
    if (wholeDigits == 0)
        return std::nullopt;
    QStringView rest = text.sliced(wholeDigits);
    QStringView decimals;
    if (rest.startsWith(u'.')) {
        decimals = rest.sliced(1).first(digitsAt(rest.sliced(1)));
        if (decimals.isEmpty())
            return std::nullopt;
        rest = rest.sliced(1 + decimals.size());
    }
    for (const Unit &unit : units) {
        if (rest != unit.name)
            continue;
        bool fits = false;
        const std::int64_t whole = text.first(wholeDigits).toLongLong(&fits);
        const auto fraction = fractionOf(decimals, unit.ns);
        if (!fits || !fraction || whole > (largest - *fraction) / unit.ns)
            return std::nullopt;
        return std::chrono::nanoseconds(whole * unit.ns + *fraction);
    }
    return std::nullopt;
}

QString durationText(std::chrono::nanoseconds duration)
{
    const std::int64_t ns = duration.count();
    for (const Unit &unit : units) {
        // "90s" is said, "2min" is read only: files should not change their unit by being saved.
        if (unit.name != u"min" && ns % unit.ns == 0)
            return QString::number(ns / unit.ns) + unit.name;
    }
    return QString::number(ns) + QStringLiteral("ns");
}

} // namespace sluice
