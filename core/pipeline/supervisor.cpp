// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/supervisor.h"

#include "core/pipeline/pipeline.h"
#include "core/pipeline/topology.h"
#include "core/telemetry/clock.h"

#include <utility>

namespace sluice {

Supervisor::Supervisor(Pipeline &pipeline)
    : m_pipeline(pipeline)
{
}

void Supervisor::setOptions(const std::optional<SupervisionOptions> &options)
{
    m_options = options;
    beginRun();
}

void Supervisor::beginRun()
{
    m_limit.reset();
    if (m_options)
        m_limit.emplace(m_options->intensity);
}

void Supervisor::noteStopped(StageId stage)
{
    // Who stops because it is to be restarted has not failed once more.
    if (!m_options || m_pipeline.isRestarting(stage))
        return;
    m_ended.push_back(stage);
    // A stage that fails as it is made anew comes back here at once.
    if (std::exchange(m_isBusy, true))
        return;
    while (!m_ended.empty()) {
        const StageId ended = m_ended.front();
        m_ended.pop_front();
        restartAfter(ended);
    }
    m_isBusy = false;
}

void Supervisor::restartAfter(StageId ended)
{
    const RunState state = m_pipeline.runState();
    const auto reason = m_pipeline.stopReason(ended);
    if (!m_options || !reason || (state != RunState::Running && state != RunState::Paused))
        return;
    const auto plan = planRestart(m_options->strategy, children(), ended, *reason);
    if (plan.restart.empty())
        return;
    if (m_limit->take(std::chrono::nanoseconds(nowNs()))) {
        static_cast<void>(m_pipeline.restart(plan));
        return;
    }
    const StageRecord &record = *m_pipeline.m_topology->find(ended);
    m_pipeline.giveUp({ended, record.spec.name, m_limit->count(), m_limit->intensity().maxSeconds,
                       record.stopReason});
}

std::vector<SupervisedChild> Supervisor::children() const
{
    std::vector<SupervisedChild> children;
    for (const StageRecord &record : std::as_const(*m_pipeline.m_topology).stages()) {
        if (!record.isBeingRemoved)
            children.push_back(
                {record.id, record.spec.options.restart, record.stage && !record.left});
    }
    return children;
}

} // namespace sluice
