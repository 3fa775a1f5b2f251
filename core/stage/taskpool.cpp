// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/taskpool.h"

#include "core/stage/handover.h"

#include <QThread>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <utility>

namespace sluice {

struct TaskPool::Shared
{
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<std::function<void()>> tasks; // not begun
    std::size_t idle = 0;                    // threads that wait for one
    bool closed = false;
};

class TaskPool::Worker final : public QThread
{
public:
    explicit Worker(std::shared_ptr<Shared> shared)
        : m_shared(std::move(shared))
    {
    }

    [[nodiscard]] bool join(QDeadlineTimer deadline)
    {
        if (!wait(deadline))
            return false;
        m_end.acquire();
        return true;
    }

protected:
    void run() override
    {
        std::unique_lock lock(m_shared->mutex);
        for (;;) {
            ++m_shared->idle;
            m_shared->changed.wait(lock,
                                   [this] { return m_shared->closed || !m_shared->tasks.empty(); });
            --m_shared->idle;
            if (m_shared->tasks.empty())
                break;
            auto task = std::move(m_shared->tasks.front());
            m_shared->tasks.pop_front();
            lock.unlock();
            task();
            task = nullptr;
            lock.lock();
        }
        lock.unlock();
        m_end.release();
    }

private:
    std::shared_ptr<Shared> m_shared;
    Handover m_end;
};

TaskPool::TaskPool()
    : m_shared(std::make_shared<Shared>())
{
}

TaskPool::~TaskPool()
{
    close(QDeadlineTimer(0));
}

void TaskPool::run(std::function<void()> task)
{
    bool needsThread = false;
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->tasks.push_back(std::move(task));
        needsThread = m_shared->tasks.size() > m_shared->idle;
    }
    m_shared->changed.notify_one();
    if (needsThread) {
        m_workers.push_back(std::make_unique<Worker>(m_shared));
        m_workers.back()->start();
    }
}

bool TaskPool::close(QDeadlineTimer deadline)
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->closed = true;
    }
    m_shared->changed.notify_all();
    // Never destroyed: a thread must not end before its code has, not even with the program.
    static std::mutex mutex;
    static auto *leftBehind = new std::vector<std::unique_ptr<Worker>>;
    bool haveEnded = true;
    for (std::unique_ptr<Worker> &worker : std::exchange(m_workers, {})) {
        if (worker->join(deadline))
            continue;
        haveEnded = false;
        const std::lock_guard lock(mutex);
        std::erase_if(*leftBehind,
                      [](const auto &earlier) { return earlier->join(QDeadlineTimer(0)); });
        leftBehind->push_back(std::move(worker));
    }
    return haveEnded;
}

} // namespace sluice
