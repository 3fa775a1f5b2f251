// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/chartevents.h"

#include "ui/charts/samplehistory.h"
#include "ui/panels/format.h"

#include <QCoreApplication>

#include <chrono>
#include <utility>

namespace sluice::ui {
namespace {

/// Gives tr() to functions that belong to no class.
struct EventTexts
{
    Q_DECLARE_TR_FUNCTIONS(ChartEvents)
};

constexpr qsizetype fewTexts = 2; ///< more at one moment are counted
constexpr std::size_t mostEvents = 200;

bool isGone(StageState state)
{
    return state == StageState::Stopped || state == StageState::Crashed;
}

} // namespace

void ChartEvents::take(const Snapshot &snapshot)
{
    const bool isFirst = std::exchange(m_takenNs, snapshot.takenNs) == 0;
    const std::size_t before = m_events.size();
    compareStages(snapshot);
    compareLimits(snapshot);
    compareRun(snapshot);
    if (isFirst)
        m_events.resize(before);
    while (!m_events.empty()
           && (m_takenNs - m_events.front().takenNs > SampleHistory::windowNs
               || m_events.size() > mostEvents))
        m_events.pop_front();
}

void ChartEvents::compareStages(const Snapshot &snapshot)
{
    std::map<StageId, Seen> stages;
    QStringList came;
    QStringList left;
    QStringList crashed;
    QStringList restarted;
    int restarts = 0;
    QStringList paced;
    for (const StageSnapshot &stage : snapshot.stages) {
        const StageState state = stage.figures.state;
        stages[stage.id] = {stage.name, stage.workTimeNs, state, stage.restarts};
        const auto known = m_stages.find(stage.id);
        if (known == m_stages.end()) {
            came.append(EventTexts::tr("+ %1").arg(stage.name));
            continue;
        }
        const Seen &seen = known->second;
        if (isGone(state) && !isGone(seen.state)) {
            if (state == StageState::Crashed)
                crashed.append(EventTexts::tr("%1 crashed").arg(stage.name));
            else if (snapshot.runState == RunState::Running)
                left.append(EventTexts::tr("%1 stopped").arg(stage.name));
        }
        // By the counter: a stage that crashes is back before anybody has seen it crashed.
        if (stage.restarts > seen.restarts) {
            restarted.append(EventTexts::tr("%1 restarted").arg(stage.name));
            restarts += stage.restarts - seen.restarts;
        }
        if (stage.workTimeNs != seen.workTimeNs) {
            paced.append(
                EventTexts::tr("%1 works %2")
                    .arg(stage.name, formatDuration(std::chrono::nanoseconds(stage.workTimeNs))));
        }
    }
    for (const auto &[id, seen] : m_stages) {
        if (!stages.contains(id) && !isGone(seen.state))
            left.append(EventTexts::tr("− %1").arg(seen.name));
    }
    m_stages = std::move(stages);
    add(came, EventTexts::tr("+ %1 stages").arg(came.size()), ChartMark::Kind::Change);
    add(left, EventTexts::tr("− %1 stages").arg(left.size()), ChartMark::Kind::Change);
    add(paced, EventTexts::tr("work time of %1 stages").arg(paced.size()), ChartMark::Kind::Change);
    add(crashed, EventTexts::tr("%1 stages crashed").arg(crashed.size()), ChartMark::Kind::Alarm);
    add(restarted, EventTexts::tr("%1 stages restarted").arg(restarted.size()),
        ChartMark::Kind::Restart, restarts);
}

void ChartEvents::compareLimits(const Snapshot &snapshot)
{
    std::map<SubscriptionId, Limits> limits;
    QStringList changed;
    for (const SubscriptionSnapshot &subscription : snapshot.subscriptions) {
        const InletFigures &inlet = subscription.inlet;
        if (inlet.ended || inlet.maximum == 0)
            continue;
        limits[subscription.id] = {inlet.maximum, inlet.minimum};
        const auto known = m_limits.find(subscription.id);
        if (known == m_limits.end() || known->second == Limits{inlet.maximum, inlet.minimum})
            continue;
        const StageSnapshot *consumer = snapshot.stage(subscription.consumer);
        if (!consumer)
            continue;
        if (inlet.maximum != known->second.maximum)
            changed.append(
                EventTexts::tr("%1 max %2").arg(consumer->name, formatCount(inlet.maximum)));
        else
            changed.append(
                EventTexts::tr("%1 min %2").arg(consumer->name, formatCount(inlet.minimum)));
    }
    m_limits = std::move(limits);
    add(changed, EventTexts::tr("demand of %1 stages").arg(changed.size()),
        ChartMark::Kind::Change);
}

void ChartEvents::compareRun(const Snapshot &snapshot)
{
    const RunState before = std::exchange(m_runState, snapshot.runState);
    if (before == m_runState)
        return;
    if (m_runState == RunState::Paused)
        add({EventTexts::tr("paused")}, {}, ChartMark::Kind::Change);
    else if (m_runState == RunState::Running)
        add({before == RunState::Paused ? EventTexts::tr("goes on") : EventTexts::tr("started")},
            {}, ChartMark::Kind::Change);
    else if (m_runState == RunState::Stopped)
        add({EventTexts::tr("stopped")}, {}, ChartMark::Kind::Change);
}

void ChartEvents::add(const QStringList &texts, const QString &many, ChartMark::Kind kind,
                      std::optional<int> things)
{
    if (texts.isEmpty())
        return;
    m_events.push_back({m_takenNs,
                        texts.size() <= fewTexts ? texts.join(QStringLiteral(", ")) : many, kind,
                        things.value_or(static_cast<int>(texts.size()))});
}

void ChartEvents::clear()
{
    *this = ChartEvents();
}

std::vector<ChartMark> ChartEvents::marks() const
{
    std::vector<ChartMark> marks;
    marks.reserve(m_events.size());
    for (const Event &event : m_events)
        marks.push_back({static_cast<double>(event.takenNs - m_takenNs) / 1e9, event.text,
                         event.kind, event.count});
    return marks;
}

} // namespace sluice::ui
