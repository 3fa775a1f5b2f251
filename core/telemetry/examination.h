// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/glimpse.h"
#include "core/telemetry/timetally.h"

#include <cstdint>

namespace sluice {

/// What a stage found in itself when it was asked, all at one moment between two of its
/// messages or, with simulated work, between two events. It may have moved on since.
struct Examination
{
    static constexpr EventCount shownEvents = 20; ///< at most, of either end

    std::int64_t takenNs = 0;         ///< steady clock
    std::int64_t ranNs = 0;           ///< the same, as time since start() without pauses
    std::int64_t measuredSinceNs = 0; ///< when it began to measure; steady clock
    TimeFigures time; ///< busy time for each event; calls with several have one mean
    Glimpse buffer;   ///< the output buffer
    Glimpse inbound;  ///< what a producer-consumer has received and not handled
};

} // namespace sluice
