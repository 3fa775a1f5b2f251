// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/telemetry/stagefigures.h"

#include <cstddef>
#include <cstdint>

namespace sluice {

/// Adds up the time a stage spends in each clocked state (ui.md §2: by clock, not by sampling).
///
/// Threads: the stage's.
class StateClock
{
public:
    explicit StateClock(StageFigures &figures) noexcept
        : m_figures(figures)
    {
    }

    void enter(StageState state, std::int64_t nowNs) noexcept
    {
        const auto index = static_cast<std::size_t>(m_figures.state);
        if (index < clockedStateCount)
            m_figures.stateNs[index] += nowNs - m_figures.stateSinceNs;
        m_figures.state = state;
        m_figures.stateSinceNs = nowNs;
    }

private:
    StageFigures &m_figures;
};

} // namespace sluice
