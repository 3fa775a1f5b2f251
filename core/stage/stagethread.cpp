// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/stagethread.h"

#include "core/stage/stageeventdispatcher.h"

#include <QAbstractEventDispatcher>

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <utility>

namespace sluice {
namespace {

// Linux schedules threads by their own niceness, whatever POSIX says of whole processes; where the
// system knows nothing of it, QThread's priorities do nothing either.
void letOthersGoFirst(int niceness)
{
    const auto self = static_cast<id_t>(::syscall(SYS_gettid));
    ::setpriority(PRIO_PROCESS, self, ::getpriority(PRIO_PROCESS, self) + niceness);
}

} // namespace

void StagePorter::carry(QObject *runner, quint64 seat)
{
    runner->moveToThread(m_home);
    const bool isLast = m_stages.fetch_sub(1) == 1;
    Q_EMIT carried({seat});
    if (isLast)
        thread()->quit();
}

StageThread::StageThread(EventLoop loop, int niceness)
    : m_loop(loop)
    , m_niceness(niceness)
    , m_porter(thread(), m_stages)
{
    connect(&m_porter, &StagePorter::carried, this, &StageThread::noteCarried,
            Qt::QueuedConnection);
    connect(this, &QThread::finished, this, &StageThread::noteFinished, Qt::QueuedConnection);
    m_porter.moveToThread(this);
}

void StageThread::begin()
{
    if (std::exchange(m_hasBegun, true))
        return;
    if (m_loop == EventLoop::Lean)
        setEventDispatcher(new StageEventDispatcher);
    start();
}

bool StageThread::reserve() noexcept
{
    int stages = m_stages.load();
    do {
        if (stages == 0 && m_hasBegun)
            return false;
    } while (!m_stages.compare_exchange_weak(stages, stages + 1));
    return true;
}

quint64 StageThread::enter(std::function<void()> released)
{
    m_released.emplace(++m_lastSeat, std::move(released));
    return m_lastSeat;
}

bool StageThread::join(QDeadlineTimer deadline)
{
    if (!wait(deadline))
        return false;
    m_end.acquire();
    return true;
}

void StageThread::run()
{
    if (m_niceness != 0)
        letOthersGoFirst(m_niceness);
    exec();
    while (m_holds.load() != 0)
        yieldCurrentThread();
    m_end.release();
}

void StageThread::noteCarried(const Release &release)
{
    release.handover.acquire();
    if (m_stages.load() == 0)
        return; // noteFinished() will tell
    if (auto node = m_released.extract(release.seat))
        node.mapped()();
}

void StageThread::noteFinished()
{
    if (!join())
        return;
    for (const auto &[seat, released] : std::exchange(m_released, {}))
        released();
    if (m_self) {
        // Not within a function of its own.
        const auto last = [self = std::exchange(m_self, nullptr)] {};
        QMetaObject::invokeMethod(QAbstractEventDispatcher::instance(), last, Qt::QueuedConnection);
    }
}

} // namespace sluice
