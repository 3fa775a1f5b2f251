// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/demanddispatcher.h"
#include "core/flow/inboundqueue.h"
#include "core/flow/inlet.h"
#include "core/flow/outlet.h"

#include <memory>
#include <utility>
#include <vector>

namespace sluice::test {

/// A producer-consumer made of the flow rules alone, put together as genstage-semantics §13 says.
///
/// What it is told are the functions; what it does are the hooks, called in the order it happens.
class MiddleStage
{
public:
    explicit MiddleStage(const BufferOptions &buffer = {})
        : m_outlet(std::make_unique<DemandDispatcher>(), buffer)
    {
    }

    virtual ~MiddleStage() = default;

    [[nodiscard]] const Outlet &outlet() const { return m_outlet; }

    [[nodiscard]] const InboundQueue &inbound() const { return m_inbound; }

    [[nodiscard]] Inlet &inlet() { return m_inlet; }

    [[nodiscard]] bool isStopped() const { return m_isStopped; }

    void subscribeTo(SubscriptionId id, const SubscriptionOptions &options)
    {
        asksFor(id, m_inlet.subscribe(id, options));
    }

    void receiveEvents(SubscriptionId id, Batch batch)
    {
        m_inbound.pushEvents(id, std::move(batch));
        run();
    }

    void receiveEnd(SubscriptionId id, StopReason reason)
    {
        m_inbound.pushEnd(id, std::move(reason));
        run();
    }

    void receiveSubscriber(SubscriptionId id)
    {
        const SubscriptionOptions options;
        std::ignore = m_outlet.subscribe({id, StageId{id.value}, &options}, m_effects);
        run();
    }

    void receiveAsk(SubscriptionId id, EventCount count)
    {
        m_outlet.ask(id, count, m_effects);
        run();
    }

    void receiveCancel(SubscriptionId id)
    {
        m_outlet.cancel(id, m_effects);
        run();
    }

    MiddleStage(const MiddleStage &) = delete;
    MiddleStage &operator=(const MiddleStage &) = delete;

protected:
    /// The behaviour. Here: passes everything on.
    [[nodiscard]] virtual Batch work(const Batch &slice) { return slice; }

    /// A message, or the end of a subscription, is taken from the inbound queue.
    virtual void starts(const InboundQueue::Entry &) { }

    virtual void handles(SubscriptionId, const Batch &) { }

    virtual void asksFor(SubscriptionId, EventCount) { }

    virtual void sends(const Delivery &) { }

    virtual void stops(const StopReason &) { }

private:
    void run()
    {
        flush();
        while (!m_isStopped) {
            const auto entry = m_inbound.next(m_outlet.deliverable(), m_outlet.buffer().size());
            if (!entry)
                return;
            starts(*entry);
            if (entry->ended)
                end(*entry);
            else
                handle(*entry);
        }
    }

    void handle(const InboundQueue::Entry &entry)
    {
        DemandWindow &window = *m_inlet.find(entry.from);
        window.beginMessage();
        for (EventCount done = 0; done < entry.batch.size();) {
            const EventCount count = window.nextSlice(entry.batch.size() - done);
            const Batch slice = entry.batch.slice(done, count);
            done += count;
            handles(entry.from, slice);
            m_outlet.emitted(work(slice), m_effects);
            flush();
            if (const EventCount ask = window.handled(count); ask > 0)
                asksFor(entry.from, ask); // §6: after the output of the slice
        }
    }

    void end(const InboundQueue::Entry &entry)
    {
        const auto mode = m_inlet.end(entry.from);
        m_isStopped = mode && endsConsumer(*mode, *entry.ended);
        if (m_isStopped)
            stops(*entry.ended);
    }

    void flush()
    {
        for (const Delivery &delivery : std::exchange(m_effects.deliveries, {}))
            sends(delivery);
    }

    Inlet m_inlet;
    InboundQueue m_inbound;
    Outlet m_outlet;
    OutletEffects m_effects;
    bool m_isStopped = false;
};

} // namespace sluice::test
