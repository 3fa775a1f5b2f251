// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/eventcount.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace sluice {

/// What was measured of the time that events take.
///
/// Units: nanoseconds. The median and the 99 per cent are at most 1/64 above the true ones, the
/// shortest and the longest are exact.
struct TimeFigures
{
    EventCount events = 0; ///< measured; 0: the rest means nothing
    std::int64_t shortestNs = 0;
    std::int64_t medianNs = 0; ///< half of the events took no longer
    std::int64_t most99Ns = 0; ///< 99 of 100 events took no longer
    std::int64_t longestNs = 0;
};

/// Counts how many events took how long, in the same memory however many there are: each power of
/// two of nanoseconds is divided into sixty-four.
///
/// Threads: none inside; use one instance from one thread at a time.
class TimeTally
{
public:
    /// Adds \a events that took \a ns each; less than 0 counts as 0. Pre: events > 0.
    void add(std::int64_t ns, EventCount events) noexcept;

    [[nodiscard]] TimeFigures figures() const noexcept;

private:
    static constexpr int stepBits = 6;
    static constexpr std::size_t steps = std::size_t{1} << stepBits;
    // Below `steps` nanoseconds every number has a place of its own; 63 bits are left for the rest.
    static constexpr std::size_t places = steps * (64 - stepBits);

    [[nodiscard]] static std::size_t placeOf(std::int64_t ns) noexcept;
    [[nodiscard]] static std::int64_t longestAt(std::size_t place) noexcept;
    [[nodiscard]] std::int64_t quantile(EventCount rank) const noexcept;

    std::array<EventCount, places> m_events{};
    EventCount m_total = 0;
    std::int64_t m_shortestNs = 0;
    std::int64_t m_longestNs = 0;
};

} // namespace sluice
