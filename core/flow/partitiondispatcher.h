// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/dispatcher.h"
#include "core/flow/dispatcheroptions.h"
#include "core/flow/eventbuffer.h"
#include "core/flow/partitionhash.h"

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

namespace sluice {

/// Each event goes to the consumer of its partition; a hash says which partition that is.
///
/// All partitions share one account, waiting(): any event may use demand that any consumer has
/// made. An event whose partition has no demand left is queued there, so a busy or an unattended
/// partition holds the others up once as many events wait in it as they have asked for.
///
/// Why deliverable() is waiting() - pending(). By INV-14 waiting() is the sum of the partitions'
/// demands, less the events queued, plus pending(), which is what consumers had asked for when they
/// left. Without pending() that is the demand of those who are there, less what has been taken on
/// account of it: as if whoever left had never asked (REF-21). It can be below 0, where events that
/// the leaver's demand had let in are queued; they are then paid for by the next asks. Nothing can
/// wait for ever because of it: each ask adds all of its count, and the one whose events are queued
/// gets them with its own ask.
///
/// An event that the hash drops uses nothing up, so that demand stays and is asked for again
/// (REF-4).
///
/// Cost: an ask and a cancel O(1), a dispatch O(events * log of the partitions they go to).
/// Invariant (INV-14): waiting() = sum of demands - queued() + pending().
/// Threads, units: as Dispatcher.
/// Semantics: genstage-semantics §12.3.
class PartitionDispatcher final : public Dispatcher
{
public:
    /// Pre: options.validate() finds nothing.
    explicit PartitionDispatcher(const PartitionDispatcherOptions &options);

    /// Refuses a consumer without a partition, or with one that is unknown or taken (REF-8).
    [[nodiscard]] std::optional<StopReason> subscribe(const Subscriber &subscriber) override;

    /// What is queued for the consumer is discarded and counted in \a effects (REF-5).
    EventCount cancel(SubscriptionId id, OutletEffects &effects) override;
    EventCount ask(SubscriptionId id, EventCount count, OutletEffects &effects) override;
    [[nodiscard]] EventCount deliverable() const override;
    [[nodiscard]] EventCount demandOf(SubscriptionId id) const override;
    [[nodiscard]] bool contains(SubscriptionId id) const override { return m_places.contains(id); }

    /// Throws std::runtime_error for events of another type than the hash's and for a partition
    /// there is not (GS-165, GS-166); nothing has changed then.
    EventCount dispatch(const Batch &batch, OutletEffects &effects) override;

    /// Released at once unless events are queued; then behind those of each partition (§11). An
    /// empty queue holds nothing back, unlike the reference's.
    void info(InfoMarker marker, OutletEffects &effects) override;

    [[nodiscard]] EventCount queued() const override { return m_queued; }

    /// How many more events may be taken from the producer, by GenStage's books.
    [[nodiscard]] EventCount waiting() const noexcept { return m_waiting; }

    /// Demand of consumers that left, which the next asks use up.
    [[nodiscard]] EventCount pending() const noexcept { return m_pending; }

    [[nodiscard]] const PartitionNames &names() const noexcept { return m_names; }

    /// Events queued in one partition. Pre: index < names().size().
    [[nodiscard]] EventCount queuedIn(std::size_t index) const
    {
        return m_partitions[index].queue.size();
    }

private:
    /// Invariant: demand is 0 or the queue is empty.
    struct Partition
    {
        SubscriptionId holder;
        StageId consumer;
        EventCount demand = 0;
        EventBuffer queue{}; // its markers are numbers of m_infos
    };

    /// An info that waits in several queues.
    struct Info
    {
        InfoMarker marker;
        std::size_t queues = 0; // that it has not come out of
    };

    void deliver(Partition &partition, Batch batch, OutletEffects &effects);
    void takeFromQueue(Partition &partition, EventCount count, OutletEffects &effects);
    void pass(const std::vector<InfoMarker> &reached, OutletEffects &effects);

    std::shared_ptr<const PartitionHash> m_hash; // nullptr: the events' stable hash
    PartitionNames m_names;
    std::vector<Partition> m_partitions;
    std::unordered_map<SubscriptionId, std::size_t> m_places;
    std::unordered_map<std::uint64_t, Info> m_infos;
    std::uint64_t m_nextInfo = 0;
    EventCount m_waiting = 0;
    EventCount m_pending = 0;
    EventCount m_queued = 0;
};

} // namespace sluice
