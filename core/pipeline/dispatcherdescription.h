// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/dispatcheroptions.h"
#include "core/flow/eventtype.h"

#include <QString>

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace sluice {

/// What a file may say of how an event gets its partition.
enum class HashRule : unsigned char {
    Modulo,     ///< integers: the remainder, never negative; partitions have numbers
    EvenOdd,    ///< integers: the partitions are "even" and "odd"
    FirstLetter ///< texts: a to z in turn, else by the first byte; partitions have numbers
};

/// Who gets which event of a stage, as a file describes it.
struct DispatcherDescription
{
    /// How many partitions, called "0", "1" ..., or what they are called.
    using Partitions = std::variant<std::size_t, std::vector<std::string>>;

    DispatcherKind kind = DispatcherKind::Demand;
    std::optional<EventCount> maxDemand = std::nullopt; ///< of a demand dispatcher
    bool shuffle = false;                               ///< of a demand dispatcher
    Partitions partitions{};                            ///< of a partition dispatcher
    std::optional<HashRule> hash = std::nullopt;        ///< likewise; empty: a stable hash

    /// Whether a partition dispatcher has a partition called \a name.
    [[nodiscard]] bool hasPartition(const std::string &name) const;

    /// The names of all partitions.
    [[nodiscard]] std::vector<std::string> partitionNames() const;

    friend bool operator==(const DispatcherDescription &, const DispatcherDescription &) = default;
};

/// Which events of a stage that broadcasts a subscription is for, as a file describes it: those
/// that meet every condition there is.
struct SelectorDescription
{
    enum class Keep : unsigned char { Even, Odd, Multiple };

    std::optional<Keep> keep = std::nullopt;        ///< of integers
    std::optional<Integer> of = std::nullopt;       ///< for Multiple, at least 1; empty: 2
    std::optional<Integer> atLeast = std::nullopt;  ///< of integers
    std::optional<QString> contains = std::nullopt; ///< of texts, not empty

    friend bool operator==(const SelectorDescription &, const SelectorDescription &) = default;
};

/// Whether \a rule is for events of type \a events.
[[nodiscard]] bool isFor(HashRule rule, const EventType &events) noexcept;

/// What StageOptions::dispatcher is to be for a stage that emits \a events.
/// Pre: the file the description is from was validated.
[[nodiscard]] DispatcherOptions dispatcherOptions(const DispatcherDescription &dispatcher,
                                                  const EventType &events);

/// What SubscriptionOptions::selector is to be for a producer that emits \a events.
/// Pre: the file the description is from was validated.
[[nodiscard]] std::shared_ptr<const Selector> makeSelector(const SelectorDescription &selector,
                                                           const EventType &events);

} // namespace sluice
