// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/stagerunner.h"

#include <QThread>

#include <cassert>
#include <stdexcept>
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
    , m_timer(this)
    , m_clock(m_figures)
{
    if (m_behaviour->role() != StageRole::Consumer) {
        const BufferOptions buffer = bufferFor(m_behaviour->role(), options);
        m_outlet.emplace(makeDispatcher(options.dispatcher, m_behaviour->outputType()), buffer);
        m_outlet->setMode(options.demand, m_effects);
        m_figures.bufferCapacity = buffer.size.value_or(-1);
    }
    if (options.ratePerSecond)
        m_pacer.emplace(*options.ratePerSecond);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] { arrive([this] { emitWhatIsDue(); }); });
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
    command.handover.acquire();
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
        atOnce([this, &command] { cancel(command.subscription, command.reason); });
        break;
    case Kind::LookAtGate:
        releaseParked();
        atOnce([] {});
        break;
    case Kind::Drain:
        m_draining = true;
        atOnce([] {});
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
    while (m_life == Life::Running && m_shared->gate.isOpen() && m_outlet && !m_limitReached) {
        auto entry = m_inbound.next(m_outlet->deliverable(), m_outlet->buffer().size(),
                                    m_outlet->queuedInDispatcher());
        if (!entry)
            break;
        if (entry->info) {
            m_outlet->info(*entry->info, m_effects);
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
    if (m_behaviour->role() == StageRole::Producer && !m_draining && !m_limitReached
        && !m_behaviour->isFinished()) {
        EventCount count = 0;
        do { // several times only for demand that was accumulated: GS-023, one call for each
            count = m_outlet->takeDemand(m_effects);
            carryOut();
            if (count > 0)
                demand(count);
        } while (m_outlet->isReplaying() && !m_stop);
        // What is unmet again, because events were dropped on the way out (REF-4), is for another
        // message: others get their turn in between.
        if (count > 0 && m_outlet->hasDemand())
            m_mailbox->post({.kind = StageMessage::Kind::Continue});
    }
    leaveIfAsked();
    leaveIfDone();
}

void StageRunner::begin()
{
    m_behaviour->enter(*this);
    if (m_behaviour->start() == StartAnswer::Ignore)
        leave(StopReason::normal(), Ending::Ignored);
    else if (!m_stop)
        Q_EMIT began();
}

void StageRunner::rest()
{
    const std::int64_t now = nowNs();
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
        && (m_behaviour->role() == StageRole::Producer || !m_inbound.isEmpty()
            || !m_outlet->buffer().isEmpty())) {
        return StageState::WaitsForDemand;
    }
    return StageState::WaitsForEvents;
}

void StageRunner::publish()
{
    m_figures.inbound = m_inbound.queuedEvents();
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

void StageRunner::attach(InletEnd *end)
{
    m_inletEnds.emplace(end->id(), end);
    if (m_life != Life::Running) {
        comeBackFromSettled();
        end->figures().ended = true;
        end->publish();
        end->sayGoodbye({Cancellation::Kind::Down, {StopReason::Kind::NoProcess, {}}});
        return;
    }
    const auto control =
        m_behaviour->handleSubscribe(CounterpartRole::Producer, end->options(), end->from());
    if (control == DemandControl::Manual) {
        m_inlet.subscribeManually(end->id(), end->options());
    } else {
        // §13.1: asked at once, whether anybody downstream wants events or not.
        const EventCount first = m_inlet.subscribe(end->id(), end->options());
        end->ask(first);
        end->figures().pending += first;
    }
    end->figures().manual = control == DemandControl::Manual;
    end->publish();
    Q_EMIT subscribed(end->id().value);
}

void StageRunner::attach(OutletEnd *end, const StageCommand &command)
{
    m_outletEnds.emplace(end->id(), end);
    if (m_life != Life::Running) {
        comeBackFromSettled();
        end->sayGoodbye({Cancellation::Kind::Down, {StopReason::Kind::NoProcess, {}}});
        return;
    }
    // §14, resubscribe: the old one ends first, then the new one is taken in.
    if (const auto old = m_outletEnds.find(command.subscription); old != m_outletEnds.end())
        detach(*old->second, {Cancellation::Kind::Cancel, command.reason});
    const auto control =
        m_behaviour->handleSubscribe(CounterpartRole::Consumer, end->options(), end->from());
    if (control != DemandControl::Automatic)
        throw std::logic_error("bad_return_value: handleSubscribe() has to answer Automatic to a "
                               "consumer; only a consumer can ask by hand");
    const SubscriptionOptions &options = end->options();
    const auto refusal = m_outlet->subscribe({end->id(), end->from().stage, &options}, m_effects);
    carryOut();
    if (refusal) {
        note({.kind = StageNote::Kind::Refused,
              .subscription = end->id(),
              .text = toString(*refusal)});
        const Cancellation why{Cancellation::Kind::Cancel, *refusal};
        end->sayGoodbye(why);
        m_behaviour->handleCancel(why, end->from());
    } else if (end->limit() == OutletEnd::Limit::Counted) {
        ++m_limitedEnds;
    }
}

// Ends a subscription by a consumer: the dispatcher forgets it first, so that nothing that
// handleCancel() emits is sent to it, and what that makes possible happens after the callback.
void StageRunner::detach(OutletEnd &end, const Cancellation &why)
{
    end.sayGoodbye(why);
    if (!m_outlet->isSubscribed(end.id()))
        return;
    if (end.limit() == OutletEnd::Limit::Counted)
        --m_limitedEnds;
    m_outlet->cancel(end.id(), m_effects);
    carryOut();
    m_behaviour->handleCancel(why, end.from());
}

void StageRunner::setLimits(const StageCommand &command)
{
    DemandWindow *window = m_inlet.find(command.subscription);
    if (!window)
        return;
    window->setLimits(command.maxDemand, command.minDemand);
    InletEnd &end = *m_inletEnds.at(command.subscription);
    end.figures().maximum = command.maxDemand;
    end.figures().minimum = command.minDemand;
    end.publish();
}

void StageRunner::leaveIfAsked()
{
    if (m_stop)
        leave(*m_stop, m_stop->isOrderly() ? Ending::InOrder : Ending::Crash);
}

void StageRunner::leaveIfDone()
{
    if (m_life != Life::Running)
        return;
    const bool isLast = m_draining && m_inlet.isEmpty();
    // While it drains nobody can join any more, so nobody will ever ask for what is left.
    const bool isAlone = m_draining && m_outlet && m_outletEnds.empty();
    if (!isLast && !isAlone && !m_limitReached && !m_behaviour->isFinished())
        return;
    if (!m_limitReached && !isAlone && !m_inbound.isEmpty())
        return;
    if (m_outlet && !isAlone && m_outlet->held() > 0)
        return;
    leave(StopReason::normal(), Ending::InOrder);
}

void StageRunner::leave(const StopReason &reason, Ending ending)
{
    if (m_life != Life::Running)
        return;
    m_life = Life::Dropping;
    m_crashed = ending == Ending::Crash;
    m_timer.stop();
    for (const auto &[id, timer] : std::exchange(m_timers, {}))
        delete timer.timer;
    try {
        if (ending != Ending::Ignored)
            m_behaviour->terminate(reason);
    } catch (...) {
        m_crashed = true; // the reason stays the first one
    }
    m_mailbox->close();
    dropEverything();
    failOpenCalls(reason);
    rest(); // whoever hears of it looks at the figures next
    // Before the goodbyes: the owner hears of who began before it hears of those that follow.
    Q_EMIT left({reason, m_crashed});
    sayGoodbyeToAll(reason);
    m_life = Life::Leaving;
    rest();
    settleIfDone();
}

void StageRunner::dropEverything()
{
    m_inbound.clear([](SubscriptionId, EventCount) {});
    if (m_outlet)
        m_figures.lost += m_outlet->held();
    m_infos.clear();
    // What waited at the gate is taken in the way it came, by a stage that is leaving.
    const auto parked = std::exchange(m_parked, {});
    for (const auto &handle : parked)
        handle();
}

void StageRunner::sayGoodbyeToAll(const StopReason &reason)
{
    const auto inlets = m_inletEnds;
    for (const auto &[id, end] : inlets) {
        InletFigures &figures = end->figures();
        m_figures.lost += figures.arrived - figures.handled - figures.lost;
        figures.lost = figures.arrived - figures.handled;
        figures.pending = 0;
        figures.ended = true;
        end->publish();
        m_inlet.end(id);
        end->sayGoodbye({Cancellation::Kind::Down, reason});
        retireIfSettled(*end);
    }
    const auto outlets = m_outletEnds;
    for (const auto &[id, end] : outlets) {
        end->sayGoodbye({Cancellation::Kind::Down, reason});
        retireIfSettled(*end);
    }
}

void StageRunner::retireIfSettled(InletEnd &end)
{
    if (end.isSettled() && m_inletEnds.erase(end.id()) > 0) {
        Q_EMIT subscriptionSettled(end.id().value);
        end.deleteLater();
    }
}

void StageRunner::retireIfSettled(OutletEnd &end)
{
    if (end.isSettled() && m_outletEnds.erase(end.id()) > 0)
        end.deleteLater();
}

void StageRunner::settleIfDone()
{
    if (!m_inletEnds.empty() || !m_outletEnds.empty())
        return;
    if (m_life == Life::Leaving) {
        m_life = Life::Settled;
        rest();
        Q_EMIT settled();
    }
    if (m_life == Life::Settled && m_retiring && !std::exchange(m_hasRetired, true))
        Q_EMIT retired();
}

// A subscription that was made while this stage was leaving still wants its goodbyes.
void StageRunner::comeBackFromSettled()
{
    if (m_life == Life::Settled)
        m_life = Life::Leaving;
}

} // namespace sluice
