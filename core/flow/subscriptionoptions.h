// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/eventcount.h"
#include "core/flow/stopreason.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace sluice {

class Selector;

/// What a consumer does when one of its subscriptions ends (semantics §4).
enum class CancelMode : unsigned char {
    Permanent, ///< stop with the same reason
    Transient, ///< stop with the same reason unless it is an orderly one
    Temporary  ///< keep running
};

/// Whether a subscription with \a mode that ended for \a reason stops its consumer.
[[nodiscard]] bool endsConsumer(CancelMode mode, const StopReason &reason) noexcept;

/// An option that cannot be used, as values; words are made by whoever shows them.
struct OptionError
{
    std::string option;      ///< its name, such as "minDemand"
    std::string expectation; ///< such as "0 to 999"
    std::string got;         ///< such as "2000"

    friend bool operator==(const OptionError &, const OptionError &) = default;
};

/// How a consumer subscribes to a producer.
///
/// Units: events.
/// Semantics: genstage-semantics §4.
struct SubscriptionOptions
{
    static constexpr EventCount defaultMaxDemand = 1000;
    static constexpr EventCount largestMaxDemand = 1'000'000'000; ///< sums of it cannot overflow

    EventCount maxDemand = defaultMaxDemand;            ///< most asked for and not yet handled
    std::optional<EventCount> minDemand = std::nullopt; ///< ask again here; empty: maxDemand / 2
    CancelMode cancel = CancelMode::Permanent;

    /// Which events it wants of a stage that broadcasts; nullptr: all. See selectEvents().
    std::shared_ptr<const Selector> selector = nullptr;

    /// Which partition it takes of a stage that partitions, where it has to say so.
    std::optional<std::string> partition = std::nullopt;

    /// Anything else, passed on untouched to handleSubscribe() of both stages.
    std::map<std::string, std::string> user{};

    /// minDemand, or its default.
    [[nodiscard]] EventCount minimum() const noexcept { return minDemand.value_or(maxDemand / 2); }

    /// The first problem, in the order max, min; nothing if the options can be used.
    [[nodiscard]] std::optional<OptionError> validate() const;

    friend bool operator==(const SubscriptionOptions &, const SubscriptionOptions &) = default;
};

} // namespace sluice
