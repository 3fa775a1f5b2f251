// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDeadlineTimer>

#include <functional>
#include <memory>
#include <vector>

namespace sluice {

/// Threads that run one task each at a time and are used again; as many as there are tasks.
///
/// Threads: run() and close() on one; tasks run on the pool's and must not throw.
/// Lifetime: a thread whose task does not end by the deadline of close() is left behind with it. It
/// ends with its task; a thread cannot be killed.
class TaskPool
{
public:
    TaskPool();

    /// Leaves behind what still runs.
    ~TaskPool();

    TaskPool(const TaskPool &) = delete;
    TaskPool &operator=(const TaskPool &) = delete;

    /// Starts \a task at once, on an idle thread or a new one. Pre: not closed.
    void run(std::function<void()> task);

    /// Takes no more tasks and waits for those that run; returns whether all had ended in time.
    bool close(QDeadlineTimer deadline);

private:
    struct Shared;
    class Worker;

    std::shared_ptr<Shared> m_shared;
    std::vector<std::unique_ptr<Worker>> m_workers;
};

} // namespace sluice
