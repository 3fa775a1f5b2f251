// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/broadcastdispatcher.h"

#include <algorithm>
#include <cassert>
#include <stdexcept>
#include <string>

namespace sluice {
namespace {

std::string wrongType(const EventType &selected, const EventType &emitted)
{
    return "selector: expected one for events of type " + std::string(emitted.name)
        + ", got one for " + std::string(selected.name);
}

void deliver(SubscriptionId to, const Selector *selector, const Batch &events,
             OutletEffects &effects)
{
    if (!selector) {
        effects.deliveries.push_back({to, events});
        return;
    }
    if (selector->eventType() != *events.type())
        throw std::runtime_error(wrongType(selector->eventType(), *events.type()));
    std::vector<EventCount> passed;
    for (EventCount i = 0; i < events.size(); ++i) {
        if (selector->passes(events.at(i)))
            passed.push_back(i);
    }
    if (!passed.empty()) // REF-17: no empty messages
        effects.deliveries.push_back({to, events.picked(passed)});
    const auto rejected = events.size() - static_cast<EventCount>(passed.size());
    if (rejected > 0)
        effects.credits.push_back({to, rejected});
}

} // namespace

std::optional<StopReason> BroadcastDispatcher::subscribe(const Subscriber &subscriber)
{
    assert(!m_consumers.contains(subscriber.id));
    if (m_stages.contains(subscriber.consumer)) {
        return StopReason{StopReason::Kind::AlreadySubscribed,
                          "consumer: expected one that is not subscribed yet, got stage "
                              + std::to_string(subscriber.consumer.value)};
    }
    const auto &selector = subscriber.options->selector;
    if (selector && !selector->isUsable())
        return StopReason::failed("selector: expected a function, got an empty one");
    if (selector && m_events && selector->eventType() != *m_events)
        return StopReason::failed(wrongType(selector->eventType(), *m_events));
    m_stages.insert(subscriber.consumer);
    // §12.2: what was waiting goes back to the others; all of them wait for the newcomer.
    m_consumers.emplace(subscriber.id, Consumer{subscriber.consumer, m_dispatched, selector});
    m_limits.insert(m_dispatched);
    return std::nullopt;
}

EventCount BroadcastDispatcher::cancel(SubscriptionId id, OutletEffects &)
{
    const auto consumer = m_consumers.find(id);
    assert(consumer != m_consumers.end());
    m_limits.erase(m_limits.find(consumer->second.limit));
    m_stages.erase(consumer->second.stage);
    m_consumers.erase(consumer);
    return sync();
}

EventCount BroadcastDispatcher::ask(SubscriptionId id, EventCount count, OutletEffects &)
{
    const auto consumer = m_consumers.find(id);
    assert(consumer != m_consumers.end() && count > 0);
    auto node = m_limits.extract(m_limits.find(consumer->second.limit));
    consumer->second.limit += count;
    node.value() = consumer->second.limit;
    m_limits.insert(std::move(node));
    return sync();
}

EventCount BroadcastDispatcher::demandOf(SubscriptionId id) const
{
    return m_consumers.at(id).limit - m_dispatched;
}

EventCount BroadcastDispatcher::dispatch(const Batch &batch, OutletEffects &effects)
{
    const EventCount count = std::min(waiting(), batch.size());
    if (count == 0)
        return 0;
    const Batch events = batch.front(count);
    for (const auto &[id, consumer] : m_consumers)
        deliver(id, consumer.selector.get(), events, effects);
    m_dispatched += count;
    m_requested -= count;
    return count;
}

EventCount BroadcastDispatcher::waiting() const
{
    return m_limits.empty() ? 0 : *m_limits.begin() - m_dispatched;
}

std::vector<std::pair<SubscriptionId, EventCount>> BroadcastDispatcher::remainders() const
{
    std::vector<std::pair<SubscriptionId, EventCount>> all;
    for (const auto &[id, consumer] : m_consumers)
        all.emplace_back(id, consumer.limit - *m_limits.begin());
    return all;
}

// What the producer has not been asked for yet, of what everybody wants.
EventCount BroadcastDispatcher::sync()
{
    const EventCount more = std::max<EventCount>(0, waiting() - m_requested);
    m_requested += more;
    return more;
}

} // namespace sluice
