// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/gate.h"

namespace sluice {
namespace {

using Clock = std::chrono::steady_clock;

// Below this a sleep would take longer than the work it stands for.
constexpr Gate::Duration longestSpin = std::chrono::microseconds(200);

} // namespace

void Gate::open()
{
    setState(State::Open);
}

void Gate::close()
{
    setState(State::Closed);
}

void Gate::leave()
{
    setState(State::Leaving);
}

void Gate::setWorkTime(Duration perEvent)
{
    const std::lock_guard lock(m_mutex);
    m_workNs = perEvent.count();
    m_changed.notify_all();
}

Gate::Work Gate::work(Duration &done)
{
    return workTime() - done <= longestSpin ? spin(done) : sleep(done);
}

void Gate::waitWhileClosed()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !isClosed(); });
}

void Gate::setState(State state)
{
    const std::lock_guard lock(m_mutex);
    if (m_state == State::Leaving)
        return;
    m_state = state;
    m_changed.notify_all();
}

Gate::Work Gate::spin(Duration &done)
{
    const auto start = Clock::now();
    const Duration before = done;
    while (isOpen()) {
        if (done >= workTime())
            return Work::Done;
        if (workTime() - done > longestSpin)
            return sleep(done); // the work was made longer meanwhile
        done = before + (Clock::now() - start);
    }
    return isClosed() ? Work::Closed : Work::Left;
}

Gate::Work Gate::sleep(Duration &done)
{
    std::unique_lock lock(m_mutex);
    while (isOpen()) {
        const Duration rest = workTime() - done;
        if (rest <= Duration::zero())
            return Work::Done;
        const auto start = Clock::now();
        m_changed.wait_for(lock, rest);
        done += Clock::now() - start;
    }
    return isClosed() ? Work::Closed : Work::Left;
}

} // namespace sluice
