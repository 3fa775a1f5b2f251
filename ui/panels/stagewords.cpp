// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/stagewords.h"

#include "ui/panels/format.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QStringList>

#include <chrono>
#include <cstddef>

namespace sluice::ui {
namespace {

/// Gives tr() to functions that belong to no class.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StageWords)
};

constexpr qsizetype mostConsumers = 8;
constexpr qsizetype longEvent = 24; ///< in characters; longer ones get a line of their own
constexpr qsizetype mostOfEvent = 60;
constexpr double leastShare = 0.005; ///< would be shown as 0 %

QString nothing()
{
    return QStringLiteral("–");
}

QString perEvent(double busyNs, double events)
{
    return formatDuration(std::chrono::nanoseconds(static_cast<std::int64_t>(busyNs / events)));
}

} // namespace

QString identityWords(const StageSnapshot &stage)
{
    QStringList words{roleWord(stage.role)};
    if (!stage.kind.isEmpty())
        words.append(stage.kind);
    if (stage.thread > 0 && stage.figures.osThread > 0) {
        words.append(Words::tr("thread %1 (%2 to the operating system)")
                         .arg(stage.thread)
                         .arg(stage.figures.osThread));
    } else if (stage.thread > 0) {
        words.append(Words::tr("thread %1").arg(stage.thread));
    }
    if (stage.restarts == 1)
        words.append(Words::tr("restarted once"));
    else if (stage.restarts > 1)
        words.append(Words::tr("restarted %1 times").arg(stage.restarts));
    return words.join(QStringLiteral(" · "));
}

QString stateWords(const StageSnapshot &stage)
{
    const StageState state = stage.figures.state;
    const QString words = QStringLiteral("%1  %2").arg(stateLetter(state)).arg(stateWord(state));
    return stage.stopReason.isEmpty() ? words
                                      : QStringLiteral("%1: %2").arg(words, stage.stopReason);
}

QString shareWords(const RateTable::StateShares &shares)
{
    QStringList parts;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (shares[i] >= leastShare)
            parts.append(QStringLiteral("%1 %2").arg(stateWord(static_cast<StageState>(i)),
                                                     formatShare(shares[i])));
    }
    return parts.join(QStringLiteral(", "));
}

QString bufferWords(const StageFigures &figures)
{
    QString words = figures.bufferCapacity < 0
        ? Words::tr("%1, no limit").arg(formatCount(figures.buffered))
        : Words::tr("%1 of %2")
              .arg(formatCount(figures.buffered), formatCount(figures.bufferCapacity));
    if (figures.discarded > 0)
        words += Words::tr(", %1 discarded").arg(formatCount(figures.discarded));
    return words;
}

QString waitingWords(const StageSnapshot &stage)
{
    const StageFigures &figures = stage.figures;
    QStringList parts;
    if (figures.inbound > 0)
        parts.append(Words::tr("%1 not handled yet").arg(formatCount(figures.inbound)));
    if (figures.parked > 0)
        parts.append(Words::tr("%1 kept back with the demand").arg(formatCount(figures.parked)));
    if (figures.queued > 0)
        parts.append(Words::tr("%1 in partitions").arg(formatCount(figures.queued)));
    if (figures.owed > 0)
        parts.append(Words::tr("%1 asked of it").arg(formatCount(figures.owed)));
    return parts.isEmpty() ? nothing() : parts.join(QStringLiteral(", "));
}

QString timingWords(const StageSnapshot &stage, const RateTable &rates)
{
    const bool isProducer = stage.role == StageRole::Producer;
    const EventCount total = isProducer ? stage.figures.emitted : stage.figures.handled;
    if (total == 0)
        return nothing();
    const auto busy = static_cast<std::size_t>(StageState::Busy);
    const QString ever =
        perEvent(static_cast<double>(stage.figures.stateNs[busy]), static_cast<double>(total));
    const double rate =
        isProducer ? rates.emittedPerSecond(stage.id) : rates.handledPerSecond(stage.id);
    if (rate <= 0)
        return Words::tr("%1 on average").arg(ever);
    return Words::tr("%1, on average %2")
        .arg(perEvent(rates.stateShares(stage.id)[busy] * 1e9, rate), ever);
}

QString measuredWords(const Examination &found)
{
    using std::chrono::nanoseconds;
    const QString length = formatDuration(nanoseconds(found.takenNs - found.measuredSinceNs));
    if (found.time.events == 0)
        return Words::tr("no event in %1").arg(length);
    const auto words = [](std::int64_t ns) {
        return ns > 0 ? formatDuration(nanoseconds(ns)) : Words::tr("under 1 ns");
    };
    return Words::tr("%1 to %2, median %3, 99 % within %4; %5 measured in %6")
        .arg(words(found.time.shortestNs), words(found.time.longestNs), words(found.time.medianNs),
             words(found.time.most99Ns), formatCount(found.time.events), length);
}

QString eventsWords(const std::vector<std::string> &events)
{
    QStringList words;
    bool hasLong = false;
    for (const std::string &event : events) {
        QString word = QString::fromStdString(event).simplified();
        hasLong = hasLong || word.size() > longEvent;
        if (word.size() > mostOfEvent)
            word = word.first(mostOfEvent - 1) + u'…';
        words.append(word);
    }
    return words.isEmpty() ? nothing()
                           : words.join(hasLong ? QStringLiteral("\n") : QStringLiteral(", "));
}

QString messageWords(const StageSnapshot &stage, std::int64_t takenNs)
{
    const StageFigures &figures = stage.figures;
    QString words = formatCount(figures.messages);
    if (figures.startedNs > 0) {
        words = Words::tr("%1 in %2")
                    .arg(words, formatClock(std::chrono::nanoseconds(takenNs - figures.startedNs)));
    }
    if (figures.held > 0)
        words += Words::tr(", %1 held at the gate").arg(formatCount(figures.held));
    return words;
}

QString demandWords(const Snapshot &snapshot, StageId stage)
{
    QStringList lines;
    qsizetype left = 0;
    for (const SubscriptionSnapshot &subscription : snapshot.subscriptions) {
        const StageSnapshot *consumer = snapshot.stage(subscription.consumer);
        if (subscription.producer != stage || subscription.outlet.ended || !consumer)
            continue;
        if (lines.size() == mostConsumers) {
            ++left;
            continue;
        }
        lines.append(Words::tr("%1: %2 open, asked %3, sent %4")
                         .arg(consumer->name, formatCount(subscription.outlet.demand),
                              formatCount(subscription.outlet.asked),
                              formatCount(subscription.outlet.sent)));
    }
    if (left > 0)
        lines.append(Words::tr("and %1 more consumers").arg(formatCount(left)));
    return lines.isEmpty() ? nothing() : lines.join(u'\n');
}

} // namespace sluice::ui
