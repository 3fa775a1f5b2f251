// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logfilter.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

// How a filter is read. Each word is looked at by itself, so that each mistake can be shown at its
// place.

namespace sluice::ui {
namespace {

using Field = LogFilter::Field;
using Term = LogFilter::Term;

/// Gives tr() to functions that belong to no class.
struct Filter
{
    Q_DECLARE_TR_FUNCTIONS(LogFilter)
};

struct FieldName
{
    QStringView name;
    Field field;
};

constexpr std::array<FieldName, 10> fieldNames = {{{u"consumer", Field::Consumer},
                                                   {u"who", Field::Consumer},
                                                   {u"thread", Field::Thread},
                                                   {u"value", Field::Value},
                                                   {u"number", Field::Value},
                                                   {u"wait", Field::Wait},
                                                   {u"count", Field::Count},
                                                   {u"time", Field::Time},
                                                   {u"kind", Field::Kind},
                                                   {u"text", Field::Text}}};

struct Unit
{
    QStringView name;
    double ns;
};

constexpr std::array<Unit, 7> units = {{{u"ns", 1},
                                        {u"us", 1e3},
                                        {u"µs", 1e3},
                                        {u"μs", 1e3},
                                        {u"ms", 1e6},
                                        {u"s", 1e9},
                                        {u"min", 60e9}}};

template<class Value>
struct Reading
{
    Value value{};
    QString wrong; ///< empty: value holds
};

/// A word between blanks, without its quotes.
struct Word
{
    qsizetype start = 0;
    qsizetype length = 0;
    QString text;
    qsizetype quoteAt = -1; ///< in text, where the first quote opened; -1: there was none
    bool isOpen = false;    ///< its quote was not closed
};

std::vector<Word> wordsOf(const QString &text)
{
    std::vector<Word> words;
    qsizetype at = 0;
    while (at < text.size()) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        Word word;
        word.start = at;
        for (; at < text.size() && (word.isOpen || !text[at].isSpace()); ++at) {
            if (text[at] != u'"') {
                word.text += text[at];
                continue;
            }
            word.isOpen = !word.isOpen;
            if (word.quoteAt < 0)
                word.quoteAt = word.text.size();
        }
        word.length = at - word.start;
        words.push_back(std::move(word));
    }
    return words;
}

Reading<std::int64_t> readInteger(const QString &text)
{
    bool isFine = false;
    const bool isHex = text.startsWith(QStringLiteral("0x"), Qt::CaseInsensitive);
    const qint64 value = text.toLongLong(&isFine, isHex ? 16 : 10);
    if (isFine)
        return {value, {}};
    return {0, Filter::tr("“%1” is not a whole number; for words write text:%1").arg(text)};
}

enum class UnitIs : unsigned char { Needed, Seconds };

Reading<std::int64_t> readTime(const QString &text, UnitIs unitIs)
{
    qsizetype digits = text.size();
    while (digits > 0 && !text[digits - 1].isDigit())
        --digits;
    bool isFine = false;
    const double number = text.first(digits).toDouble(&isFine);
    const QString unitName = text.sliced(digits);
    if (!isFine || number < 0)
        return {0, Filter::tr("“%1” is not a time; write one such as 5ms").arg(text)};
    if (unitName.isEmpty() && unitIs == UnitIs::Needed)
        return {0, Filter::tr("“%1” needs a unit: ns, µs, ms or s").arg(text)};
    double ns = 1e9;
    if (!unitName.isEmpty()) {
        const auto unit = std::ranges::find(units, QStringView(unitName), &Unit::name);
        if (unit == units.end())
            return {
                0, Filter::tr("“%1” is not a unit; there are ns, µs, ms, s and min").arg(unitName)};
        ns = unit->ns;
    }
    if (number * ns > 9e18)
        return {0, Filter::tr("“%1” is longer than any log").arg(text)};
    return {static_cast<std::int64_t>(std::llround(number * ns)), {}};
}

Reading<std::int64_t> readNumber(Field field, const QString &text)
{
    if (field == Field::Wait)
        return readTime(text, UnitIs::Needed);
    if (field == Field::Time)
        return readTime(text, UnitIs::Seconds);
    return readInteger(text);
}

/// Reads `100..200`, `100..`, `..200` or `100` into the bounds of \a term; returns what is wrong.
QString readRange(const QString &text, Term &term)
{
    const qsizetype dots = text.indexOf(QStringLiteral(".."));
    const bool isRange = dots >= 0;
    const QString from = isRange ? text.first(dots) : text;
    const QString to = isRange ? text.sliced(dots + 2) : text;
    if (from.isEmpty() && to.isEmpty())
        return Filter::tr("A range needs a beginning or an end, such as 100..200");
    if (!isRange && (term.field == Field::Wait || term.field == Field::Time))
        return Filter::tr("No time is met exactly; write > or <, or a range such as 1ms..5ms");
    if (!from.isEmpty()) {
        const auto [value, wrong] = readNumber(term.field, from);
        if (!wrong.isEmpty())
            return wrong;
        term.least = value;
    }
    if (!to.isEmpty()) {
        const auto [value, wrong] = readNumber(term.field, to);
        if (!wrong.isEmpty())
            return wrong;
        term.most = value;
    }
    if (term.least > term.most)
        return Filter::tr("The range is empty: %1 comes after %2").arg(from, to);
    return {};
}

/// Reads what stands behind `<`, `>`, `<=` or `>=`.
QString readComparison(const QString &comparison, const QString &text, Term &term)
{
    if (text.isEmpty())
        return Filter::tr("A value is missing behind %1").arg(comparison);
    const auto [value, wrong] = readNumber(term.field, text);
    if (!wrong.isEmpty())
        return wrong;
    const bool isStrict = comparison.size() == 1;
    const bool isAbove = comparison.startsWith(u'>');
    if (isStrict
        && value
            == (isAbove ? std::numeric_limits<std::int64_t>::max()
                        : std::numeric_limits<std::int64_t>::min()))
        return Filter::tr("There is nothing beyond %1").arg(text);
    if (isAbove)
        term.least = isStrict ? value + 1 : value;
    else
        term.most = isStrict ? value - 1 : value;
    return {};
}

QString readNames(const QString &text, Term &term)
{
    term.names = text.split(u',', Qt::SkipEmptyParts);
    if (term.names.isEmpty())
        return Filter::tr("A name is missing; write one such as consumer:C1");
    if (term.field != Field::Kind)
        return {};
    for (const QString &name : std::as_const(term.names)) {
        if (!QStringList{QStringLiteral("batch"), QStringLiteral("gap"), QStringLiteral("note")}
                 .contains(name))
            return Filter::tr("“%1” is no kind of row; there are batch, gap and note").arg(name);
    }
    return {};
}

QString readValue(const QString &comparison, const QString &text, Term &term)
{
    const bool isEquality = comparison == QStringLiteral(":") || comparison == QStringLiteral("=");
    switch (term.field) {
    case Field::Consumer:
    case Field::Kind:
    case Field::Text:
        if (!isEquality)
            return Filter::tr("This cannot be larger or smaller; write : instead of %1")
                .arg(comparison);
        if (term.field != Field::Text)
            return readNames(text, term);
        term.text = text;
        return text.isEmpty() ? Filter::tr("A word to look for is missing") : QString();
    default:
        break;
    }
    if (!isEquality)
        return readComparison(comparison, text, term);
    if (text.isEmpty())
        return Filter::tr("A value is missing behind %1").arg(comparison);
    return readRange(text, term);
}

/// Reads one word into \a term; returns what is wrong.
QString readTerm(const Word &word, Term &term)
{
    if (word.isOpen)
        return Filter::tr("A quote is not closed");
    QString text = word.text;
    const bool isQuotedWhole = word.quoteAt == 0;
    if (!isQuotedWhole && text.size() > 1 && text.startsWith(u'-') && !text[1].isDigit()) {
        term.isNegated = true;
        text.remove(0, 1);
    }
    const auto *const operators = ":=<>";
    const auto isOperator = [operators](QChar sign) {
        return QLatin1StringView(operators).contains(sign);
    };
    const auto found = std::ranges::find_if(text, isOperator);
    const qsizetype at = found - text.begin();
    if (isQuotedWhole || found == text.end()) {
        term.text = text;
        bool isInteger = false;
        const qint64 integer = text.toLongLong(&isInteger);
        if (isInteger)
            term.integer = integer;
        return text.isEmpty() ? Filter::tr("A word to look for is missing") : QString();
    }
    if (at == 0)
        return Filter::tr("No blanks around %1: write wait>5ms").arg(text.first(1));
    const QString name = text.first(at).toLower();
    const auto known = std::ranges::find(fieldNames, QStringView(name), &FieldName::name);
    if (known == fieldNames.end()) {
        return Filter::tr(
                   "“%1” is not known; there are consumer, thread, value, wait, count, time, kind "
                   "and text. Put it into quotes to look for it as it stands")
            .arg(name);
    }
    term.field = known->field;
    QString comparison = text.sliced(at, 1);
    if ((comparison == QStringLiteral("<") || comparison == QStringLiteral(">"))
        && text.sliced(at + 1).startsWith(u'='))
        comparison += u'=';
    return readValue(comparison, text.sliced(at + comparison.size()), term);
}

} // namespace

QString consumersAsFilter(const QStringList &names)
{
    const QString all = names.join(u',');
    const bool hasBlank = std::ranges::any_of(all, [](QChar c) { return c.isSpace(); });
    return hasBlank ? QStringLiteral("consumer:\"%1\"").arg(all)
                    : QStringLiteral("consumer:%1").arg(all);
}

ParsedLogFilter parseLogFilter(const QString &text)
{
    std::vector<Term> terms;
    ParsedLogFilter parsed;
    for (const Word &word : wordsOf(text)) {
        Term term;
        QString wrong = readTerm(word, term);
        if (wrong.isEmpty())
            terms.push_back(std::move(term));
        else
            parsed.errors.push_back({word.start, word.length, std::move(wrong)});
    }
    parsed.filter = LogFilter(std::move(terms));
    return parsed;
}

} // namespace sluice::ui
