// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// How the stages of a pipeline come and go; what its users call is in pipeline.cpp.

#include "core/pipeline/pipeline.h"
#include "core/pipeline/pipelinedesk.h"
#include "core/pipeline/supervisor.h"
#include "core/pipeline/threadplan.h"
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

} // namespace

void Pipeline::startStage(StageRecord &record)
{
    if (!record.behaviour)
        record.behaviour = record.spec.make();
    const auto log = record.shared ? record.shared->log : nullptr; // whoever reads it goes on
    record.endLife();
    record.left.reset();
    record.stopReason.clear();
    record.shared = std::make_shared<StageShared>();
    record.shared->gate.setWorkTime(record.spec.options.workTime);
    if (record.role == StageRole::Consumer && m_logCapacity > 0)
        record.shared->log = log ? log : std::make_shared<BatchLog>(m_logCapacity);
    if (record.role != StageRole::Consumer)
        record.shared->limit = m_limit;
    ThreadPlan::Seat seat = m_threads->seatFor(record.spec.name, record.spec.options);
    record.thread = seat.number;
    record.stage =
        std::make_unique<Stage>(record.id, std::move(seat.thread), std::move(record.behaviour),
                                record.spec.options, record.shared, *m_listener);
    record.life = StageRecord::Life::Running;
    Stage *stage = record.stage.get();
    stage->tell({.kind = StageCommand::Kind::Begin});
    if (m_runState == RunState::Paused)
        stage->closeGate();
}

void Pipeline::wire(SubscriptionRecord &record, const Replaced &replaced)
{
    StageRecord &consumer = *m_topology->find(record.consumer);
    StageRecord &producer = *m_topology->find(record.producer);
    record.cells = std::make_shared<SubscriptionCells>(record.options);
    auto *inlet = new InletEnd(record.id, record.producer, record.cells);
    if (!producer.stage || producer.life == StageRecord::Life::Gone) {
        // §14: the consumer hears that nobody is there, as a message like any other.
        inlet->hearGoodbye(
            {record.id, {Cancellation::Kind::Down, {StopReason::Kind::NoProcess, {}}}});
        consumer.stage->take(inlet);
        consumer.stage->attachInlet(inlet);
        return;
    }
    const auto limit = consumer.role == StageRole::Consumer ? OutletEnd::Limit::Counted
                                                            : OutletEnd::Limit::NotCounted;
    auto *outlet = new OutletEnd(record.id, record.consumer, limit, record.cells);
    connectEnds(inlet, outlet);
    producer.stage->take(outlet);
    consumer.stage->take(inlet);
    // The producer first, so that the first ask finds it ready. Only where the new subscription takes
    // the place of another the consumer has to know of it before the old one ends (§14).
    if (replaced.id.isValid())
        consumer.stage->attachInlet(inlet);
    producer.stage->attachOutlet(outlet, replaced.id, replaced.reason);
    if (!replaced.id.isValid())
        consumer.stage->attachInlet(inlet);
}

void Pipeline::tellAll(void (Stage::*command)())
{
    for (StageRecord &record : m_topology->stages())
        record.eachLife([command](const auto &stage) { (stage.get()->*command)(); });
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
    if (state == RunState::Stopping)
        m_restarting.clear();
    m_runState = state;
    Q_EMIT runStateChanged(state);
}

void Pipeline::note(StageId id, Stage &stage, const StageReport &report)
{
    report.handover.acquire();
    using Kind = StageReport::Kind;
    switch (report.kind) {
    case Kind::Began:
        m_desk->noteBegan(id);
        break;
    case Kind::Subscribed:
        m_desk->noteSubscribed(report.subscription);
        break;
    case Kind::Noted:
        readNotes(id);
        break;
    case Kind::Examined:
        noteExamined(id, *report.examination);
        break;
    case Kind::Left:
        noteLeft(id, report);
        break;
    case Kind::SubscriptionSettled:
        noteSubscriptionSettled(report.subscription);
        break;
    case Kind::Settled:
        noteSettled(id, stage);
        break;
    }
}

void Pipeline::noteLeft(StageId id, const StageReport &report)
{
    readNotes(id);
    m_desk->noteLeft(id, report.reason);
    StageRecord *record = m_topology->find(id);
    if (!record)
        return;
    record->left = report.reason;
    if (!record->isBeingRemoved) {
        const QString text = record->stopReason = QString::fromStdString(toString(report.reason));
        if (m_limit && m_limit->isReached())
            drain();
        Q_EMIT stageStopped(id, text, report.crashed);
        Q_EMIT topologyChanged();
        m_supervisor->noteStopped(id);
    }
    restartWhoCan();
}

void Pipeline::readNotes(StageId id)
{
    const StageRecord *record = m_topology->find(id);
    if (!record || !record->shared)
        return;
    for (const StageNote &note : record->shared->notes.take())
        Q_EMIT stageNoted(id, note);
}

void Pipeline::noteExamined(StageId id, Examination found)
{
    found.ranNs = m_ranNs;
    if (m_sinceNs > 0) // it may have answered before this stretch of running began
        found.ranNs += std::max<std::int64_t>(0, found.takenNs - m_sinceNs);
    Q_EMIT examined(id, found);
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

void Pipeline::noteSettled(StageId id, Stage &stage)
{
    StageRecord *record = m_topology->find(id);
    if (!record)
        return;
    if (record->stage.get() == &stage)
        record->life = StageRecord::Life::Gone;
    stage.retire();
}

// Also called with no stage, to see whether all are gone.
void Pipeline::noteFinished(StageId id, const Stage *stage)
{
    if (StageRecord *record = m_topology->find(id)) {
        if (record->stage.get() == stage) {
            record->life = StageRecord::Life::Gone;
            if (stage)
                record->stage.release()->deleteLater(); // it calls this
        } else {
            record->forget(stage);
        }
        forgetIfGone(*record);
    }
    auto &stages = m_topology->stages();
    // One that was added while the pipeline stops has no thread either: it waits for the next start.
    const auto isGone = [](const StageRecord &record) { return !record.isAlive(); };
    const bool wasRunning = m_runState != RunState::Idle && m_runState != RunState::Stopped;
    const bool mayBeEmpty = m_runState == RunState::Stopping;
    if (!wasRunning || !std::ranges::all_of(stages, isGone) || (stages.empty() && !mayBeEmpty))
        return;
    for (StageRecord &record : stages)
        record.life = StageRecord::Life::Idle; // open for changes until the next start
    enter(RunState::Stopped);
}

void Pipeline::forgetIfGone(StageRecord &record)
{
    if (!record.isBeingRemoved || record.isAlive())
        return;
    const StageId id = record.id;
    const StageFigures figures = record.figures();
    const Settlement settlement{id, record.spec.name, figures.handled, figures.lost,
                                record.withdrawn};
    m_topology->remove(id);
    Q_EMIT removed(settlement);
    Q_EMIT topologyChanged();
    restartWhoCan(); // some may have waited for it
}

void Pipeline::joinAll()
{
    tellAll(&Stage::leave);
    tellAll(&Stage::retire);
    const auto joinEach = [this](std::chrono::milliseconds time) {
        const QDeadlineTimer deadline(time);
        bool areJoined = true;
        for (StageRecord &record : m_topology->stages())
            record.eachLife([&](const auto &stage) { areJoined &= stage->join(deadline); });
        return areJoined;
    };
    if (joinEach(settleTime))
        return;
    // Somebody is stuck, and others wait for its goodbye: end the threads that can be ended.
    tellAll(&Stage::quit);
    joinEach(quitTime);
    for (StageRecord &record : m_topology->stages()) {
        record.eachLife([&record](const auto &stage) {
            if (stage->join(QDeadlineTimer(0)))
                return;
            // Others on its thread are left behind with it, and are not to blame.
            if (stage->shared().busySinceNs.load() != 0)
                qCWarning(pipelineLog).noquote()
                    << "Stage" << record.spec.name
                    << "does not return from its own code; its thread is left behind.";
            stage->abandon();
        });
    }
}

} // namespace sluice
