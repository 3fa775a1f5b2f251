// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/stagerunner.h"

#include <QThread>

#include <sys/syscall.h>
#include <unistd.h>

namespace sluice {
namespace {

BufferOptions bufferFor(StageRole role, const StageOptions &options)
{
    if (options.buffer)
        return *options.buffer;
    if (role == StageRole::Producer)
        return {BufferOptions::producerSize, BufferKeep::Last};
    return {}; // §3: a producer-consumer's is not limited; its inbound rule bounds it
}

thread_local StageId currentStage; // NOLINT: which stage's callback this thread is in

std::uint64_t osThreadId()
{
    return static_cast<std::uint64_t>(::syscall(SYS_gettid));
}

} // namespace

StageRunner::StageRunner(StageId id, std::unique_ptr<Behaviour> behaviour,
                         const StageOptions &options, std::shared_ptr<StageShared> shared)
    : m_id(id)
    , m_behaviour(std::move(behaviour))
    , m_shared(std::move(shared))
    , m_clock(m_figures)
{
    if (m_behaviour->role() != StageRole::Consumer) {
        const BufferOptions buffer = bufferFor(m_behaviour->role(), options);
        m_outlet = std::make_unique<Outlet>(
            makeDispatcher(options.dispatcher, m_behaviour->outputType()), buffer);
        m_effects = std::make_unique<OutletEffects>();
        m_outlet->setMode(options.demand, *m_effects);
        m_figures.bufferCapacity = buffer.size.value_or(-1);
    }
    if (options.ratePerSecond)
        m_pacer = std::make_unique<Pacer>(*options.ratePerSecond);
    if (m_behaviour->role() == StageRole::ProducerConsumer)
        m_inbound = std::make_unique<InboundQueue>();
    if (m_behaviour->role() == StageRole::Producer) {
        m_timer = new QTimer(this);
        m_timer->setSingleShot(true);
        m_timer->setTimerType(Qt::PreciseTimer);
        connect(m_timer, &QTimer::timeout, this, [this] { arrive([this] { emitWhatIsDue(); }); });
    }
}

StageRunner::~StageRunner() = default;

StageRunner::Inside::Inside(StageId id) noexcept
{
    currentStage = id;
}

StageRunner::Inside::~Inside()
{
    currentStage = {};
}

StageId StageRunner::current() noexcept
{
    return currentStage;
}

void StageRunner::obey(const StageCommand &command)
{
    using Kind = StageCommand::Kind;
    const auto atOnce = [this](auto handle) { run(handle); };
    switch (command.kind) {
    case Kind::Begin:
        m_figures.osThread = osThreadId();
        m_figures.startedNs = nowNs();
        atOnce([this] { begin(); });
        break;
    case Kind::AttachInlet:
        command.inlet->attach(this);
        atOnce([this, end = command.inlet] { attach(end); });
        command.inlet->catchUp();
        break;
    case Kind::AttachOutlet:
        command.outlet->attach(this);
        atOnce([this, &command] { attach(command.outlet, command); });
        command.outlet->catchUp();
        break;
    case Kind::SetLimits:
        atOnce([this, &command] { setLimits(command); });
        break;
    case Kind::Cancel:
        atOnce([this, &command] { obeyCancel(command); });
        break;
    case Kind::LookAtGate:
        releaseParked();
        atOnce([] {});
        break;
    case Kind::Examine:
        examine();
        break;
    case Kind::EndExamining:
        m_measuring.reset();
        break;
    case Kind::Drain:
        m_draining = true;
        atOnce([this] { drain(); });
        break;
    case Kind::Leave:
        leave(StopReason::shutdown(), Ending::InOrder);
        rest();
        break;
    case Kind::Retire:
        m_retiring = true;
        settleIfDone();
        break;
    }
}

void StageRunner::park(std::function<void()> handle)
{
    m_parked.push_back(std::move(handle));
    releaseParked();
    if (!m_parked.empty())
        rest();
}

void StageRunner::releaseParked()
{
    while (m_life == Life::Running && m_shared->gate.isOpen() && !m_parked.empty()) {
        const auto handle = std::move(m_parked.front());
        m_parked.pop_front();
        run(handle);
    }
}

// What a message makes possible: inbound messages may start, the producer may be asked, the stage
// may be done.
void StageRunner::proceed()
{
    leaveIfAsked();
    while (m_life == Life::Running && m_shared->gate.isOpen() && m_inbound && !m_limitReached) {
        auto entry = m_inbound->next(m_outlet->deliverable(), m_outlet->buffer().size(),
                                     m_outlet->queuedInDispatcher());
        if (!entry)
            break;
        if (entry->info) {
            m_outlet->info(*entry->info, *m_effects);
            carryOut();
        } else if (InletEnd &end = *m_inletEnds.at(entry->from); entry->ended) {
            handleEnd(end);
        } else {
            handleBatch(end, entry->batch, entry->sentNs);
        }
        leaveIfAsked();
    }
    if (m_life != Life::Running || !m_shared->gate.isOpen())
        return;
    if (m_behaviour->role() == StageRole::Producer && !m_limitReached)
        answerDemand();
    leaveIfAsked();
    leaveIfDone();
}

// What was parked goes out in any case; only a producer that still has something to say is asked.
void StageRunner::answerDemand()
{
    EventCount count = 0;
    do { // several times only for demand that was accumulated: GS-023, one call for each
        count = m_outlet->takeDemand(*m_effects);
        carryOut();
        if (count > 0 && !m_draining && !m_behaviour->isFinished())
            demand(count);
    } while (m_outlet->isReplaying() && !m_stop);
    // What is unmet again, because events were dropped on the way out (REF-4), is for another
    // message: others get their turn in between.
    if (count > 0 && m_outlet->hasDemand() && !m_draining && !m_behaviour->isFinished())
        m_mailbox->post({.kind = StageMessage::Kind::Continue});
}

void StageRunner::begin()
{
    m_behaviour->enter(*this);
    if (calling().start() == StartAnswer::Ignore)
        leave(StopReason::normal(), Ending::Ignored);
    else if (!m_stop)
        Q_EMIT reported({.kind = StageReport::Kind::Began});
}

void StageRunner::rest()
{
    const std::int64_t now = stampNs();
    m_stampNs = 0;
    MessageRound::remember(now);
    m_clock.enter(restingState(), now);
    m_shared->busySinceNs.store(0, std::memory_order_relaxed);
    publish();
}

StageState StageRunner::restingState() const
{
    if (m_crashed)
        return StageState::Crashed;
    if (m_life != Life::Running)
        return m_life == Life::Settled ? StageState::Stopped : StageState::Leaving;
    if (m_shared->gate.isClosed())
        return StageState::Paused;
    if (m_outlet && m_outlet->deliverable() == 0
        && (m_behaviour->role() == StageRole::Producer || hasInbound()
            || !m_outlet->buffer().isEmpty())) {
        return StageState::WaitsForDemand;
    }
    return StageState::WaitsForEvents;
}

void StageRunner::publish()
{
    m_figures.inbound = m_inbound ? m_inbound->queuedEvents() : 0;
    m_figures.held = static_cast<std::int64_t>(m_parked.size());
    if (m_outlet) {
        m_figures.buffered = m_life == Life::Running ? m_outlet->buffer().size() : 0;
        m_figures.parked = m_life == Life::Running ? m_outlet->parkedEvents() : 0;
        m_figures.queued = m_life == Life::Running ? m_outlet->queuedInDispatcher() : 0;
        m_figures.deliverable = m_life == Life::Running ? m_outlet->deliverable() : 0;
        m_figures.owed = m_outlet->owed();
    }
    m_shared->figures.publish(m_figures);
}

} // namespace sluice
