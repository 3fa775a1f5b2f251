// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/pipeline.h"

#include "core/pipeline/topology.h"
#include "core/telemetry/clock.h"

#include <QDeadlineTimer>
#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace sluice {
namespace {

Q_LOGGING_CATEGORY(pipelineLog, "sluice.pipeline")

using namespace std::chrono_literals;

constexpr auto settleTime = 1500ms; // for stages to say their goodbyes when the pipeline goes
constexpr auto quitTime = 500ms;    // for their event loops to end after that
constexpr std::int64_t stuckAfterNs = 1'000'000'000;

} // namespace

Pipeline::Pipeline(QObject *parent)
    : QObject(parent)
    , m_topology(std::make_unique<Topology>())
{
}

Pipeline::~Pipeline()
{
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

Outcome<SubscriptionId> Pipeline::subscribe(StageId consumer, StageId producer,
                                            const SubscriptionOptions &options)
{
    PipelineError error = m_topology->check(consumer, producer, options);
    if (error == PipelineError::None && m_runState == RunState::Stopping)
        error = PipelineError::NotNow;
    if (error != PipelineError::None)
        return {{}, error};
    SubscriptionRecord &record = m_topology->subscribe(consumer, producer, options);
    if (m_runState == RunState::Running || m_runState == RunState::Paused)
        wire(record);
    Q_EMIT topologyChanged();
    return {record.id};
}

PipelineError Pipeline::cancel(SubscriptionId subscription)
{
    SubscriptionRecord *record = m_topology->find(subscription);
    if (!record)
        return PipelineError::UnknownSubscription;
    record->isCancelled = true;
    if (!record->cells || record->isSettled)
        m_topology->remove(subscription);
    else if (StageRecord *consumer = m_topology->find(record->consumer); consumer->stage)
        consumer->stage->tell({.kind = StageCommand::Kind::Cancel, .subscription = subscription});
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
        noteFinished(stage);
    Q_EMIT topologyChanged();
    return PipelineError::None;
}

PipelineError Pipeline::setDemand(SubscriptionId subscription, EventCount maxDemand,
                                  EventCount minDemand)
{
    SubscriptionRecord *record = m_topology->find(subscription);
    if (!record)
        return PipelineError::UnknownSubscription;
    SubscriptionOptions options = record->options;
    options.maxDemand = maxDemand;
    options.minDemand = minDemand;
    if (options.validate())
        return PipelineError::BadOptions;
    record->options = options;
    if (const StageRecord *consumer = m_topology->find(record->consumer); consumer->stage) {
        consumer->stage->tell({.kind = StageCommand::Kind::SetLimits,
                               .subscription = subscription,
                               .maxDemand = maxDemand,
                               .minDemand = minDemand});
    }
    Q_EMIT topologyChanged();
    return PipelineError::None;
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
    m_limit = m_eventLimit > 0 ? std::make_shared<EventLimit>(m_eventLimit) : nullptr;
    m_ranNs = 0;
    for (StageRecord &record : m_topology->stages())
        startStage(record);
    for (SubscriptionRecord &record : m_topology->subscriptions())
        wire(record);
    enter(RunState::Running);
    // Only now, so that every subscription is the first thing its stages hear of.
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
    noteFinished({});
}

void Pipeline::drain()
{
    resume();
    if (m_runState != RunState::Running)
        return;
    enter(RunState::Stopping);
    m_stoppingSinceNs = 0; // draining takes as long as it takes; nobody is stuck because of it
    tellAll(&Stage::drain);
    noteFinished({});
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

Snapshot Pipeline::snapshot() const
{
    Snapshot snapshot;
    snapshot.takenNs = nowNs();
    snapshot.ranNs = m_ranNs + (m_sinceNs > 0 ? snapshot.takenNs - m_sinceNs : 0);
    snapshot.runState = m_runState;
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
    return record ? record->options : SubscriptionOptions();
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

void Pipeline::startStage(StageRecord &record)
{
    if (!record.behaviour)
        record.behaviour = record.spec.make();
    record.shared = std::make_shared<StageShared>();
    record.shared->gate.setWorkTime(record.spec.options.workTime);
    if (record.role == StageRole::Consumer && m_logCapacity > 0)
        record.shared->log = std::make_shared<BatchLog>(m_logCapacity);
    if (record.role != StageRole::Consumer)
        record.shared->limit = m_limit;
    record.thread = m_topology->nextThread();
    record.stage = std::make_unique<Stage>(record.id, record.spec.name, std::move(record.behaviour),
                                           record.spec.options, record.shared);
    record.life = StageRecord::Life::Running;
    const StageId id = record.id;
    Stage *stage = record.stage.get();
    connect(stage, &Stage::left, this, [this, id](const Departure &d) { noteLeft(id, d); });
    connect(stage, &Stage::subscriptionSettled, this,
            [this](quint64 subscription) { noteSubscriptionSettled({subscription}); });
    connect(stage, &Stage::settled, this, [this, id] { noteSettled(id); });
    connect(stage, &Stage::finished, this, [this, id] { noteFinished(id); });
    stage->tell({.kind = StageCommand::Kind::Begin});
    if (m_runState == RunState::Paused)
        stage->closeGate();
}

void Pipeline::wire(SubscriptionRecord &record)
{
    StageRecord &consumer = *m_topology->find(record.consumer);
    StageRecord &producer = *m_topology->find(record.producer);
    record.cells = std::make_shared<SubscriptionCells>();
    const auto limit = consumer.role == StageRole::Consumer ? OutletEnd::Limit::Counted
                                                            : OutletEnd::Limit::NotCounted;
    auto *inlet = new InletEnd(record.id, record.producer, record.options, record.cells);
    auto *outlet = new OutletEnd(record.id, limit, record.cells);
    connectEnds(inlet, outlet);
    // The producer first: its end must be attached before the first ask can reach it.
    producer.stage->attachOutlet(outlet);
    consumer.stage->attachInlet(inlet);
}

void Pipeline::tellAll(void (Stage::*command)())
{
    for (StageRecord &record : m_topology->stages()) {
        if (record.stage)
            (record.stage.get()->*command)();
    }
}

void Pipeline::enter(RunState state)
{
    if (m_runState == state)
        return;
    const std::int64_t now = nowNs();
    if (m_sinceNs > 0)
        m_ranNs += now - std::exchange(m_sinceNs, 0);
    if (state == RunState::Running || state == RunState::Stopping)
        m_sinceNs = now;
    m_stoppingSinceNs = state == RunState::Stopping ? now : 0;
    m_runState = state;
    Q_EMIT runStateChanged(state);
}

void Pipeline::noteLeft(StageId id, const Departure &departure)
{
    departure.handover.acquire();
    StageRecord *record = m_topology->find(id);
    if (!record || record->isBeingRemoved)
        return;
    record->stopReason = QString::fromStdString(toString(departure.reason));
    Q_EMIT stageStopped(id, record->stopReason, departure.crashed);
    Q_EMIT topologyChanged();
    if (m_limit && m_limit->isReached())
        drain();
}

void Pipeline::noteSubscriptionSettled(SubscriptionId id)
{
    SubscriptionRecord *record = m_topology->find(id);
    if (!record || !record->cells || record->isSettled)
        return;
    record->isSettled = true;
    const InletFigures inlet = record->cells->inlet.read();
    if (StageRecord *consumer = m_topology->find(record->consumer))
        consumer->withdrawn += record->cells->outlet.read().withdrawn;
    if (StageRecord *producer = m_topology->find(record->producer)) {
        producer->settledHandled += inlet.handled;
        producer->settledLost += inlet.lost;
    }
    if (record->isCancelled)
        m_topology->remove(id);
    Q_EMIT topologyChanged();
}

void Pipeline::noteSettled(StageId id)
{
    StageRecord *record = m_topology->find(id);
    if (!record || !record->stage)
        return;
    record->life = StageRecord::Life::Gone;
    record->stage->retire();
}

// Also called with no stage, to see whether all are gone.
void Pipeline::noteFinished(StageId id)
{
    if (StageRecord *record = m_topology->find(id)) {
        record->life = StageRecord::Life::Gone;
        if (record->stage)
            record->stage.release()->deleteLater(); // this is a slot of its signal
        if (record->isBeingRemoved) {
            const StageFigures figures =
                record->shared ? record->shared->figures.read() : StageFigures();
            const Settlement settlement{id, record->spec.name, figures.handled, figures.lost,
                                        record->withdrawn};
            m_topology->remove(id);
            Q_EMIT removed(settlement);
            Q_EMIT topologyChanged();
        }
    }
    auto &stages = m_topology->stages();
    // One that was added while the pipeline stops has no thread either: it waits for the next start.
    const auto isGone = [](const StageRecord &record) { return !record.stage; };
    const bool wasRunning = m_runState != RunState::Idle && m_runState != RunState::Stopped;
    const bool mayBeEmpty = m_runState == RunState::Stopping;
    if (!wasRunning || !std::ranges::all_of(stages, isGone) || (stages.empty() && !mayBeEmpty))
        return;
    for (StageRecord &record : stages)
        record.life = StageRecord::Life::Idle; // open for changes until the next start
    enter(RunState::Stopped);
}

void Pipeline::joinAll()
{
    tellAll(&Stage::leave);
    tellAll(&Stage::retire);
    const auto joinEach = [this](std::chrono::milliseconds time) {
        const QDeadlineTimer deadline(time);
        return std::ranges::count_if(m_topology->stages(), [&](StageRecord &record) {
            return record.stage && !record.stage->join(deadline);
        });
    };
    if (joinEach(settleTime) == 0)
        return;
    // Somebody is stuck, and others wait for its goodbye: end the threads that can be ended.
    tellAll(&Stage::quit);
    joinEach(quitTime);
    for (StageRecord &record : m_topology->stages()) {
        if (record.stage && !record.stage->join(QDeadlineTimer(0))) {
            qCWarning(pipelineLog).noquote()
                << "Stage" << record.spec.name
                << "does not return from its own code; its thread is left behind.";
            record.stage->abandon();
        }
    }
}

} // namespace sluice
