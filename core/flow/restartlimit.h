// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/subscriptionoptions.h"

#include <chrono>
#include <cstddef>
#include <deque>
#include <optional>

namespace sluice {

/// How many restarts within which time are too many.
///
/// Semantics: genstage-semantics §18, §19.
struct RestartIntensity
{
    static constexpr int largestMaxRestarts = 1'000'000;
    static constexpr std::chrono::seconds largestMaxSeconds{1'000'000};

    int maxRestarts = 3;
    std::chrono::seconds maxSeconds{5};

    /// The first problem, in the order maxRestarts, maxSeconds; nothing if it can be used.
    [[nodiscard]] std::optional<OptionError> validate() const;

    friend bool operator==(const RestartIntensity &, const RestartIntensity &) = default;
};

/// Counts restarts, and says when there are more than maxRestarts within maxSeconds.
///
/// As in the reference, times count in whole seconds: 0 seconds means within the same second.
/// Invariant: remembers at most maxRestarts + 1 times.
/// Threads: none inside; use one instance from one thread at a time.
/// Semantics: genstage-semantics §18; GS-187, GS-188.
class RestartLimit
{
public:
    /// Pre: intensity.validate() has no error.
    explicit RestartLimit(const RestartIntensity &intensity);

    /// Counts a restart that is wanted \a now, a time that never falls; false if that is one too
    /// many.
    [[nodiscard]] bool take(std::chrono::nanoseconds now);

    /// Restarts counted within the time up to the last one, that one included.
    [[nodiscard]] int count() const noexcept { return static_cast<int>(m_times.size()); }

    [[nodiscard]] const RestartIntensity &intensity() const noexcept { return m_intensity; }

private:
    RestartIntensity m_intensity; // constant

    std::deque<std::chrono::seconds> m_times; // oldest first; changed only by take()
};

} // namespace sluice
