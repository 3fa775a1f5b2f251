// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/stageview.h"

#include "ui/canvas/dispatcherwords.h"
#include "ui/panels/format.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <optional>

namespace sluice::ui {
namespace {

constexpr double longestForecast = 600; // seconds
constexpr double nearlyAll = 0.95;

struct StageViewTexts
{
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};

QString placeOf(const StageSnapshot &stage)
{
    if (stage.thread == 0)
        return roleWord(stage.role);
    return StageViewTexts::tr("%1 · thread %2").arg(roleWord(stage.role)).arg(stage.thread);
}

QStringList totalsOf(const StageSnapshot &stage)
{
    QStringList totals;
    if (stage.role != StageRole::Producer)
        totals += StageViewTexts::tr("handled %1").arg(formatCount(stage.figures.handled));
    if (stage.role != StageRole::Consumer)
        totals += StageViewTexts::tr("emitted %1").arg(formatCount(stage.figures.emitted));
    return totals;
}

/// Whether it has subscribed and has not asked for anything yet.
bool isJoining(const StageSnapshot &stage, const UpstreamSubscriptions &upstream, RunState run)
{
    const bool isRunning = run == RunState::Running || run == RunState::Paused;
    const StageState state = stage.figures.state;
    if (!isRunning || upstream.empty() || state == StageState::Leaving
        || state == StageState::Stopped || state == StageState::Crashed)
        return false;
    return std::ranges::none_of(upstream, [](const SubscriptionSnapshot *subscription) {
        return subscription->inlet.joined || subscription->inlet.ended;
    });
}

QStringList demandTexts(const UpstreamSubscriptions &upstream, const Snapshot &snapshot)
{
    QStringList texts;
    for (const SubscriptionSnapshot *subscription : upstream) {
        const InletFigures &inlet = subscription->inlet;
        QString text = StageViewTexts::tr("%1 of %2, asks at %3")
                           .arg(formatCount(inlet.pending), formatCount(inlet.maximum),
                                formatCount(inlet.minimum));
        const StageSnapshot *producer =
            upstream.size() > 1 ? snapshot.stage(subscription->producer) : nullptr;
        texts += producer ? StageViewTexts::tr("%1: %2").arg(producer->name, text)
                          : StageViewTexts::tr("demand %1").arg(text);
    }
    return texts;
}

QStringList shortDemandTexts(const UpstreamSubscriptions &upstream)
{
    QStringList texts;
    for (const SubscriptionSnapshot *subscription : upstream)
        texts += StageViewTexts::tr("demand %1 of %2")
                     .arg(formatCount(subscription->inlet.pending),
                          formatCount(subscription->inlet.maximum));
    return texts;
}

QString bufferText(const StageFigures &figures, std::optional<double> secondsToFull = {})
{
    if (figures.bufferCapacity < 0)
        return StageViewTexts::tr("buffer %1 of ∞").arg(formatCount(figures.buffered));
    const QString text =
        StageViewTexts::tr("buffer %1 of %2")
            .arg(formatCount(figures.buffered), formatCount(figures.bufferCapacity));
    if (!secondsToFull || *secondsToFull > longestForecast)
        return text;
    const auto seconds = std::chrono::seconds(std::lround(std::max(1.0, *secondsToFull)));
    return StageViewTexts::tr("%1, full in %2").arg(text, formatDuration(seconds));
}

int outletsOf(const StageSnapshot &stage, const Snapshot &snapshot)
{
    if (stage.role == StageRole::Consumer)
        return 0;
    return static_cast<int>(
        std::ranges::count(snapshot.subscriptions, stage.id, &SubscriptionSnapshot::producer));
}

// Of a state that alternates with others; nothing for one that lasts.
QString shareOf(const StageSnapshot &stage, StageState state, std::int64_t takenNs,
                const RateTable::StateShares &shares)
{
    if (!isClocked(state) || hasLasted(stage, takenNs))
        return {};
    const double share = shares[static_cast<std::size_t>(state)];
    return share > 0 && share < nearlyAll ? formatShare(share) : QString();
}

} // namespace

StageGauges stageGauges(const StageSnapshot &stage, const UpstreamSubscriptions &upstream,
                        const RateTable &rates)
{
    StageGauges gauges;
    gauges.shares = rates.stateShares(stage.id);
    gauges.demand.reserve(upstream.size());
    for (const SubscriptionSnapshot *subscription : upstream) {
        const InletFigures &inlet = subscription->inlet;
        gauges.demand.push_back({inlet.pending, inlet.maximum, inlet.minimum});
    }
    gauges.buffer = {stage.figures.buffered, stage.figures.bufferCapacity,
                     stage.figures.bufferCapacity};
    return gauges;
}

StageTexts stageTexts(const StageSnapshot &stage, const UpstreamSubscriptions &upstream,
                      const Snapshot &snapshot, const RateTable &rates, const StageHistory &history)
{
    const StageFigures &figures = stage.figures;
    const RateTable::StateShares shares = rates.stateShares(stage.id);

    StageTexts texts;
    texts.state = prevailingState(stage, snapshot.takenNs, shares);
    texts.name = stage.name;
    texts.place = placeOf(stage);
    texts.isJoining = isJoining(stage, upstream, snapshot.runState);
    texts.says = texts.isJoining ? StageViewTexts::tr("joining") : stateWord(texts.state);
    texts.share = shareOf(stage, texts.state, snapshot.takenNs, shares);
    texts.dispatcher = dispatcherLetter(stage, outletsOf(stage, snapshot));
    if (stage.restarts > 0)
        texts.restarts = QStringLiteral("↻ %1").arg(formatCount(stage.restarts));
    if (texts.state == StageState::Crashed)
        texts.reason = stage.stopReason;
    texts.rate = formatRate(stage.role == StageRole::Producer ? rates.emittedPerSecond(stage.id)
                                                              : rates.handledPerSecond(stage.id));
    if (const StageHistory::Slices &slices = history.slices(stage.id); !slices.empty())
        texts.peak = StageViewTexts::tr("max %1").arg(formatRate(peakOf(slices)));
    texts.totals = totalsOf(stage);
    texts.demand = demandTexts(upstream, snapshot);
    texts.shortDemand = shortDemandTexts(upstream);
    texts.buffer = bufferText(figures, history.secondsToFull(stage));
    if (figures.discarded > 0) {
        texts.buffer = StageViewTexts::tr("buffer %1").arg(formatCount(figures.buffered));
        texts.discarded = StageViewTexts::tr("✕ %1 discarded").arg(formatCount(figures.discarded));
    }
    return texts;
}

QString stageTip(const StageSnapshot &stage, const Snapshot &snapshot,
                 const PipelineDescription &description)
{
    const StageFigures &figures = stage.figures;
    QStringList lines;
    lines += StageViewTexts::tr("%1, %2").arg(stage.name, roleWord(stage.role));
    lines += stage.stopReason.isEmpty()
        ? stateWord(figures.state)
        : StageViewTexts::tr("%1: %2").arg(stateWord(figures.state), stage.stopReason);
    if (stage.thread > 0)
        lines += StageViewTexts::tr("thread %1, called %2 by the system")
                     .arg(stage.thread)
                     .arg(figures.osThread);
    lines += totalsOf(stage);
    lines += StageViewTexts::tr("messages handled %1").arg(formatCount(figures.messages));
    if (stage.role != StageRole::Producer)
        lines += StageViewTexts::tr("waiting to be handled %1").arg(formatCount(figures.inbound));
    if (stage.role != StageRole::Consumer)
        lines += bufferText(figures);
    if (figures.discarded > 0)
        lines += StageViewTexts::tr("discarded %1").arg(formatCount(figures.discarded));
    if (figures.lost > 0)
        lines += StageViewTexts::tr("lost %1").arg(formatCount(figures.lost));

    UpstreamSubscriptions upstream;
    for (const SubscriptionSnapshot &subscription : snapshot.subscriptions) {
        if (subscription.consumer == stage.id)
            upstream.push_back(&subscription);
    }
    if (isJoining(stage, upstream, snapshot.runState))
        lines += StageViewTexts::tr("joining: has not asked for anything yet");
    lines += demandTexts(upstream, snapshot);
    if (stage.restarts > 0)
        lines += StageViewTexts::tr("restarted %n time(s)", nullptr, stage.restarts);
    lines += dispatcherLines(stage, snapshot, description);
    return lines.join(u'\n');
}

} // namespace sluice::ui
