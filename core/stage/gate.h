// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace sluice {

/// Where a stage can be held from outside: between two messages, and within simulated work.
///
/// The stage asks isOpen() before each message (one relaxed load) and keeps what arrives while the
/// gate is not open. Simulated work stands still while the gate is closed and ends when the stage
/// is told to leave.
/// Threads: controls on the owner's thread; isOpen(), work() and waitWhileClosed() on the stage's.
/// Semantics: design D6.
class Gate
{
public:
    using Duration = std::chrono::nanoseconds;

    enum class Work : unsigned char {
        Done,   ///< the time is over
        Closed, ///< the gate was closed; call waitWhileClosed(), then go on with the rest
        Left    ///< the stage is to leave
    };

    // Controls.
    void open();
    void close();
    void leave(); ///< for good: nothing passes any more, and simulated work ends
    void setWorkTime(Duration perEvent);

    // The stage's side.
    [[nodiscard]] bool isOpen() const noexcept
    {
        return m_state.load(std::memory_order_relaxed) == State::Open;
    }
    [[nodiscard]] bool isClosed() const noexcept
    {
        return m_state.load(std::memory_order_relaxed) == State::Closed;
    }

    /// Simulated work for one event; 0 for none.
    [[nodiscard]] Duration workTime() const noexcept
    {
        return Duration(m_workNs.load(std::memory_order_relaxed));
    }

    /// Works on one event that has been worked on for \a done, until workTime() is reached; adds to
    /// \a done. Short work keeps the processor busy, long work sleeps.
    [[nodiscard]] Work work(Duration &done);

    void waitWhileClosed();

private:
    enum class State : unsigned char { Open, Closed, Leaving };

    void setState(State state);
    [[nodiscard]] Work spin(Duration &done);
    [[nodiscard]] Work sleep(Duration &done);

    std::atomic<State> m_state = State::Open;
    std::atomic<Duration::rep> m_workNs = 0;
    std::mutex m_mutex; // held while a value changes, so that no wake-up is missed
    std::condition_variable m_changed;
};

} // namespace sluice
