// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logfilter.h"

#include <algorithm>
#include <utility>

namespace sluice::ui {
namespace {

using Field = LogFilter::Field;
using Term = LogFilter::Term;

/// Whether \a name is \a pattern, in which '*' stands for any number of characters.
bool meetsPattern(QStringView name, QStringView pattern)
{
    const qsizetype star = pattern.indexOf(u'*');
    if (star < 0)
        return name.compare(pattern, Qt::CaseInsensitive) == 0;
    if (!name.startsWith(pattern.first(star), Qt::CaseInsensitive))
        return false;
    for (qsizetype from = star; from <= name.size(); ++from) {
        if (meetsPattern(name.sliced(from), pattern.sliced(star + 1)))
            return true;
    }
    return false;
}

bool meetsAny(const QString &name, const QStringList &patterns)
{
    return std::ranges::any_of(
        patterns, [&name](const QString &pattern) { return meetsPattern(name, pattern); });
}

bool isWithin(std::int64_t value, const Term &term)
{
    return value >= term.least && value <= term.most;
}

bool holdsNumber(const LogRow &row, Integer least, Integer most)
{
    if (row.kind == LogRow::Kind::Sequence)
        return runMeetsRange(row.first, row.step, row.count, least, most);
    if (row.kind != LogRow::Kind::Events || !row.events.holds<Integer>())
        return false;
    return std::ranges::any_of(row.events.as<Integer>(), [least, most](Integer number) {
        return number >= least && number <= most;
    });
}

bool holdsText(const LogRow &row, const Term &term)
{
    if (row.kind == LogRow::Kind::Note)
        return row.text.contains(term.text, Qt::CaseInsensitive);
    if (row.kind == LogRow::Kind::Sequence || row.events.holds<Integer>())
        return term.integer && holdsNumber(row, *term.integer, *term.integer);
    for (EventCount i = 0; i < row.count; ++i) {
        if (QString::fromStdString(row.events.textAt(i)).contains(term.text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

QString kindWord(LogRow::Kind kind)
{
    switch (kind) {
    case LogRow::Kind::Sequence:
    case LogRow::Kind::Events:
        break;
    case LogRow::Kind::Gap:
        return QStringLiteral("gap");
    case LogRow::Kind::Note:
        return QStringLiteral("note");
    }
    return QStringLiteral("batch");
}

/// Whether a row meets a term that is not about its consumer; nothing if nobody knows.
std::optional<bool> meets(const LogRow &row, const Term &term, std::int64_t startNs)
{
    const bool isGap = row.kind == LogRow::Kind::Gap;
    const bool isNote = row.kind == LogRow::Kind::Note;
    switch (term.field) {
    case Field::Consumer:
    case Field::Thread:
        return {};
    case Field::Time:
        return isWithin(row.timeNs - startNs, term);
    case Field::Kind:
        return meetsAny(kindWord(row.kind), term.names);
    default:
        break;
    }
    if (isGap)
        return {};
    switch (term.field) {
    case Field::Value:
        return holdsNumber(row, term.least, term.most);
    case Field::Text:
        return holdsText(row, term);
    case Field::Wait:
        return !isNote && isWithin(row.waitNs, term);
    default:
        return !isNote && isWithin(row.count, term);
    }
}

} // namespace

bool runMeetsRange(Integer first, Integer step, EventCount count, Integer least,
                   Integer most) noexcept
{
    using Wrapping = unsigned long long;
    if (step == 0 || count == 1)
        return first >= least && first <= most;
    Integer ahead = 0;
    Integer last = 0;
    if (__builtin_mul_overflow(step, count - 1, &ahead)
        || __builtin_add_overflow(first, ahead, &last)) {
        // The run goes around the end of the integers; that is rare enough to count.
        for (EventCount i = 0; i < count; ++i) {
            const auto number =
                static_cast<Integer>(static_cast<Wrapping>(first)
                                     + static_cast<Wrapping>(step) * static_cast<Wrapping>(i));
            if (number >= least && number <= most)
                return true;
        }
        return false;
    }
    const Integer lowest = std::min(first, last);
    const Integer highest = std::max(first, last);
    if (lowest > most || highest < least)
        return false;
    if (lowest >= least)
        return true;
    // The first number that is not below the range; it is at most the highest one.
    const Wrapping stride = step > 0 ? static_cast<Wrapping>(step) : -static_cast<Wrapping>(step);
    const Wrapping below = static_cast<Wrapping>(least) - static_cast<Wrapping>(lowest);
    const Wrapping steps = (below + stride - 1) / stride;
    return static_cast<Integer>(static_cast<Wrapping>(lowest) + steps * stride) <= most;
}

LogFilter::LogFilter(std::vector<Term> terms)
    : m_terms(std::move(terms))
{
}

bool LogFilter::acceptsConsumer(const LogConsumer *consumer) const
{
    return std::ranges::all_of(m_terms, [consumer](const Term &term) {
        if (term.field != Field::Consumer && term.field != Field::Thread)
            return true;
        bool isMet = false;
        if (consumer && term.field == Field::Consumer)
            isMet = meetsAny(consumer->name, term.names);
        else if (consumer)
            isMet = isWithin(consumer->thread, term)
                || isWithin(static_cast<std::int64_t>(consumer->osThread), term);
        return isMet != term.isNegated;
    });
}

bool LogFilter::acceptsRow(const LogRow &row, std::int64_t startNs) const
{
    return std::ranges::all_of(m_terms, [&row, startNs](const Term &term) {
        const std::optional<bool> isMet = meets(row, term, startNs);
        return !isMet || *isMet != term.isNegated;
    });
}

} // namespace sluice::ui
