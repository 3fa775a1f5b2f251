// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/demanddispatcher.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace sluice {

void DemandDispatcher::subscribe(SubscriptionId id)
{
    assert(!m_consumers.contains(id));
    m_consumers.emplace(id, m_places.insert(Place{0, m_nextTurn++, id}).first);
}

EventCount DemandDispatcher::cancel(SubscriptionId id)
{
    const auto consumer = m_consumers.find(id);
    assert(consumer != m_consumers.end());
    const EventCount unmet = consumer->second->demand;
    m_places.erase(consumer->second);
    m_consumers.erase(consumer);
    m_deliverable -= unmet;
    m_pending += unmet;
    return 0;
}

EventCount DemandDispatcher::ask(SubscriptionId id, EventCount count)
{
    const auto consumer = m_consumers.find(id);
    assert(consumer != m_consumers.end() && count > 0);
    consumer->second = change(consumer->second, consumer->second->demand + count);
    m_deliverable += count;
    const EventCount already = std::min(m_pending, count);
    m_pending -= already;
    return count - already;
}

EventCount DemandDispatcher::demandOf(SubscriptionId id) const
{
    return m_consumers.at(id)->demand;
}

EventCount DemandDispatcher::dispatch(const Batch &batch, std::vector<Delivery> &deliveries)
{
    EventCount placed = 0;
    while (placed < batch.size() && m_deliverable > 0) {
        const auto first = m_places.begin();
        const SubscriptionId id = first->id;
        const EventCount share = std::min(first->demand, batch.size() - placed);
        deliveries.push_back({id, batch.slice(placed, share)});
        placed += share;
        m_deliverable -= share;
        m_consumers[id] = change(first, first->demand - share);
    }
    m_pending = std::max<EventCount>(0, m_pending - (batch.size() - placed));
    return placed;
}

std::vector<std::pair<SubscriptionId, EventCount>> DemandDispatcher::order() const
{
    std::vector<std::pair<SubscriptionId, EventCount>> all;
    all.reserve(m_places.size());
    for (const Place &place : m_places)
        all.emplace_back(place.id, place.demand);
    return all;
}

DemandDispatcher::Places::iterator DemandDispatcher::change(Places::iterator place,
                                                            EventCount demand)
{
    // Moves the node instead of making a new one; among equals the moved one goes last.
    auto node = m_places.extract(place);
    node.value().demand = demand;
    node.value().turn = m_nextTurn++;
    return m_places.insert(std::move(node)).position;
}

} // namespace sluice
