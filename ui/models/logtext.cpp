// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logtext.h"

#include "ui/panels/format.h"

#include <QCoreApplication>
#include <QLocale>

namespace sluice::ui {
namespace {

/// Gives tr() to functions that belong to no class.
struct Log
{
    Q_DECLARE_TR_FUNCTIONS(Log)
};

QString number(Integer value)
{
    return QString::number(value);
}

/// "1 number", "6 000 numbers"
QString numbers(EventCount count)
{
    return count == 1 ? Log::tr("1 number") : Log::tr("%1 numbers").arg(formatCount(count));
}

/// The same of what may be no numbers.
QString events(EventCount count)
{
    return count == 1 ? Log::tr("1 event") : Log::tr("%1 events").arg(formatCount(count));
}

/// What does not fit into a line, or would make two of it, is of no use in a row.
constexpr qsizetype longestText = 400;
constexpr qsizetype longestEnd = 40; ///< of the first and the last one in a row of several

/// An event on one line of at most \a most characters; text in quotes.
QString oneLine(const LogRow &row, EventCount index, qsizetype most)
{
    QString text = QString::fromStdString(row.events.textAt(index));
    if (!row.events.holds<std::string>())
        return text;
    if (text.size() > most)
        text = text.first(most - 1) + u'…';
    text.replace(u'\n', u'⏎').replace(u'\t', u'⇥');
    return Log::tr("“%1”").arg(text);
}

/// The first or the last one of several.
QString endOf(const LogRow &row, EventCount index)
{
    return row.kind == LogRow::Kind::Events ? oneLine(row, index, longestEnd)
                                            : number(row.numberAt(index));
}

QString batches(std::int64_t count)
{
    return count == 1 ? Log::tr("1 batch") : Log::tr("%1 batches").arg(formatCount(count));
}

/// The distance of neighbours where it is worth a word.
QString stepRemark(const LogRow &row, Integer usualStep)
{
    if (row.count < 2)
        return {};
    if (row.kind == LogRow::Kind::Events)
        return row.events.holds<Integer>() ? Log::tr("uneven steps") : QString();
    return row.step == usualStep ? QString() : Log::tr("step %1").arg(row.step);
}

QString lostRemark(const ExactlyOnceResult &result)
{
    return result.lost > 0 ? Log::tr("; %1 lost when a stage left").arg(formatCount(result.lost))
                           : QString();
}

QString noNumbersRemark(const ExactlyOnceResult &result)
{
    return result.noNumbers > 0
        ? Log::tr(" (%1 are no whole numbers)").arg(formatCount(result.noNumbers))
        : QString();
}

QString exactText(const ExactlyOnceResult &result, const ExpectedSequence &expected)
{
    const QString range = Log::tr("%1 … %2").arg(number(expected.first), number(*result.greatest));
    if (result.waiting > 0) {
        return Log::tr("%1: each once so far, %2 under way").arg(range, formatCount(result.waiting))
            + lostRemark(result);
    }
    return Log::tr("%1: each exactly once").arg(range) + lostRemark(result);
}

} // namespace

QString logTime(std::int64_t sinceStartNs)
{
    return numberLocale().toString(static_cast<double>(sinceStartNs) / 1e9, 'f', 3);
}

QString logNumberAt(const LogRow &row, EventCount index)
{
    if (row.kind == LogRow::Kind::Events)
        return oneLine(row, index, longestText);
    return number(row.numberAt(index));
}

QString logNumbers(const LogRow &row, Integer usualStep)
{
    switch (row.kind) {
    case LogRow::Kind::Note:
        return row.text;
    case LogRow::Kind::Gap:
        return Log::tr("%1 (%2) could not be kept").arg(batches(row.first), events(row.count));
    case LogRow::Kind::Sequence:
    case LogRow::Kind::Events:
        break;
    }
    if (row.count == 1)
        return logNumberAt(row, 0);
    const QString range = Log::tr("%1 … %2").arg(endOf(row, 0), endOf(row, row.count - 1));
    const QString remark = stepRemark(row, usualStep);
    return remark.isEmpty() ? range : Log::tr("%1  (%2)").arg(range, remark);
}

QString logNumbersAloud(const LogRow &row, Integer usualStep)
{
    if (row.count < 2 || row.kind == LogRow::Kind::Gap || row.kind == LogRow::Kind::Note)
        return logNumbers(row, usualStep);
    const QString range = Log::tr("%1, from %2 to %3")
                              .arg(events(row.count), endOf(row, 0), endOf(row, row.count - 1));
    const QString remark = stepRemark(row, usualStep);
    return remark.isEmpty() ? range : Log::tr("%1, %2").arg(range, remark);
}

QString settlementText(const Settlement &settlement)
{
    return Log::tr("%1 left: %2 handled, %3 lost, demand for %4 withdrawn")
        .arg(settlement.name, formatCount(settlement.handled), formatCount(settlement.lost),
             formatCount(settlement.withdrawn));
}

QString stoppedText(const QString &stage, const QString &reason, bool crashed)
{
    return (crashed ? Log::tr("%1 crashed: %2") : Log::tr("%1 stopped: %2")).arg(stage, reason);
}

QString checkText(const ExactlyOnceResult &result, const std::optional<ExpectedSequence> &expected)
{
    using Verdict = ExactlyOnceResult::Verdict;
    switch (result.verdict) {
    case Verdict::NothingYet:
        return Log::tr("Nothing to check yet");
    case Verdict::NoNumbers:
        return Log::tr("Cannot be checked: these events are no whole numbers");
    case Verdict::Copied:
        return Log::tr("Cannot be checked: a stage broadcasts, so each number comes to several "
                       "consumers");
    case Verdict::Exact:
    case Verdict::Waiting:
        // Numbers off the grid were unexpected, so some expected number came.
        return exactText(result, expected.value_or(ExpectedSequence{}));
    case Verdict::Unchecked:
        return Log::tr("%1 could not be checked%2; nothing wrong with the others")
            .arg(events(result.unchecked), noNumbersRemark(result));
    case Verdict::DoublesOnly:
        return result.unchecked == 0
            ? Log::tr("None came twice (nothing is known about what should come)")
            : Log::tr("None came twice; %1 not checked%2")
                  .arg(events(result.unchecked), noNumbersRemark(result));
    case Verdict::DoublesSeen:
        return Log::tr("%1 came more than once, first %2 (nothing is known about what should come)")
            .arg(numbers(result.doubles), number(*result.firstDouble));
    case Verdict::Missing:
        return Log::tr("Missing: %1, first gap at %2")
                   .arg(numbers(result.waiting), number(result.firstHole.value_or(0)))
            + lostRemark(result);
    case Verdict::Double:
        return Log::tr("Came more than once: %1, first %2")
            .arg(numbers(result.doubles), number(*result.firstDouble));
    case Verdict::Unexpected:
        return Log::tr("Not expected: %1, first %2")
            .arg(numbers(result.unexpected), number(*result.firstUnexpected));
    }
    return {};
}

} // namespace sluice::ui
