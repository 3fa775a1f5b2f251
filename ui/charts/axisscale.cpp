// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/axisscale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sluice::ui {
namespace {

constexpr std::int64_t restNs = 1'000'000'000;
constexpr double shrinkBelow = 0.4;

} // namespace

double roundedUp(double value)
{
    if (!(value > 0))
        return 0;
    const double decade = std::pow(10.0, std::floor(std::log10(value)));
    for (double step : std::array{1.0, 2.0, 5.0, 10.0}) {
        // The logarithm of a power of ten may fall a little short of a whole number.
        if (step * decade >= value * (1 - 1e-9))
            return step * decade;
    }
    return 10 * decade;
}

AxisScale::AxisScale(double least)
    : m_least(roundedUp(least))
    , m_top(m_least)
{
}

double AxisScale::fit(double largest, std::int64_t nowNs)
{
    if (m_hasFitted && nowNs - m_changedNs < restNs)
        return m_top;
    const double wanted = std::max(m_least, roundedUp(largest));
    const bool mustGrow = wanted > m_top;
    const bool mayShrink = wanted < m_top && largest < m_top * shrinkBelow;
    if (mustGrow || mayShrink || !m_hasFitted) {
        m_top = wanted;
        m_changedNs = nowNs;
        m_hasFitted = true;
    }
    return m_top;
}

} // namespace sluice::ui
