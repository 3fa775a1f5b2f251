// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runcheck.h"

#include <algorithm>
#include <utility>

namespace sluice::app {

namespace {

QString numbers(EventCount count, const std::optional<Integer> &first)
{
    return first ? QStringLiteral("%1 (first: %2)").arg(count).arg(*first) : QString::number(count);
}

/// What the subscriptions of one stage add up to.
struct Sums
{
    EventCount arrived = 0;
    EventCount handled = 0;
    EventCount lost = 0;
    EventCount sent = 0;
    EventCount mostSent = 0; ///< to one consumer
};

Sums sumsOf(const Snapshot &snapshot, const StageSnapshot &of)
{
    const StageId stage = of.id;
    const SubscriptionTotals &forgotten = of.forgotten;
    Sums sums{forgotten.arrived, forgotten.handled, forgotten.lost, forgotten.sent, 0};
    for (const SubscriptionSnapshot &subscription : snapshot.subscriptions) {
        if (subscription.consumer == stage) {
            sums.arrived += subscription.inlet.arrived;
            sums.handled += subscription.inlet.handled;
            sums.lost += subscription.inlet.lost;
        }
        if (subscription.producer == stage) {
            sums.sent += subscription.outlet.sent;
            sums.mostSent = std::max(sums.mostSent, subscription.outlet.sent);
        }
    }
    return sums;
}

std::optional<QString> stageProblem(const StageSnapshot &stage, const Sums &sums)
{
    const StageFigures &figures = stage.figures;
    const auto differ = [&stage](const char *what, EventCount one, EventCount other) {
        return QStringLiteral("%1: %2: %3 is not %4")
            .arg(stage.name, QString::fromLatin1(what))
            .arg(one)
            .arg(other);
    };
    if (figures.arrived != sums.arrived)
        return differ("arrived, by stage and by subscriptions", figures.arrived, sums.arrived);
    if (figures.handled != sums.handled)
        return differ("handled, by stage and by subscriptions", figures.handled, sums.handled);
    if (figures.sent != sums.sent)
        return differ("sent, by stage and by subscriptions", figures.sent, sums.sent);
    const EventCount kept = figures.discarded + figures.lost - sums.lost;
    if (stage.dispatcher == DispatcherKind::Broadcast) {
        // Each event goes to as many as are there and want it, so there is no sum to compare with.
        if (sums.mostSent > figures.emitted - kept)
            return differ("sent to one consumer, and at most emitted - discarded - lost",
                          sums.mostSent, figures.emitted - kept);
        return std::nullopt;
    }
    const EventCount accounted = sums.sent + kept;
    if (figures.emitted != accounted)
        return differ("emitted, and sent + discarded + lost", figures.emitted, accounted);
    return std::nullopt;
}

} // namespace

CheckingSink::CheckingSink(const PipelineDescription &pipeline, std::shared_ptr<EventSink> next)
    : m_next(std::move(next))
{
    m_check.reset(ui::expectedSequence(pipeline));
}

bool CheckingSink::write(const QString &consumer, const Batch &events)
{
    {
        const std::lock_guard lock(m_mutex);
        if (events.holds<Integer>())
            m_check.add(events.as<Integer>());
        else
            m_check.addUnchecked(events.size());
        m_check.update({});
    }
    return !m_next || m_next->write(consumer, events);
}

std::optional<QString> CheckingSink::problem(EventCount lost)
{
    m_check.update({.lost = lost, .isQuiescent = true});
    const ui::ExactlyOnceResult result = m_check.result();
    if (result.unexpected > 0)
        return QStringLiteral("unexpected numbers: ")
            + numbers(result.unexpected, result.firstUnexpected);
    if (result.doubles > 0 && result.isError())
        return QStringLiteral("numbers that came again: ")
            + numbers(result.doubles, result.firstDouble);
    if (result.isError())
        return QStringLiteral("numbers that never came: ")
            + numbers(result.waiting, result.firstHole);
    return std::nullopt;
}

std::optional<QString> conservationProblem(const Snapshot &snapshot)
{
    for (const SubscriptionSnapshot &subscription : snapshot.subscriptions) {
        const InletFigures &inlet = subscription.inlet;
        if (subscription.outlet.sent != inlet.arrived
            || inlet.arrived != inlet.handled + inlet.lost) {
            return QStringLiteral("subscription %1: %2 sent, %3 arrived, %4 handled, %5 lost")
                .arg(subscription.id.value)
                .arg(subscription.outlet.sent)
                .arg(inlet.arrived)
                .arg(inlet.handled)
                .arg(inlet.lost);
        }
    }
    for (const StageSnapshot &stage : snapshot.stages) {
        if (auto problem = stageProblem(stage, sumsOf(snapshot, stage)))
            return problem;
    }
    return std::nullopt;
}

} // namespace sluice::app
