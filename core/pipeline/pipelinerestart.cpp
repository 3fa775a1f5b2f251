// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// How the stages of a pipeline are started anew.

#include "core/pipeline/pipeline.h"
#include "core/pipeline/supervisor.h"
#include "core/pipeline/topology.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace sluice {
namespace {

void unite(std::vector<StageId> &stages, const std::vector<StageId> &others)
{
    for (const StageId other : others) {
        if (std::ranges::find(stages, other) == stages.end())
            stages.push_back(other);
    }
}

bool concerns(const SupervisionPlan &plan, StageId stage)
{
    return std::ranges::count(plan.stop, stage) + std::ranges::count(plan.restart, stage) > 0;
}

} // namespace

PipelineError Pipeline::restart(StageId stage)
{
    if (isRestarting(stage))
        return PipelineError::NotNow;
    return restart(SupervisionPlan{{stage}, {stage}});
}

PipelineError Pipeline::restart(const SupervisionPlan &plan)
{
    if (m_runState != RunState::Running && m_runState != RunState::Paused)
        return PipelineError::NotNow;
    SupervisionPlan all = plan;
    unite(all.stop, plan.restart);
    for (const StageId id : all.stop) {
        const StageRecord *record = m_topology->find(id);
        if (!record)
            return PipelineError::UnknownStage;
        if (record->isBeingRemoved)
            return PipelineError::NotNow;
    }
    // Those that wait already and share a stage with these start together with them.
    std::erase_if(m_restarting, [&all](const SupervisionPlan &other) {
        const auto isShared = [&all](StageId id) { return concerns(all, id); };
        if (!std::ranges::any_of(other.stop, isShared))
            return false;
        unite(all.stop, other.stop);
        unite(all.restart, other.restart);
        return true;
    });
    std::sort(all.restart.begin(), all.restart.end());
    for (const StageId id : all.stop) {
        if (StageRecord *record = m_topology->find(id); record->stage && !record->left)
            record->stage->leave();
    }
    m_restarting.push_back(std::move(all));
    restartWhoCan();
    return PipelineError::None;
}

void Pipeline::supervise(const std::optional<SupervisionOptions> &options)
{
    m_supervisor->setOptions(options);
}

std::optional<StopReason> Pipeline::stopReason(StageId stage) const
{
    const StageRecord *record = std::as_const(*m_topology).find(stage);
    return record ? record->left : std::nullopt;
}

bool Pipeline::isRestarting(StageId stage) const
{
    return std::ranges::any_of(
        m_restarting, [stage](const SupervisionPlan &plan) { return concerns(plan, stage); });
}

// Starts those that wait for nobody any more.
void Pipeline::restartWhoCan()
{
    const auto isReady = [this](const SupervisionPlan &plan) {
        return std::ranges::all_of(plan.stop, [this](StageId id) {
            const StageRecord *record = m_topology->find(id);
            return !record || record->left || !record->stage;
        });
    };
    for (;;) {
        const auto ready = std::ranges::find_if(m_restarting, isReady);
        if (ready == m_restarting.end())
            return;
        const SupervisionPlan plan = std::move(*ready);
        m_restarting.erase(ready);
        beginLives(plan.restart);
    }
}

void Pipeline::beginLives(const std::vector<StageId> &stages)
{
    std::vector<StageId> begun;
    std::vector<std::pair<StageId, QString>> failed;
    for (const StageId id : stages) {
        StageRecord *record = m_topology->find(id);
        if (!record || record->isBeingRemoved)
            continue;
        if (beginLife(*record))
            begun.push_back(id);
        else
            failed.emplace_back(id, record->stopReason);
    }
    // Only now, so that each finds the others whatever their order.
    for (const StageId id : begun)
        subscribeAnew(id);
    for (const StageId id : begun)
        m_topology->find(id)->stage->start();
    std::vector<std::pair<StageId, int>> counts;
    for (const StageId id : begun)
        counts.emplace_back(id, m_topology->find(id)->restarts);
    for (const auto &[id, restarts] : counts)
        Q_EMIT restarted(id, restarts);
    Q_EMIT topologyChanged();
    for (const auto &[id, reason] : failed) {
        Q_EMIT stageStopped(id, reason, true);
        m_supervisor->noteStopped(id);
    }
}

// Returns false if there is no behaviour: making it failed, which counts as a crash of the stage.
bool Pipeline::beginLife(StageRecord &record)
{
    ++record.restarts;
    StopReason failure;
    try {
        record.behaviour = record.spec.make();
        startStage(record);
        return true;
    } catch (const std::exception &error) {
        failure = StopReason::failed(error.what());
    } catch (...) {
        failure = StopReason::failed("an exception that is not a std::exception");
    }
    record.endLife();
    record.life = StageRecord::Life::Gone;
    record.left = failure;
    record.stopReason = QString::fromStdString(toString(failure));
    return false;
}

// §19: as its init would, in the same order; ids are never used again.
void Pipeline::subscribeAnew(StageId consumer)
{
    std::vector<SubscriptionRecord> old;
    for (const SubscriptionRecord &record : m_topology->subscriptions()) {
        if (record.consumer == consumer && !record.isCancelled)
            old.push_back(record);
    }
    for (const SubscriptionRecord &record : old) {
        if (!record.cells || record.isSettled)
            m_topology->remove(record.id);
        else
            m_topology->find(record.id)->isCancelled = true; // forgotten once it has settled
        wire(m_topology->subscribe(consumer, record.producer, *record.options), {});
    }
}

void Pipeline::giveUp(const SupervisionEnd &end)
{
    m_supervisionEnd = end;
    Q_EMIT gaveUp(end);
    stop();
}

} // namespace sluice
