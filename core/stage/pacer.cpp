// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/pacer.h"

#include <algorithm>
#include <cmath>

namespace sluice {
namespace {

// A producer that nobody asked for longer than this does not make up for it.
constexpr double longestArrearsNs = 100e6;

} // namespace

EventCount Pacer::due(EventCount wanted, std::int64_t nowNs) noexcept
{
    const auto now = static_cast<double>(nowNs);
    const double arrears = std::max(longestArrearsNs, m_nsPerEvent);
    double next = std::max(m_nextNs.value_or(now), now - arrears);
    if (next > now)
        return 0;
    const double ready = std::floor((now - next) / m_nsPerEvent) + 1;
    const auto granted = std::min(wanted, static_cast<EventCount>(std::min(ready, 1e15)));
    next += static_cast<double>(granted) * m_nsPerEvent;
    m_nextNs = next;
    return granted;
}

std::chrono::nanoseconds Pacer::untilNext(std::int64_t nowNs) const noexcept
{
    const double wait = m_nextNs.value_or(0) - static_cast<double>(nowNs);
    return std::chrono::nanoseconds(static_cast<std::int64_t>(std::max(0.0, std::ceil(wait))));
}

} // namespace sluice
