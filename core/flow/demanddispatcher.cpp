// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/demanddispatcher.h"

#include <algorithm>
#include <cassert>
#include <utility>
#include <vector>

namespace sluice {

DemandDispatcher::DemandDispatcher(const DemandDispatcherOptions &options)
    : m_expected(options.maxDemand)
{
    if (options.shuffleOnFirstDispatch)
        m_shuffle.emplace(options.shuffleSeed.value_or(std::random_device{}()));
}

std::optional<StopReason> DemandDispatcher::subscribe(const Subscriber &subscriber)
{
    const SubscriptionId id = subscriber.id;
    assert(!m_consumers.contains(id));
    m_consumers.emplace(id, m_places.insert(Place{0, m_nextTurn++, id}).first);
    return std::nullopt;
}

EventCount DemandDispatcher::cancel(SubscriptionId id, OutletEffects &)
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

EventCount DemandDispatcher::ask(SubscriptionId id, EventCount count, OutletEffects &effects)
{
    const auto consumer = m_consumers.find(id);
    assert(consumer != m_consumers.end() && count > 0);
    if (!m_expected)
        m_expected = count;
    if (count > *m_expected)
        effects.greedy = GreedyAsk{id, count, *m_expected};
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

EventCount DemandDispatcher::dispatch(const Batch &batch, OutletEffects &effects)
{
    EventCount placed = 0;
    for (const SubscriptionId id : takeShuffled())
        placed += serve(m_consumers[id], batch, placed, effects);
    while (placed < batch.size() && m_deliverable > 0)
        placed += serve(m_places.begin(), batch, placed, effects);
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

// Gives \a place its share of what is left of \a batch from \a offset on; returns how much.
EventCount DemandDispatcher::serve(Places::iterator place, const Batch &batch, EventCount offset,
                                   OutletEffects &effects)
{
    const SubscriptionId id = place->id;
    const EventCount share = std::min(place->demand, batch.size() - offset);
    if (share == 0)
        return 0;
    effects.deliveries.push_back({id, batch.slice(offset, share)});
    m_deliverable -= share;
    m_consumers[id] = change(place, place->demand - share);
    return share;
}

// The first dispatch goes by a drawn order instead of by demand, if that was wished for (GS-152).
std::vector<SubscriptionId> DemandDispatcher::takeShuffled()
{
    std::vector<SubscriptionId> ids;
    if (!m_shuffle)
        return ids;
    for (const Place &place : m_places)
        ids.push_back(place.id);
    std::ranges::shuffle(ids, *m_shuffle);
    m_shuffle.reset();
    return ids;
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
