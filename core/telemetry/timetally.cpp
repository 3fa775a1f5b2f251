// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/telemetry/timetally.h"

#include <algorithm>
#include <bit>

namespace sluice {

void TimeTally::add(std::int64_t ns, EventCount events) noexcept
{
    ns = std::max<std::int64_t>(0, ns);
    m_shortestNs = m_total == 0 ? ns : std::min(m_shortestNs, ns);
    m_longestNs = std::max(m_longestNs, ns);
    m_total += events;
    m_events[placeOf(ns)] += events;
}

TimeFigures TimeTally::figures() const noexcept
{
    if (m_total == 0)
        return {};
    return {.events = m_total,
            .shortestNs = m_shortestNs,
            .medianNs = quantile(m_total - m_total / 2),
            .most99Ns = quantile(m_total - m_total / 100),
            .longestNs = m_longestNs};
}

std::size_t TimeTally::placeOf(std::int64_t ns) noexcept
{
    const auto value = static_cast<std::uint64_t>(ns);
    if (value < steps)
        return value;
    const int shift = static_cast<int>(std::bit_width(value)) - 1 - stepBits;
    return steps * static_cast<std::size_t>(shift) + static_cast<std::size_t>(value >> shift);
}

std::int64_t TimeTally::longestAt(std::size_t place) noexcept
{
    if (place < 2 * steps)
        return static_cast<std::int64_t>(place);
    const std::size_t shift = place / steps - 1;
    const std::uint64_t step = place % steps + steps;
    return static_cast<std::int64_t>(((step + 1) << shift) - 1);
}

// How long the event took that \a rank events, itself among them, did not exceed.
std::int64_t TimeTally::quantile(EventCount rank) const noexcept
{
    EventCount passed = 0;
    for (std::size_t place = 0; place < places; ++place) {
        passed += m_events[place];
        if (passed >= rank)
            return std::clamp(longestAt(place), m_shortestNs, m_longestNs);
    }
    return m_longestNs;
}

} // namespace sluice
