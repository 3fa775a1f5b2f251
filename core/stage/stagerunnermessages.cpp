// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// What a stage hears besides its subscriptions, and what its behaviour may ask of it.

#include "core/stage/stagerunner.h"

#include <algorithm>
#include <stdexcept>

namespace sluice {

void StageRunner::hear(const StageMessage &message)
{
    if (message.kind != StageMessage::Kind::Stop) {
        arrive(message, [this](const StageMessage &arrived) { handle(arrived); });
        return;
    }
    if (m_life != Life::Running) {
        message.caller.fail(CallError::NoProcess);
        return;
    }
    const auto stop = [&] {
        leave(message.reason, Ending::InOrder);
        message.caller.reply({});
    };
    run(stop);
}

void StageRunner::handle(const StageMessage &message)
{
    using Kind = StageMessage::Kind;
    ++m_figures.messages;
    if (m_life != Life::Running) {
        message.caller.fail(CallError::NoProcess);
        return;
    }
    switch (message.kind) {
    case Kind::Call:
        handleCall(message);
        break;
    case Kind::Cast:
        calling().handleCast(message.value);
        break;
    case Kind::Message:
    case Kind::ReleasedInfo:
        handlePlainInfo(message.value);
        break;
    case Kind::OrderedInfo:
        handleOrderedInfo(message);
        break;
    case Kind::Credit:
        if (m_outlet->isSubscribed(message.subscription)) {
            m_outlet->ask(message.subscription, message.count, *m_effects);
            carryOut();
        }
        break;
    case Kind::Ask:
        ask(message.subscription, message.count);
        break;
    case Kind::SetDemandMode:
        setDemandMode(message);
        break;
    case Kind::DemandModeOf: {
        // REF-7: a producer-consumer answers too.
        const bool parks = m_outlet && m_outlet->mode() == DemandMode::Accumulate;
        message.caller.reply(parks ? QStringLiteral("accumulate") : QStringLiteral("forward"));
        break;
    }
    case Kind::BufferedCount:
        if (m_outlet)
            message.caller.reply(static_cast<qlonglong>(m_outlet->buffer().size()));
        else
            message.caller.fail(CallError::WrongRole);
        break;
    case Kind::Continue:
    case Kind::Stop:
        break;
    }
}

void StageRunner::handleCall(const StageMessage &message)
{
    std::erase_if(m_openCalls, [](const Caller &caller) { return caller.isAnswered(); });
    m_openCalls.push_back(message.caller);
    if (const auto value = calling().handleCall(message.value, message.caller))
        message.caller.reply(*value);
}

void StageRunner::handlePlainInfo(const QVariant &message)
{
    calling().handleInfo(message);
    if (m_behaviour->takeUnknownInfo()) {
        note({.kind = StageNote::Kind::UnknownMessage, .text = message.toString().toStdString()});
    }
}

// §11: the message follows the events that are here now.
void StageRunner::handleOrderedInfo(const StageMessage &message)
{
    if (!m_outlet) {
        m_mailbox->post({.kind = StageMessage::Kind::ReleasedInfo, .value = message.value});
    } else {
        const InfoMarker marker{++m_lastInfo};
        m_infos.insert(marker.id, message.value);
        if (hasInbound()) {
            m_inbound->pushInfo(marker);
        } else {
            m_outlet->info(marker, *m_effects);
            carryOut();
        }
    }
    message.caller.reply({});
}

void StageRunner::setDemandMode(const StageMessage &message)
{
    if (m_behaviour->role() == StageRole::Producer) {
        m_outlet->setMode(message.mode, *m_effects);
        carryOut();
        message.caller.reply({});
    } else if (m_outlet && message.mode == DemandMode::Forward) {
        message.caller.reply({}); // §9: it never does anything else
    } else {
        note({.kind = StageNote::Kind::NoDemandMode});
        message.caller.fail(CallError::WrongRole);
    }
}

void StageRunner::note(StageNote note)
{
    if (m_shared->notes.add(std::move(note)))
        Q_EMIT reported({.kind = StageReport::Kind::Noted});
}

void StageRunner::failOpenCalls(const StopReason &reason)
{
    for (const Caller &caller : std::exchange(m_openCalls, {}))
        caller.fail(CallError::Stopped, reason);
}

void StageRunner::emitBatch(Batch batch)
{
    if (!m_outlet) { // §8: dropped, and everything else proceeds
        if (!batch.isEmpty())
            note({.kind = StageNote::Kind::CannotEmit, .count = batch.size()});
        return;
    }
    emitEvents(std::move(batch));
    m_stampNs = 0; // the callback goes on
}

void StageRunner::ask(SubscriptionId subscription, EventCount count)
{
    if (count <= 0)
        throw std::invalid_argument("a demand of " + std::to_string(count)
                                    + " cannot be asked for; it has to be at least 1");
    const auto found = m_inletEnds.find(subscription);
    if (found == m_inletEnds.end() || found->second->saidGoodbye())
        return;
    InletEnd &end = *found->second;
    end.ask(count);
    end.figures().pending += count;
    end.publish();
}

void StageRunner::cancel(SubscriptionId subscription, const StopReason &reason)
{
    const Cancellation why{Cancellation::Kind::Cancel, reason};
    if (const auto inlet = m_inletEnds.find(subscription); inlet != m_inletEnds.end())
        inlet->second->sayGoodbye(why);
    else if (OutletEnd *outlet = m_outletEnds.value(subscription))
        detach(*outlet, why);
}

void StageRunner::obeyCancel(const StageCommand &command)
{
    const auto inlet = m_inletEnds.find(command.subscription);
    if (inlet != m_inletEnds.end() && command.cancelMode)
        inlet->second->setCancelMode(*command.cancelMode);
    cancel(command.subscription, command.reason);
}

void StageRunner::stop(const StopReason &reason)
{
    if (!m_stop)
        m_stop = std::make_unique<StopReason>(reason);
}

void StageRunner::post(const QVariant &message)
{
    m_mailbox->post({.kind = StageMessage::Kind::Message, .value = message});
}

void StageRunner::sendInfo(const QVariant &message)
{
    m_mailbox->post({.kind = StageMessage::Kind::OrderedInfo, .value = message});
}

TimerId StageRunner::startTimer(std::chrono::milliseconds interval, const QVariant &message,
                                TimerMode mode)
{
    const std::uint64_t id = ++m_lastTimer;
    auto *timer = new QTimer(this);
    timer->setTimerType(Qt::PreciseTimer);
    timer->setSingleShot(mode == TimerMode::Once);
    timer->setInterval(interval);
    connect(timer, &QTimer::timeout, this, [this, id] { ring(id); });
    m_timers.insert(id, Timer{timer, message, mode});
    timer->start();
    return {id};
}

void StageRunner::stopTimer(TimerId timer)
{
    if (QTimer *stopped = m_timers.take(timer.value).timer)
        stopped->deleteLater();
}

StageAddress StageRunner::address() const
{
    return StageAddress(m_mailbox);
}

// A repeating timer does not pile up in front of a closed gate.
void StageRunner::ring(std::uint64_t id)
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end() || std::exchange(found->waits, true))
        return;
    arrive([this, id] {
        const auto timer = m_timers.find(id);
        if (timer == m_timers.end() || m_life != Life::Running)
            return;
        timer->waits = false;
        const QVariant message = timer->message;
        if (timer->mode == TimerMode::Once)
            stopTimer({id});
        ++m_figures.messages;
        handlePlainInfo(message);
    });
}

} // namespace sluice
