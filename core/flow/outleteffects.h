// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/batch.h"
#include "core/flow/eventcount.h"
#include "core/flow/ids.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace sluice {

/// One message downstream: \a batch for the consumer behind \a to.
struct Delivery
{
    SubscriptionId to;
    Batch batch;
};

/// Demand to be given back: an ask that the stage sends to itself for the consumer behind \a to.
struct Credit
{
    SubscriptionId to;
    EventCount count = 0;
};

/// An info message that keeps its place among events (semantics §11); the stage knows its text.
struct InfoMarker
{
    std::uint64_t id = 0;

    friend bool operator==(InfoMarker, InfoMarker) noexcept = default;
};

/// A consumer asked for more at once than the dispatcher expects of any; only to be reported.
struct GreedyAsk
{
    SubscriptionId id;
    EventCount count = 0;
    EventCount expected = 0;
};

/// What a stage has to do after a call of its outlet, in this order.
///
/// Units: events.
struct OutletEffects
{
    std::vector<Delivery> deliveries;
    std::vector<Credit> credits;
    std::vector<InfoMarker> released;
    EventCount discarded = 0; ///< dropped for want of room, or with a consumer that left (REF-5)
    std::optional<GreedyAsk> greedy;

    /// Whether there is anything besides deliveries.
    [[nodiscard]] bool hasMore() const noexcept
    {
        return !credits.empty() || !released.empty() || discarded > 0 || greedy;
    }
};

} // namespace sluice
