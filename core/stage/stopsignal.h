// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace sluice {

/// How something that runs on another thread is told to stop.
///
/// Threads: any.
class StopSignal
{
public:
    void request();

    [[nodiscard]] bool isRequested() const;

    /// Waits for \a time, or less if a stop is requested; returns whether one is.
    bool waitFor(std::chrono::nanoseconds time) const;

private:
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    bool m_isRequested = false;
};

} // namespace sluice
