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

bool Outlet::subscribe(SubscriptionId id, std::vector<Delivery> &deliveries)
{
    if (!m_subscribers.insert(id).second)
        return false;
    m_dispatcher->subscribe(id);
    drain(deliveries);
    return true;
}

EventCount Outlet::cancel(SubscriptionId id, std::vector<Delivery> &deliveries)
{
    assert(isSubscribed(id));
    const EventCount withdrawn = m_dispatcher->demandOf(id);
    m_subscribers.erase(id);
    m_dispatcher->cancel(id);
    drain(deliveries);
    return withdrawn;
}

void Outlet::ask(SubscriptionId id, EventCount count, std::vector<Delivery> &deliveries)
{
    assert(isSubscribed(id) && count > 0);
    m_dispatcher->ask(id, count);
    drain(deliveries);
}

EventCount Outlet::emitted(Batch batch, std::vector<Delivery> &deliveries)
{
    m_owed = std::max<EventCount>(0, m_owed - batch.size());
    if (batch.isEmpty())
        return 0;
    // Rule (a). INV-15 says that a buffer that is not empty could not place anything anyway.
    if (!m_buffer.isEmpty())
        return m_buffer.store(std::move(batch));
    const EventCount placed = m_dispatcher->dispatch(batch, deliveries);
    return placed == batch.size() ? 0 : m_buffer.store(batch.without(placed));
}

EventCount Outlet::takeDemand()
{
    const EventCount unmet = std::max<EventCount>(0, m_dispatcher->deliverable() - m_owed);
    m_owed += unmet;
    return unmet;
}

void Outlet::drain(std::vector<Delivery> &deliveries)
{
    while (!m_buffer.isEmpty() && m_dispatcher->deliverable() > 0) {
        const Batch oldest = m_buffer.take(m_dispatcher->deliverable());
        [[maybe_unused]] const EventCount placed = m_dispatcher->dispatch(oldest, deliveries);
        assert(placed == oldest.size());
    }
}

} // namespace sluice
