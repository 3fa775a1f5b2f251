// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// Who a stage is joined to, and how it comes to its end.

#include "core/stage/stagerunner.h"
#include "core/stage/stagethread.h"

#include <stdexcept>
#include <utility>

namespace sluice {

void StageRunner::attach(InletEnd *end)
{
    m_inletEnds.add(end->id(), end);
    if (m_life != Life::Running) {
        comeBackFromSettled();
        end->figures().ended = true;
        end->publish();
        end->sayGoodbye({Cancellation::Kind::Down, {StopReason::Kind::NoProcess, {}}});
        return;
    }
    const auto control =
        calling().handleSubscribe(CounterpartRole::Producer, end->options(), end->from());
    if (control != DemandControl::Automatic && control != DemandControl::Manual)
        throw std::logic_error("bad_return_value: handleSubscribe() has to answer Automatic or "
                               "Manual to a producer");
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
    Q_EMIT reported({.kind = StageReport::Kind::Subscribed, .subscription = end->id()});
}

void StageRunner::attach(OutletEnd *end, const StageCommand &command)
{
    m_outletEnds.insert(end->id(), end);
    if (m_life != Life::Running) {
        comeBackFromSettled();
        end->sayGoodbye({Cancellation::Kind::Down, {StopReason::Kind::NoProcess, {}}});
        return;
    }
    // §14, resubscribe: the old one ends first, then the new one is taken in.
    if (OutletEnd *old = m_outletEnds.value(command.subscription))
        detach(*old, {Cancellation::Kind::Cancel, command.reason});
    const auto control =
        calling().handleSubscribe(CounterpartRole::Consumer, end->options(), end->from());
    if (control != DemandControl::Automatic)
        throw std::logic_error("bad_return_value: handleSubscribe() has to answer Automatic to a "
                               "consumer; only a consumer can ask by hand");
    const SubscriptionOptions &options = end->options();
    const auto refusal = m_outlet->subscribe({end->id(), end->from().stage, &options}, *m_effects);
    carryOut();
    if (refusal) {
        note({.kind = StageNote::Kind::Refused,
              .subscription = end->id(),
              .text = refusal->text.empty() ? toString(*refusal) : refusal->text});
        const Cancellation why{Cancellation::Kind::Cancel, *refusal};
        end->sayGoodbye(why);
        calling().handleCancel(why, end->from());
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
    m_outlet->cancel(end.id(), *m_effects);
    carryOut();
    calling().handleCancel(why, end.from());
}

void StageRunner::setLimits(const StageCommand &command)
{
    DemandWindow *window = m_inlet.find(command.subscription);
    if (!window) {
        if (m_inletEnds.find(command.subscription) != m_inletEnds.end())
            note({.kind = StageNote::Kind::AsksByHand, .subscription = command.subscription});
        return;
    }
    window->setLimits(command.maxDemand, command.minDemand);
    InletEnd &end = *m_inletEnds.at(command.subscription);
    end.figures().maximum = command.maxDemand;
    end.figures().minimum = command.minDemand;
    end.publish();
}

// Demand that is still accumulated would keep it for ever.
void StageRunner::drain()
{
    if (!m_outlet)
        return;
    m_outlet->setMode(DemandMode::Forward, *m_effects);
    carryOut();
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
    const bool isAlone = m_draining && m_outlet && m_outletEnds.isEmpty();
    if (!isLast && !isAlone && !m_limitReached && !m_behaviour->isFinished())
        return;
    if (!m_limitReached && !isAlone && hasInbound())
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
    if (m_timer)
        m_timer->stop();
    for (const Timer &timer : std::exchange(m_timers, {}))
        delete timer.timer;
    try {
        if (ending != Ending::Ignored)
            calling().terminate(reason);
    } catch (...) {
        m_crashed = true; // the reason stays the first one
    }
    m_mailbox->close();
    dropEverything();
    failOpenCalls(reason);
    rest(); // whoever hears of it looks at the figures next
    // Before the goodbyes: the owner hears of who began before it hears of those that follow.
    Q_EMIT reported({.kind = StageReport::Kind::Left, .reason = reason, .crashed = m_crashed});
    sayGoodbyeToAll(reason);
    m_life = Life::Leaving;
    rest();
    settleIfDone();
}

void StageRunner::dropEverything()
{
    if (m_inbound)
        m_inbound->clear([](SubscriptionId, EventCount) {});
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
    const auto outlets = m_outletEnds.values();
    for (OutletEnd *end : outlets) {
        end->sayGoodbye({Cancellation::Kind::Down, reason});
        retireIfSettled(*end);
    }
}

void StageRunner::retireIfSettled(InletEnd &end)
{
    if (end.isSettled() && m_inletEnds.erase(end.id())) {
        end.letGoodbyeComplete();
        Q_EMIT reported({.kind = StageReport::Kind::SubscriptionSettled, .subscription = end.id()});
        end.deleteLater();
    }
}

void StageRunner::retireIfSettled(OutletEnd &end)
{
    if (end.isSettled() && m_outletEnds.remove(end.id())) {
        end.letGoodbyeComplete();
        end.deleteLater();
    }
}

void StageRunner::settleIfDone()
{
    if (!m_inletEnds.empty() || !m_outletEnds.isEmpty())
        return;
    if (m_life == Life::Leaving) {
        m_life = Life::Settled;
        rest();
        Q_EMIT reported({.kind = StageReport::Kind::Settled});
    }
    if (m_life != Life::Settled || !m_retiring)
        return;
    // Its last word; queued, because this message is not over.
    if (StagePorter *porter = std::exchange(m_porter, nullptr)) {
        QMetaObject::invokeMethod(
            porter, [this, porter] { porter->carry(this, m_seat); }, Qt::QueuedConnection);
    }
}

// A subscription that was made while this stage was leaving still wants its goodbyes.
void StageRunner::comeBackFromSettled()
{
    if (m_life == Life::Settled)
        m_life = Life::Leaving;
}

} // namespace sluice
