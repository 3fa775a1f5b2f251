// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/eventcount.h"
#include "core/flow/subscriptionoptions.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace sluice {

class Dispatcher;
class PartitionHash;
struct EventType;

/// Who gets which event (semantics §12).
enum class DispatcherKind : unsigned char {
    Demand,    ///< each event to the consumer with the largest demand
    Broadcast, ///< every event to every consumer
    Partition  ///< each event to the consumer of its partition
};

/// Semantics: genstage-semantics §12.1.
struct DemandDispatcherOptions
{
    std::optional<EventCount> maxDemand =
        std::nullopt;                    ///< expected of one ask; empty: the first ask
    bool shuffleOnFirstDispatch = false; ///< draws an order before the first event
    std::optional<std::uint64_t> shuffleSeed = std::nullopt; ///< for tests; empty: drawn

    [[nodiscard]] std::optional<OptionError> validate() const;
};

/// Semantics: genstage-semantics §12.2.
struct BroadcastDispatcherOptions
{
    [[nodiscard]] std::optional<OptionError> validate() const { return std::nullopt; }
};

/// Semantics: genstage-semantics §12.3.
struct PartitionDispatcherOptions
{
    static constexpr std::size_t mostPartitions = 100'000;

    /// Partitions "0", "1" ... of the given number.
    [[nodiscard]] static PartitionDispatcherOptions
    numbered(std::size_t count, std::shared_ptr<const PartitionHash> hash = nullptr);

    /// Their names, at least one and no two the same.
    std::vector<std::string> partitions{};

    /// Where an event goes, see hashEvents(). nullptr: by a stable hash of it, which needs numbered
    /// partitions and a type of events that has one.
    std::shared_ptr<const PartitionHash> hash = nullptr;

    /// Without a type of events, what depends on it is not looked at.
    [[nodiscard]] std::optional<OptionError> validate(const EventType *events = nullptr) const;
};

/// The dispatcher of a stage, by its options.
using DispatcherOptions =
    std::variant<DemandDispatcherOptions, BroadcastDispatcherOptions, PartitionDispatcherOptions>;

[[nodiscard]] DispatcherKind kindOf(const DispatcherOptions &options) noexcept;

/// The first problem; nothing if makeDispatcher() can be called. Of a stage that emits \a events;
/// without them, what depends on their type is not looked at.
[[nodiscard]] std::optional<OptionError> validate(const DispatcherOptions &options,
                                                  const EventType *events = nullptr);

/// Pre: validate() finds nothing.
[[nodiscard]] std::unique_ptr<Dispatcher> makeDispatcher(const DispatcherOptions &options,
                                                         const EventType *events = nullptr);

} // namespace sluice
