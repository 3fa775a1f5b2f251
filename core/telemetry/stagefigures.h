// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/eventcount.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace sluice {

/// What a stage is doing. The first four are clocked: their times add up to the time it has run.
enum class StageState : unsigned char {
    Busy,           ///< inside a message: rule, behaviour or simulated work
    WaitsForDemand, ///< it has or could make events and nobody asks
    WaitsForEvents, ///< it has asked and nothing has come
    Paused,         ///< its gate is closed
    Starting,       ///< its thread has not run yet
    Leaving,        ///< it has stopped and settles its subscriptions
    Stopped,        ///< it is gone, in order
    Crashed         ///< it is gone because something failed
};

inline constexpr std::size_t clockedStateCount = 4;

/// The figures of one stage at one moment, consistent with each other.
///
/// Units: events, except where the name says Ns (nanoseconds of the steady clock) or messages.
/// All counts are totals since the stage started unless they say "now".
struct StageFigures
{
    EventCount arrived = 0;   ///< came in by its subscriptions, also too late
    EventCount handled = 0;   ///< went through the behaviour
    EventCount emitted = 0;   ///< the behaviour gave out
    EventCount discarded = 0; ///< the output buffer could not hold
    EventCount lost = 0;      ///< arrived or buffered, and dropped when the stage stopped
    EventCount sent = 0;      ///< went out by its subscriptions

    EventCount buffered = 0;       ///< now in the output buffer
    EventCount bufferCapacity = 0; ///< negative: no limit
    EventCount parked = 0;         ///< now kept back because demand is accumulated
    EventCount queued = 0;         ///< now in the partition dispatcher's queues
    EventCount inbound = 0;        ///< now in a producer-consumer's inbound queue
    EventCount deliverable = 0;    ///< now asked for by its consumers and not sent
    EventCount owed = 0;           ///< now asked of the producer's behaviour and not emitted

    std::int64_t messages = 0;  ///< protocol messages handled
    std::int64_t held = 0;      ///< messages that now wait at the closed gate
    std::int64_t callbacks = 0; ///< calls of handleDemand() or handleEvents()

    std::array<std::int64_t, clockedStateCount> stateNs{}; ///< up to stateSinceNs
    std::int64_t startedNs = 0;
    std::int64_t stateSinceNs = 0; ///< when the present state began
    std::uint64_t osThread = 0;    ///< the operating system's id of the stage's thread
    StageState state = StageState::Starting;

    /// Adds the totals of an earlier life of the same stage; what is now stays as it is.
    void addTotals(const StageFigures &earlier) noexcept;
};

/// The consumer's side of one subscription at one moment.
///
/// Invariant: arrived = handled + lost + what waits in the consumer; asked = handled + pending
/// unless the producer sent more than it was asked for.
/// Units: events; asks and batches are messages.
struct InletFigures
{
    EventCount asked = 0;
    EventCount arrived = 0;
    EventCount handled = 0;
    EventCount lost = 0;    ///< dropped unhandled because the subscription or the consumer ended
    EventCount pending = 0; ///< now asked for and not handled; 0 after the end
    EventCount maximum = 0; ///< now
    EventCount minimum = 0; ///< now
    EventCount excess = 0;  ///< came without having been asked for
    std::int64_t asks = 0;
    std::int64_t batches = 0;
    bool joined = false; ///< the first ask was sent
    bool manual = false; ///< the behaviour asks by hand
    bool ended = false;
};

/// The producer's side of one subscription at one moment.
///
/// Units: events; asks and batches are messages.
struct OutletFigures
{
    EventCount asked = 0; ///< of the demand sent upstream, what has arrived
    EventCount sent = 0;
    EventCount demand = 0;    ///< now asked for and not sent; 0 after the end
    EventCount withdrawn = 0; ///< demand that ended unserved
    std::int64_t asks = 0;
    std::int64_t batches = 0;
    bool ended = false;
};

} // namespace sluice
