// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QThread>

#include <atomic>

namespace sluice::test {

/// A thread that does its work() and ends. Call join() before reading what it left behind.
///
/// wait() alone is enough for that, but ThreadSanitizer cannot see into a Qt that was built
/// without it and would report every read; the flag is an order that it can see.
class WorkThread : public QThread
{
public:
    void join()
    {
        wait();
        while (!m_isDone.load(std::memory_order_acquire)) { }
    }

protected:
    virtual void work() = 0;

private:
    void run() final
    {
        work();
        m_isDone.store(true, std::memory_order_release);
    }

    std::atomic<bool> m_isDone = false;
};

} // namespace sluice::test
