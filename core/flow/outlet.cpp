// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/outlet.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace sluice {

Outlet::Outlet(std::unique_ptr<Dispatcher> dispatcher, const BufferOptions &buffer)
    : m_dispatcher(std::move(dispatcher))
    , m_buffer(buffer)
{
}

std::optional<StopReason> Outlet::subscribe(const Subscriber &subscriber, OutletEffects &effects)
{
    if (isSubscribed(subscriber.id))
        return StopReason{StopReason::Kind::DuplicatedSubscription, {}};
    if (auto refusal = m_dispatcher->subscribe(subscriber))
        return refusal;
    ++m_subscriberCount;
    drain(effects);
    return std::nullopt;
}

EventCount Outlet::cancel(SubscriptionId id, OutletEffects &effects)
{
    assert(isSubscribed(id));
    const EventCount withdrawn = m_dispatcher->demandOf(id);
    --m_subscriberCount;
    m_dispatcher->cancel(id, effects);
    drain(effects);
    return withdrawn;
}

void Outlet::ask(SubscriptionId id, EventCount count, OutletEffects &effects)
{
    assert(isSubscribed(id) && count > 0);
    m_dispatcher->ask(id, count, effects);
    drain(effects);
}

void Outlet::emitted(Batch batch, OutletEffects &effects)
{
    m_owed = std::max<EventCount>(0, m_owed - batch.size());
    if (batch.isEmpty())
        return;
    if (m_mode == DemandMode::Forward) {
        place(std::move(batch), effects);
    } else {
        m_parkedEvents += batch.size();
        m_parked.emplace_back(std::move(batch));
    }
}

void Outlet::info(InfoMarker marker, OutletEffects &effects)
{
    if (m_parkedEvents > 0)
        m_parked.emplace_back(marker);
    else if (!m_buffer.storeInfo(marker))
        m_dispatcher->info(marker, effects);
}

void Outlet::setMode(DemandMode mode, OutletEffects &effects)
{
    m_mode = mode;
    drain(effects);
}

EventCount Outlet::takeDemand(OutletEffects &effects)
{
    if (m_mode == DemandMode::Accumulate) {
        // §9: what the buffer covers is no demand of the producer's.
        const EventCount uncovered = unmet() - m_buffer.size();
        if (const EventCount more = uncovered - m_parkedDemand; more > 0) {
            m_parkedDemand += more;
            m_parked.emplace_back(more);
        }
        return 0;
    }
    while (!m_parked.empty()) {
        const Parked oldest = m_parked.front();
        m_parked.pop_front();
        if (const auto *batch = std::get_if<Batch>(&oldest)) {
            m_parkedEvents -= batch->size();
            place(*batch, effects);
        } else if (const auto *marker = std::get_if<InfoMarker>(&oldest)) {
            info(*marker, effects);
        } else {
            const EventCount parked = std::get<EventCount>(oldest);
            m_parkedDemand -= parked;
            if (const EventCount count = book(std::min(parked, unmet())); count > 0)
                return count;
        }
    }
    return book(unmet());
}

void Outlet::drain(OutletEffects &effects)
{
    while (m_mode == DemandMode::Forward && !m_buffer.isEmpty()
           && m_dispatcher->deliverable() > 0) {
        const auto [oldest, released] = m_buffer.take(m_dispatcher->deliverable());
        [[maybe_unused]] const EventCount placed = m_dispatcher->dispatch(oldest, effects);
        assert(placed == oldest.size());
        // Behind the events they waited for, which a dispatcher may still hold.
        for (const InfoMarker marker : released)
            m_dispatcher->info(marker, effects);
    }
}

void Outlet::place(Batch batch, OutletEffects &effects)
{
    // Rule (a). INV-15 says that a buffer that is not empty could not place anything anyway.
    while (m_buffer.isEmpty() && !batch.isEmpty() && m_dispatcher->deliverable() > 0) {
        const EventCount count = std::min(batch.size(), m_dispatcher->deliverable());
        [[maybe_unused]] const EventCount taken =
            m_dispatcher->dispatch(batch.front(count), effects);
        assert(taken == count);
        batch = batch.without(count); // REF-4: a partition may have dropped some for nothing
    }
    if (!batch.isEmpty())
        keep(std::move(batch), effects);
}

void Outlet::keep(Batch batch, OutletEffects &effects)
{
    const auto [discarded, released] = m_buffer.store(std::move(batch));
    effects.discarded += discarded;
    for (const InfoMarker marker : released)
        m_dispatcher->info(marker, effects);
}

EventCount Outlet::book(EventCount count)
{
    m_owed += count;
    return count;
}

EventCount Outlet::unmet() const
{
    return std::max<EventCount>(0, m_dispatcher->deliverable() - m_owed);
}

} // namespace sluice
