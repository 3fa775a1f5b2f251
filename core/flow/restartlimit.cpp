// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/restartlimit.h"

#include <string>

namespace sluice {

std::optional<OptionError> RestartIntensity::validate() const
{
    if (maxRestarts < 0 || maxRestarts > largestMaxRestarts) {
        return OptionError{"maxRestarts", "0 to " + std::to_string(largestMaxRestarts),
                           std::to_string(maxRestarts)};
    }
    if (maxSeconds.count() < 0 || maxSeconds > largestMaxSeconds) {
        return OptionError{"maxSeconds", "0 to " + std::to_string(largestMaxSeconds.count()),
                           std::to_string(maxSeconds.count())};
    }
    return std::nullopt;
}

RestartLimit::RestartLimit(const RestartIntensity &intensity)
    : m_intensity(intensity)
{
}

bool RestartLimit::take(std::chrono::nanoseconds now)
{
    const auto second = std::chrono::floor<std::chrono::seconds>(now);
    while (!m_times.empty() && second - m_times.front() > m_intensity.maxSeconds)
        m_times.pop_front();
    m_times.push_back(second);
    const bool isAllowed = count() <= m_intensity.maxRestarts;
    if (count() > m_intensity.maxRestarts + 1)
        m_times.pop_front();
    return isAllowed;
}

} // namespace sluice
