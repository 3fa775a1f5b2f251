// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// A wake-up that got lost would hang these tests until CTest ends them.

#include "core/stage/wakeup.h"
#include "tests/support/testsupport.h"
#include "tests/support/workthread.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace tst_wakeup {

using namespace std::chrono_literals;
using sluice::Wakeup;

namespace {

/// Adds to a count under a lock and wakes, as posting an event does.
class Poster final : public sluice::test::WorkThread
{
public:
    Poster(Wakeup &wakeup, std::mutex &mutex, std::int64_t &posted, std::int64_t rounds)
        : m_wakeup(wakeup)
        , m_mutex(mutex)
        , m_posted(posted)
        , m_rounds(rounds)
    {
    }

private:
    void work() override
    {
        for (std::int64_t i = 0; i < m_rounds; ++i) {
            {
                const std::lock_guard lock(m_mutex);
                ++m_posted;
            }
            m_wakeup.wake();
            if (i % 64 == 0)
                yieldCurrentThread(); // so that the other often has time to fall asleep
        }
    }

    Wakeup &m_wakeup;
    std::mutex &m_mutex;
    std::int64_t &m_posted;
    std::int64_t m_rounds;
};

/// Sets a flag without any lock and wakes for sure.
class Caller final : public sluice::test::WorkThread
{
public:
    Caller(Wakeup &wakeup, std::atomic<bool> &flag)
        : m_wakeup(wakeup)
        , m_flag(flag)
    {
    }

private:
    void work() override
    {
        m_flag = true;
        m_wakeup.wakeForSure();
    }

    Wakeup &m_wakeup;
    std::atomic<bool> &m_flag;
};

} // namespace

class TestWakeup : public sluice::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void aWakeBeforeTheWaitPreventsIt();
    void resetForgetsEarlierWakes();
    void aWaitEndsWhenItsTimeHasCome();
    void noWakeIsLost();
    void aFlagIsSeenWithoutALock();
};

void TestWakeup::aWakeBeforeTheWaitPreventsIt()
{
    Wakeup wakeup;
    wakeup.wake();
    QVERIFY(wakeup.isWoken());
    wakeup.wait(std::nullopt);
}

void TestWakeup::resetForgetsEarlierWakes()
{
    Wakeup wakeup;
    wakeup.wake();
    wakeup.reset();
    QVERIFY(!wakeup.isWoken());
    wakeup.wait(Wakeup::Clock::now());
    QVERIFY(!wakeup.isWoken());
}

void TestWakeup::aWaitEndsWhenItsTimeHasCome()
{
    Wakeup wakeup;
    const auto until = Wakeup::Clock::now() + 2ms;
    wakeup.wait(until);
    QCOMPARE_GE(Wakeup::Clock::now(), until);
    QVERIFY(!wakeup.isWoken());
}

void TestWakeup::noWakeIsLost()
{
    constexpr int posters = 3;
    const std::int64_t rounds = sluice::test::scaled(100'000);
    Wakeup wakeup;
    std::mutex mutex;
    std::int64_t posted = 0;
    std::vector<std::unique_ptr<Poster>> threads;
    for (int i = 0; i < posters; ++i)
        threads.push_back(std::make_unique<Poster>(wakeup, mutex, posted, rounds));
    for (const auto &thread : threads)
        thread->start();
    for (std::int64_t seen = 0; seen < posters * rounds;) {
        wakeup.reset();
        {
            const std::lock_guard lock(mutex);
            seen = posted;
        }
        if (seen < posters * rounds)
            wakeup.wait(std::nullopt);
    }
    for (const auto &thread : threads)
        thread->join();
    QCOMPARE(posted, posters * rounds);
}

void TestWakeup::aFlagIsSeenWithoutALock()
{
    for (std::int64_t i = 0; i < sluice::test::scaled(2'000); ++i) {
        Wakeup wakeup;
        std::atomic<bool> flag = false;
        Caller caller(wakeup, flag);
        caller.start();
        for (;;) {
            wakeup.reset();
            if (flag)
                break;
            wakeup.wait(std::nullopt);
        }
        caller.join();
    }
}

SLUICE_TEST(TestWakeup)

} // namespace tst_wakeup

#include "tst_wakeup.moc"
