// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/partitiondispatcher.h"

#include <algorithm>
#include <cassert>
#include <stdexcept>
#include <utility>

namespace sluice {

PartitionDispatcher::PartitionDispatcher(const PartitionDispatcherOptions &options)
    : m_hash(options.hash)
    , m_names(options.partitions)
    , m_partitions(options.partitions.size())
{
}

std::optional<StopReason> PartitionDispatcher::subscribe(const Subscriber &subscriber)
{
    assert(!m_places.contains(subscriber.id));
    const auto &name = subscriber.options->partition;
    const auto index = name ? m_names.find(*name) : std::nullopt;
    if (!index) {
        return StopReason::failed("partition: expected one of " + m_names.text() + ", got "
                                  + (name ? *name : "none"));
    }
    Partition &partition = m_partitions[*index];
    if (partition.holder.isValid()) {
        return StopReason::failed("partition: expected one that is free, got " + *name
                                  + ", which subscription " + std::to_string(partition.holder.value)
                                  + " of stage " + std::to_string(partition.consumer.value)
                                  + " has");
    }
    partition.holder = subscriber.id;
    partition.consumer = subscriber.consumer;
    m_places.emplace(subscriber.id, *index);
    return std::nullopt;
}

EventCount PartitionDispatcher::cancel(SubscriptionId id, OutletEffects &effects)
{
    const auto place = m_places.find(id);
    assert(place != m_places.end());
    Partition &partition = m_partitions[place->second];
    m_places.erase(place);
    partition.holder = {};
    partition.consumer = {};
    m_pending += std::exchange(partition.demand, 0);
    const EventCount lost = partition.queue.size();
    while (!partition.queue.isEmpty())
        pass(partition.queue.take(partition.queue.size()).released, effects);
    effects.discarded += lost;
    m_queued -= lost;
    m_waiting += lost;
    return lost;
}

EventCount PartitionDispatcher::ask(SubscriptionId id, EventCount count, OutletEffects &effects)
{
    const auto place = m_places.find(id);
    assert(place != m_places.end() && count > 0);
    takeFromQueue(m_partitions[place->second], count, effects);
    const EventCount already = std::min(m_pending, count);
    m_pending -= already;
    m_waiting += count - already;
    return count - already;
}

EventCount PartitionDispatcher::deliverable() const
{
    return std::max<EventCount>(0, m_waiting - m_pending);
}

EventCount PartitionDispatcher::demandOf(SubscriptionId id) const
{
    return m_partitions[m_places.at(id)].demand;
}

EventCount PartitionDispatcher::dispatch(const Batch &batch, OutletEffects &effects)
{
    if (batch.isEmpty() || m_waiting == 0)
        return 0;
    const EventType &expected = m_hash ? m_hash->eventType() : *batch.type();
    if (*batch.type() != expected) {
        throw std::runtime_error("the partition hash takes events of type "
                                 + std::string(expected.name) + ", got "
                                 + std::string(batch.type()->name) + ' ' + batch.textAt(0));
    }
    if (!m_hash && !expected.stableHash) {
        throw std::runtime_error("partitions need a hash for events of type "
                                 + std::string(expected.name));
    }
    PartitionedBatch sorted = m_hash ? m_hash->sort(batch, m_waiting, m_names)
                                     : sortByStableHash(batch, m_waiting, m_names);
    m_waiting -= sorted.looked - sorted.dropped;
    for (auto &[index, events] : sorted.parts)
        deliver(m_partitions[index], std::move(events), effects);
    return sorted.looked;
}

void PartitionDispatcher::info(InfoMarker marker, OutletEffects &effects)
{
    std::size_t queues = 0;
    for (Partition &partition : m_partitions) {
        if (m_queued > 0 && partition.queue.storeInfo({m_nextInfo}))
            ++queues;
    }
    if (queues == 0)
        effects.released.push_back(marker);
    else
        m_infos.emplace(m_nextInfo++, Info{marker, queues});
}

void PartitionDispatcher::deliver(Partition &partition, Batch batch, OutletEffects &effects)
{
    const EventCount now = std::min(partition.demand, batch.size());
    if (now > 0) {
        effects.deliveries.push_back({partition.holder, batch.front(now)});
        partition.demand -= now;
    }
    if (now == batch.size())
        return;
    m_queued += batch.size() - now;
    std::ignore = partition.queue.store(batch.without(now)); // it has no limit
}

// What is left of \a count when the queue is empty becomes the partition's demand.
void PartitionDispatcher::takeFromQueue(Partition &partition, EventCount count,
                                        OutletEffects &effects)
{
    while (count > 0 && !partition.queue.isEmpty()) {
        auto [batch, released] = partition.queue.take(count);
        count -= batch.size();
        m_queued -= batch.size();
        effects.deliveries.push_back({partition.holder, std::move(batch)});
        pass(released, effects);
    }
    partition.demand += count;
}

void PartitionDispatcher::pass(const std::vector<InfoMarker> &reached, OutletEffects &effects)
{
    for (const InfoMarker marker : reached) {
        const auto info = m_infos.find(marker.id);
        if (--info->second.queues > 0)
            continue;
        effects.released.push_back(info->second.marker);
        m_infos.erase(info);
    }
}

} // namespace sluice
