// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/eventcount.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace sluice {

/// When a producer with a rate may emit how many events: a token bucket without a clock.
///
/// Threads: none inside.
/// Units: events; nanoseconds of the steady clock.
class Pacer
{
public:
    explicit Pacer(double ratePerSecond) noexcept
        : m_nsPerEvent(1e9 / ratePerSecond)
    {
    }

    /// How many of \a wanted events are due at \a nowNs; books them.
    [[nodiscard]] EventCount due(EventCount wanted, std::int64_t nowNs) noexcept;

    /// How long after \a nowNs the next event is due.
    [[nodiscard]] std::chrono::nanoseconds untilNext(std::int64_t nowNs) const noexcept;

private:
    double m_nsPerEvent;
    std::optional<double> m_nextNs;
};

} // namespace sluice
