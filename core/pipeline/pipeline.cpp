// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/pipeline.h"

#include "core/pipeline/pipelinecalls.h"
#include "core/pipeline/pipelinedesk.h"
#include "core/pipeline/pipelinelink.h"
#include "core/pipeline/supervisor.h"
#include "core/pipeline/threadplan.h"
#include "core/pipeline/topology.h"
#include "core/telemetry/clock.h"

#include <utility>

namespace sluice {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t stuckAfterNs = 1'000'000'000;

} // namespace

Pipeline::Pipeline(QObject *parent)
    : QObject(parent)
    , m_listener(std::make_unique<StageListener>())
    , m_topology(std::make_unique<Topology>())
    , m_threads(std::make_unique<ThreadPlan>())
    , m_desk(std::make_unique<PipelineDesk>(*this, *m_topology))
    , m_link(std::make_shared<PipelineLink>(m_desk.get()))
    , m_supervisor(std::make_unique<Supervisor>(*this))
{
    m_listener->reported = [this](Stage &stage, const StageReport &report) {
        note(stage.id(), stage, report);
    };
    m_listener->finished = [this](Stage &stage) { noteFinished(stage.id(), &stage); };
}

Pipeline::~Pipeline()
{
    m_link->close();
    joinAll();
}

StageId Pipeline::add(StageSpec spec)
{
    StageRecord &record = m_topology->add(std::move(spec));
    const StageId id = record.id;
    if (m_runState == RunState::Running || m_runState == RunState::Paused) {
        startStage(record);
        record.stage->start();
    }
    Q_EMIT added(id);
    Q_EMIT topologyChanged();
    return id;
}

StartReply Pipeline::tryAdd(StageSpec spec)
{
    if (m_runState == RunState::Stopping)
        return {.error = StartError::NotNow};
    if (const StageRecord *holder = m_topology->find(spec.name))
        return {.id = holder->id, .error = StartError::AlreadyStarted};
    const auto behaviour = spec.make();
    if (const auto option = spec.options.validate(behaviour->role(), behaviour->outputType()))
        return {.error = StartError::BadOptions, .option = option};
    for (const InitialSubscription &initial : spec.subscribeTo) {
        if (const auto option = initial.options.validate())
            return {.error = StartError::BadOptions, .option = option};
        const StopReason reason{StopReason::Kind::NoProcess, {}};
        if (!m_topology->find(initial.producer) && endsConsumer(initial.options.cancel, reason))
            return {.error = StartError::NoProcess, .reason = reason};
    }
    const auto initial = spec.subscribeTo;
    const StageId id = add(std::move(spec));
    for (const InitialSubscription &subscription : initial) {
        if (const StageRecord *producer = m_topology->find(subscription.producer))
            static_cast<void>(subscribe(id, producer->id, subscription.options));
    }
    return {.id = id};
}

Outcome<SubscriptionId> Pipeline::subscribe(StageId consumer, StageId producer,
                                            const SubscriptionOptions &options)
{
    return subscribe(consumer, producer, options, {});
}

Outcome<SubscriptionId> Pipeline::subscribe(StageId consumer, StageId producer,
                                            const SubscriptionOptions &options,
                                            const Replaced &replaced)
{
    PipelineError error = m_topology->check(consumer, producer, options);
    if (error == PipelineError::None && m_runState == RunState::Stopping)
        error = PipelineError::NotNow;
    if (error != PipelineError::None)
        return {{}, error};
    SubscriptionRecord &record = m_topology->subscribe(consumer, producer, options);
    if (m_runState == RunState::Running || m_runState == RunState::Paused)
        wire(record, replaced);
    Q_EMIT topologyChanged();
    return {record.id};
}

PipelineError Pipeline::cancel(SubscriptionId subscription, const StopReason &reason,
                               std::optional<CancelMode> mode)
{
    SubscriptionRecord *record = m_topology->find(subscription);
    if (!record)
        return PipelineError::UnknownSubscription;
    record->isCancelled = true;
    if (!record->cells || record->isSettled)
        m_topology->remove(subscription);
    else if (StageRecord *consumer = m_topology->find(record->consumer); consumer->stage)
        consumer->stage->tell({.kind = StageCommand::Kind::Cancel,
                               .subscription = subscription,
                               .reason = reason,
                               .cancelMode = mode});
    Q_EMIT topologyChanged();
    return PipelineError::None;
}

PipelineError Pipeline::remove(StageId stage)
{
    StageRecord *record = m_topology->find(stage);
    if (!record)
        return PipelineError::UnknownStage;
    if (record->isBeingRemoved)
        return PipelineError::NotNow;
    record->isBeingRemoved = true;
    if (record->stage)
        record->stage->leave();
    else
        noteFinished(stage, nullptr);
    Q_EMIT topologyChanged();
    return PipelineError::None;
}

PipelineError Pipeline::setDemand(SubscriptionId subscription, EventCount maxDemand,
                                  EventCount minDemand)
{
    SubscriptionRecord *record = m_topology->find(subscription);
    if (!record)
        return PipelineError::UnknownSubscription;
    SubscriptionOptions options = *record->options;
    options.maxDemand = maxDemand;
    options.minDemand = minDemand;
    if (options.validate())
        return PipelineError::BadOptions;
    m_topology->setOptions(*record, options);
    if (const StageRecord *consumer = m_topology->find(record->consumer); consumer->stage) {
        consumer->stage->tell({.kind = StageCommand::Kind::SetLimits,
                               .subscription = subscription,
                               .maxDemand = maxDemand,
                               .minDemand = minDemand});
    }
    Q_EMIT topologyChanged();
    return PipelineError::None;
}

PipelineError Pipeline::examine(StageId stage)
{
    const StageRecord *record = m_topology->find(stage);
    if (!record)
        return PipelineError::UnknownStage;
    if (!record->stage)
        return PipelineError::NotNow;
    record->stage->examine();
    return PipelineError::None;
}

void Pipeline::endExamination(StageId stage)
{
    const StageRecord *record = m_topology->find(stage);
    if (record && record->stage)
        record->stage->endExamination();
}

PipelineError Pipeline::setWorkTime(StageId stage, std::chrono::nanoseconds workTime)
{
    StageRecord *record = m_topology->find(stage);
    if (!record)
        return PipelineError::UnknownStage;
    if (workTime < 0ns)
        return PipelineError::BadOptions;
    record->spec.options.workTime = workTime;
    if (record->stage)
        record->stage->shared().gate.setWorkTime(workTime);
    Q_EMIT topologyChanged();
    return PipelineError::None;
}

void Pipeline::start()
{
    if (m_runState != RunState::Idle && m_runState != RunState::Stopped)
        return;
    m_topology->reset();
    m_threads->begin(m_placement, m_niceness);
    m_limit = m_eventLimit > 0 ? std::make_shared<EventLimit>(m_eventLimit) : nullptr;
    m_ranNs = 0;
    m_supervisionEnd.reset();
    m_supervisor->beginRun();
    for (StageRecord &record : m_topology->stages())
        startStage(record);
    for (SubscriptionRecord &record : m_topology->subscriptions())
        wire(record, {});
    enter(RunState::Running);
    // Only now, so that every subscription is the first thing its stages hear of: a broadcast
    // waits for all of them from its first event on.
    for (StageRecord &record : m_topology->stages())
        record.stage->start();
    Q_EMIT topologyChanged();
}

void Pipeline::pause()
{
    if (m_runState != RunState::Running)
        return;
    tellAll(&Stage::closeGate);
    enter(RunState::Paused);
}

void Pipeline::resume()
{
    if (m_runState != RunState::Paused)
        return;
    tellAll(&Stage::openGate);
    enter(RunState::Running);
}

void Pipeline::stop()
{
    if (m_runState == RunState::Idle || m_runState == RunState::Stopped)
        return;
    enter(RunState::Stopping);
    m_stoppingSinceNs = nowNs(); // also if it was draining until now
    tellAll(&Stage::leave);
    noteFinished({}, nullptr);
}

void Pipeline::drain()
{
    resume();
    if (m_runState != RunState::Running)
        return;
    enter(RunState::Stopping);
    m_stoppingSinceNs = 0; // draining takes as long as it takes; nobody is stuck because of it
    tellAll(&Stage::drain);
    noteFinished({}, nullptr);
}

void Pipeline::setPlacement(const Placement &placement)
{
    m_placement = placement;
}

void Pipeline::setNiceness(int niceness)
{
    m_niceness = niceness;
}

void Pipeline::setLogCapacity(std::size_t rows)
{
    m_logCapacity = rows;
}

void Pipeline::setEventLimit(EventCount count)
{
    m_eventLimit = count;
}

RunState Pipeline::runState() const noexcept
{
    return m_runState;
}

PipelineCalls Pipeline::calls() const
{
    return PipelineCalls(m_link);
}

Snapshot Pipeline::snapshot() const
{
    Snapshot snapshot;
    snapshot.takenNs = nowNs();
    snapshot.ranNs = m_ranNs + (m_sinceNs > 0 ? snapshot.takenNs - m_sinceNs : 0);
    snapshot.runState = m_runState;
    snapshot.gaveUp = m_supervisionEnd;
    m_topology->describe(snapshot);
    return snapshot;
}

StageOptions Pipeline::stageOptions(StageId stage) const
{
    const StageRecord *record = std::as_const(*m_topology).find(stage);
    return record ? record->spec.options : StageOptions();
}

SubscriptionOptions Pipeline::subscriptionOptions(SubscriptionId subscription) const
{
    const SubscriptionRecord *record = std::as_const(*m_topology).find(subscription);
    return record ? *record->options : SubscriptionOptions();
}

std::shared_ptr<BatchLog> Pipeline::batchLog(StageId consumer) const
{
    return m_topology->log(consumer);
}

QStringList Pipeline::stuckStages() const
{
    QStringList names;
    const bool isLate = m_stoppingSinceNs > 0 && nowNs() - m_stoppingSinceNs > stuckAfterNs;
    if (!isLate)
        return names;
    for (const StageRecord &record : std::as_const(*m_topology).stages()) {
        if (record.stage && record.shared->busySinceNs.load() != 0)
            names.append(record.spec.name);
    }
    return names;
}

} // namespace sluice
