// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace sluice {

/// Where a thread waits for work, and how others end its wait.
///
/// Waking a thread that does not sleep costs one load; only one that does is woken by the system.
/// Before it sleeps the thread looks around for some microseconds (spins), which is much shorter
/// than going to sleep and being woken. It does so only while each thread that is awake has a
/// processor of its own, and less and less where it has been in vain: then others need the time.
///
/// Threads: wake() and wakeForSure() from any; the rest from the one thread that waits.
class Wakeup
{
public:
    using Clock = std::chrono::steady_clock;

    Wakeup();
    ~Wakeup();
    Wakeup(const Wakeup &) = delete;
    Wakeup &operator=(const Wakeup &) = delete;

    /// Ends the present wait or prevents the next one.
    ///
    /// Pre: what it is to be woken for was written under a lock that the thread takes after
    /// reset(); an event posted through Qt is.
    void wake() noexcept
    {
        if (m_state.load(std::memory_order_relaxed) != State::Woken)
            wakeForSure();
    }

    /// The same without the condition; for a plain atomic flag.
    void wakeForSure() noexcept;

    /// Forgets earlier wakes. What they were for must be looked at after this.
    void reset() noexcept { m_state.exchange(State::Awake); }

    /// Whether somebody has called since reset().
    [[nodiscard]] bool isWoken() const noexcept
    {
        return m_state.load(std::memory_order_relaxed) == State::Woken;
    }

    /// Waits until it is woken or \a until has come; not at all if it was woken since reset().
    void wait(std::optional<Clock::time_point> until);

private:
    enum class State : unsigned char { Awake, Woken, Asleep };

    [[nodiscard]] bool spin() noexcept;

    std::atomic<State> m_state = State::Awake;
    std::mutex m_mutex; // between the look at m_state and falling asleep
    std::condition_variable m_called;
    int m_vainSpins = 0; // in a row
};

} // namespace sluice
