// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/wakeup.h"

#include <algorithm>
#include <thread>

#if defined(__x86_64__) || defined(__i386__)
#include <immintrin.h>
#endif

namespace sluice {
namespace {

constexpr int mostLooks = 512; // looks; some 20 microseconds
constexpr int mostHalvings = 6;

// Threads with a Wakeup that are not asleep. Whoever spins while there are more of them than
// processors keeps one of the others from working.
std::atomic<int> threadsAwake = 0;

int processors()
{
    static const int count = static_cast<int>(std::thread::hardware_concurrency());
    return count;
}

void pauseProcessor() noexcept
{
#if defined(__x86_64__) || defined(__i386__)
    _mm_pause();
#elif defined(__aarch64__)
    asm volatile("yield");
#endif
}

} // namespace

Wakeup::Wakeup()
{
    threadsAwake.fetch_add(1, std::memory_order_relaxed);
}

Wakeup::~Wakeup()
{
    threadsAwake.fetch_sub(1, std::memory_order_relaxed);
}

void Wakeup::wakeForSure() noexcept
{
    if (m_state.exchange(State::Woken) != State::Asleep)
        return;
    // With the lock once taken, the thread either saw the new state or sleeps already.
    m_mutex.lock();
    m_mutex.unlock();
    m_called.notify_one();
}

void Wakeup::wait(std::optional<Clock::time_point> until)
{
    if (spin())
        return;
    std::unique_lock lock(m_mutex);
    State awake = State::Awake;
    if (!m_state.compare_exchange_strong(awake, State::Asleep))
        return;
    threadsAwake.fetch_sub(1, std::memory_order_relaxed);
    const auto isCalled = [this] { return m_state.load() != State::Asleep; };
    if (until)
        m_called.wait_until(lock, *until, isCalled);
    else
        m_called.wait(lock, isCalled);
    threadsAwake.fetch_add(1, std::memory_order_relaxed);
    State asleep = State::Asleep;
    m_state.compare_exchange_strong(asleep, State::Awake);
}

bool Wakeup::spin() noexcept
{
    const int looks = mostLooks >> std::min(m_vainSpins, mostHalvings);
    for (int look = 0; look < looks; ++look) {
        if (isWoken()) {
            m_vainSpins = 0;
            return true;
        }
        if (threadsAwake.load(std::memory_order_relaxed) > processors())
            return false;
        pauseProcessor();
    }
    ++m_vainSpins;
    return isWoken();
}

} // namespace sluice
