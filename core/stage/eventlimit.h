// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/eventcount.h"

#include <algorithm>
#include <atomic>

namespace sluice {

/// How many events consumers may still be given, over all stages of a pipeline together.
///
/// Threads: any.
class EventLimit
{
public:
    explicit EventLimit(EventCount count) noexcept
        : m_left(count)
    {
    }

    /// Takes up to \a wanted; returns how many were granted.
    [[nodiscard]] EventCount take(EventCount wanted) noexcept
    {
        EventCount left = m_left.load();
        while (!m_left.compare_exchange_weak(left, left - std::min(left, wanted))) { }
        return std::min(left, wanted);
    }

    [[nodiscard]] bool isReached() const noexcept { return m_left.load() == 0; }

private:
    std::atomic<EventCount> m_left;
};

} // namespace sluice
