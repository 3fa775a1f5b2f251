// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace sluice::ui {

/// The smallest of 1, 2, 5, 10, 20, 50 … (and 0.1, 0.2 … below 1) that is at least \a value.
[[nodiscard]] double roundedUp(double value);

/// The top of an axis that starts at 0: a round number that stays put while the data move.
///
/// It grows when the data do not fit and shrinks only when they would fill less than 40 % of the
/// next smaller step, and never changes twice within a second.
class AxisScale
{
public:
    /// The top never falls below \a least.
    explicit AxisScale(double least = 1);

    [[nodiscard]] double top() const noexcept { return m_top; }

    /// Takes the largest value to be shown at the time \a nowNs; returns the top.
    double fit(double largest, std::int64_t nowNs);

private:
    // Constant after construction.
    double m_least;

    // Changed only by fit().
    double m_top;
    std::int64_t m_changedNs = 0;
    bool m_hasFitted = false;
};

} // namespace sluice::ui
