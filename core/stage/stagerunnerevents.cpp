// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// How a stage receives and emits; its life is in stagerunnerlife.cpp.

#include "core/stage/stagerunner.h"

#include <algorithm>

namespace sluice {
namespace {

// Within a message that takes long, figures and log follow at this distance (design D5).
constexpr std::int64_t tellEveryNs = 4'000'000;

// A producer that works on its events looks at its messages this often.
constexpr std::int64_t longestTurnNs = 5'000'000;

} // namespace

void StageRunner::receive(InletEnd &end, const SentBatch &message)
{
    ++m_figures.messages;
    InletFigures &figures = end.figures();
    figures.arrived += message.batch.size();
    ++figures.batches;
    m_figures.arrived += message.batch.size();
    if (m_life != Life::Running) {
        figures.lost += message.batch.size();
        m_figures.lost += message.batch.size();
        end.publish();
        return;
    }
    if (m_inbound) {
        end.publish();
        m_inbound->pushEvents(end.id(), message.batch, message.sentNs);
    } else {
        handleBatch(end, message.batch, message.sentNs);
    }
}

void StageRunner::subscriptionEnded(InletEnd &end)
{
    ++m_figures.messages;
    end.sayGoodbye(end.cancellation());
    end.figures().pending = 0;
    end.publish();
    m_inlet.end(end.id());
    if (m_life != Life::Running) {
        retireIfSettled(end);
        settleIfDone();
    } else if (m_inbound) {
        // Behind what has arrived (§13, REF-10).
        const StopReason &reason = end.cancellation().reason;
        const bool stops = endsConsumer(end.cancelMode(), reason);
        m_inbound->pushEnd(end.id(), reason,
                           stops ? InboundQueue::End::Stops : InboundQueue::End::Keeps);
    } else {
        handleEnd(end);
    }
}

void StageRunner::handleEnd(InletEnd &end)
{
    const Cancellation why = end.cancellation();
    const CancelMode mode = end.cancelMode();
    const From from = end.from();
    retireIfSettled(end);
    calling().handleCancel(why, from);
    leaveIfAsked();
    if (!endsConsumer(mode, why.reason))
        return;
    if (m_life == Life::Running && !why.reason.isOrderly()) { // an orderly end is no news
        const char *expected = mode == CancelMode::Permanent ? "no end" : "an orderly end";
        note({.kind = StageNote::Kind::EndedBy,
              .subscription = from.subscription,
              .text =
                  std::string("cancel: expected ") + expected + ", got " + toString(why.reason)});
    }
    leave(why.reason, Ending::InOrder); // it did not fail itself, whatever the reason
}

void StageRunner::handleBatch(InletEnd &end, const Batch &batch, std::int64_t sentNs)
{
    DemandWindow *window = m_inlet.find(end.id());
    if (window)
        window->beginMessage();
    for (EventCount offset = 0; offset < batch.size();) {
        // GS-017: events of a subscription that has ended are one slice, and nothing is asked.
        const EventCount rest = batch.size() - offset;
        const EventCount count = window ? window->nextSlice(rest) : rest;
        if (!handleSlice(end, batch.slice(offset, count), sentNs) || m_stop)
            break; // GX-15: the rest of the message is lost, and nothing is asked
        offset += count;
        if (!window)
            continue;
        const EventCount more = window->handled(count);
        if (const EventCount excess = window->excess() - end.figures().excess; excess > 0) {
            end.figures().excess += excess;
            note({.kind = StageNote::Kind::Excess, .subscription = end.id(), .count = excess});
        }
        if (end.saidGoodbye())
            continue; // cancelled: takes what was under way and asks for nothing
        if (more > 0)
            end.ask(more);
        end.figures().pending = window->pending();
    }
    end.publish();
}

bool StageRunner::handleSlice(InletEnd &end, const Batch &slice, std::int64_t sentNs)
{
    ++m_figures.callbacks;
    if (m_shared->gate.workTime() > Gate::Duration::zero())
        return handleOneByOne(end, slice, sentNs);
    const std::int64_t busySinceNs = measuredBusyNs();
    Batch results = calling().runEvents(slice, end.from());
    measure(busySinceNs, slice.size());
    noteHandled(end, slice, sentNs);
    emitEvents(std::move(results));
    return true;
}

// With simulated work the behaviour gets its events one by one, as each of them is worked off, and
// whoever watches sees them go.
bool StageRunner::handleOneByOne(InletEnd &end, const Batch &slice, std::int64_t sentNs)
{
    std::vector<Batch> results;
    EventCount done = 0;
    EventCount told = 0;
    std::int64_t toldNs = nowNs();
    const auto tell = [&] {
        if (done > told)
            noteHandled(end, slice.slice(told, done - told), sentNs);
        told = done;
        end.publish();
        publish();
    };
    try {
        while (done < slice.size() && !m_stop) {
            const std::int64_t busySinceNs = measuredBusyNs();
            if (!workOnOneEvent())
                break;
            Batch result = calling().runEvents(slice.slice(done, 1), end.from());
            measure(busySinceNs, 1);
            ++done;
            if (!result.isEmpty())
                results.push_back(std::move(result));
            if (m_shared->wantsExamination.load(std::memory_order_relaxed))
                examine();
            if (const std::int64_t now = nowNs(); now - toldNs >= tellEveryNs) {
                toldNs = now;
                tell();
            }
        }
    } catch (...) {
        tell();
        emitEvents(Batch::joined(results)); // of what was handled before
        throw;
    }
    tell();
    emitEvents(Batch::joined(results));
    return done == slice.size();
}

// Returns false if the stage was told to leave.
bool StageRunner::workOnOneEvent()
{
    Gate::Duration done{0};
    m_stampNs = 0;
    for (;;) {
        switch (m_shared->gate.work(done)) {
        case Gate::Work::Done:
            return true;
        case Gate::Work::Left:
            return false;
        case Gate::Work::Closed:
            rest(); // paused in the middle of the work
            m_shared->gate.waitWhileClosed();
            beBusy(nowNs()); // the end of the message before was before the pause
            break;
        }
    }
}

void StageRunner::noteHandled(InletEnd &end, const Batch &events, std::int64_t sentNs)
{
    InletFigures &figures = end.figures();
    figures.handled += events.size();
    figures.pending = std::max<EventCount>(0, figures.pending - events.size());
    m_figures.handled += events.size();
    if (m_shared->log) {
        const std::int64_t now = stampNs();
        m_shared->log->write(events, end.id(), now, now - sentNs);
    }
}

void StageRunner::ask(OutletEnd &end, EventCount count)
{
    ++m_figures.messages;
    if (m_life != Life::Running || !m_outlet->isSubscribed(end.id()))
        return;
    m_outlet->ask(end.id(), count, *m_effects);
    carryOut();
}

void StageRunner::subscriberLeft(OutletEnd &end, const Cancellation &why)
{
    ++m_figures.messages;
    end.sayGoodbye(why);
    retireIfSettled(end);
    if (m_life == Life::Running)
        detach(end, why);
    settleIfDone();
}

void StageRunner::emitEvents(Batch batch)
{
    if (batch.isEmpty())
        return;
    if (m_shared->limit && m_limitedEnds > 0) {
        batch = batch.front(m_shared->limit->take(batch.size()));
        m_limitReached = m_shared->limit->isReached();
    }
    m_figures.emitted += batch.size();
    m_outlet->emitted(std::move(batch), *m_effects);
    carryOut();
}

void StageRunner::carryOut()
{
    send();
    if (m_effects->hasMore())
        carryOutRest();
}

// What a rule seldom asks for. Callbacks may emit, so the effects are taken out first.
void StageRunner::carryOutRest()
{
    const OutletEffects effects = std::exchange(*m_effects, {});
    for (const Credit &credit : effects.credits) {
        m_mailbox->post(
            {.kind = StageMessage::Kind::Credit, .subscription = credit.to, .count = credit.count});
    }
    for (const InfoMarker marker : effects.released) {
        if (const auto info = m_infos.constFind(marker.id); info != m_infos.cend()) {
            m_mailbox->post({.kind = StageMessage::Kind::ReleasedInfo, .value = *info});
            m_infos.erase(info);
        }
    }
    if (effects.greedy) {
        note({.kind = StageNote::Kind::GreedyAsk,
              .subscription = effects.greedy->id,
              .count = effects.greedy->count,
              .expected = effects.greedy->expected});
    }
    if (effects.discarded > 0) {
        m_figures.discarded += effects.discarded;
        if (calling().shouldReportDiscarded(effects.discarded))
            note({.kind = StageNote::Kind::Discarded, .count = effects.discarded});
    }
}

void StageRunner::send()
{
    if (m_effects->deliveries.empty())
        return;
    const std::int64_t now = stampNs();
    for (Delivery &delivery : m_effects->deliveries) {
        m_figures.sent += delivery.batch.size();
        m_outletEnds.value(delivery.to)->send(std::move(delivery.batch), now);
    }
    m_effects->deliveries.clear();
}

void StageRunner::demand(EventCount count)
{
    if (!m_pacer && m_shared->gate.workTime() <= Gate::Duration::zero() && m_promised == 0) {
        produce(count, measuredBusyNs());
        return;
    }
    m_promised += count;
    if (!m_timer->isActive())
        m_timer->start(0);
}

// A producer that needs time answers in parts, from its timer, and hears its messages in between.
void StageRunner::emitWhatIsDue()
{
    if (m_life != Life::Running || m_draining || m_limitReached || m_behaviour->isFinished())
        return;
    if (m_shared->gate.workTime() > Gate::Duration::zero()) {
        emitWithWork();
    } else {
        const EventCount count = m_pacer ? m_pacer->due(m_promised, nowNs()) : m_promised;
        m_promised -= count;
        if (count > 0)
            produce(count, measuredBusyNs());
    }
    if (m_promised <= 0)
        return;
    const auto wait = m_pacer ? m_pacer->untilNext(nowNs()) : std::chrono::nanoseconds(0);
    m_timer->start(std::chrono::ceil<std::chrono::milliseconds>(wait));
}

void StageRunner::emitWithWork()
{
    const std::int64_t turnEndsNs = nowNs() + longestTurnNs;
    do {
        if (m_pacer && m_pacer->due(1, nowNs()) == 0)
            return;
        const std::int64_t busySinceNs = measuredBusyNs();
        if (!workOnOneEvent())
            return;
        --m_promised;
        produce(1, busySinceNs);
    } while (m_promised > 0 && !m_limitReached && !m_behaviour->isFinished()
             && nowNs() < turnEndsNs);
}

void StageRunner::produce(EventCount count, std::int64_t busySinceNs)
{
    ++m_figures.callbacks;
    Batch events = calling().runDemand(count);
    measure(busySinceNs, events.size());
    emitEvents(std::move(events));
}

std::int64_t StageRunner::measuredBusyNs() const noexcept
{
    if (!m_measuring)
        return 0;
    const std::int64_t earlier = m_figures.stateNs[static_cast<std::size_t>(StageState::Busy)];
    return m_figures.state == StageState::Busy ? earlier + nowNs() - m_figures.stateSinceNs
                                               : earlier;
}

void StageRunner::measure(std::int64_t busySinceNs, EventCount events) noexcept
{
    if (m_measuring && events > 0)
        m_measuring->tally.add((measuredBusyNs() - busySinceNs) / events, events);
}

void StageRunner::examine()
{
    // Only once for each time it was asked; what it drops at its end is counted in its figures.
    if (m_life != Life::Running
        || !m_shared->wantsExamination.exchange(false, std::memory_order_relaxed))
        return;
    const std::int64_t now = nowNs();
    if (!m_measuring) {
        m_measuring = std::make_unique<Measuring>();
        m_measuring->sinceNs = now;
    }
    auto seen = std::make_shared<Examination>();
    seen->takenNs = now;
    seen->measuredSinceNs = m_measuring->sinceNs;
    seen->time = m_measuring->tally.figures();
    if (m_outlet)
        seen->buffer = m_outlet->buffer().glimpse(Examination::shownEvents);
    if (m_inbound)
        seen->inbound = m_inbound->glimpse(Examination::shownEvents);
    Q_EMIT reported({.kind = StageReport::Kind::Examined, .examination = std::move(seen)});
}

} // namespace sluice
