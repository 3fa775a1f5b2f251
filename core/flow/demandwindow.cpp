// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/demandwindow.h"

#include <algorithm>

namespace sluice {

DemandWindow::DemandWindow(const SubscriptionOptions &options) noexcept
    : m_maximum(options.maxDemand)
    , m_minimum(options.minimum())
{
}

EventCount DemandWindow::initialAsk() noexcept
{
    m_pending = m_maximum;
    return m_pending;
}

EventCount DemandWindow::nextSlice(EventCount remaining) const noexcept
{
    return std::min(remaining, m_maximum - m_minimum);
}

EventCount DemandWindow::handled(EventCount slice) noexcept
{
    const EventCount credit = std::min(slice, m_allowed);
    m_excess += slice - credit;
    m_allowed -= credit;
    m_pending -= credit;
    if (m_pending > m_minimum)
        return 0;
    const EventCount ask = m_maximum - m_pending;
    m_pending = m_maximum;
    return ask;
}

void DemandWindow::setLimits(EventCount maximum, EventCount minimum) noexcept
{
    m_maximum = maximum;
    m_minimum = minimum;
}

} // namespace sluice
