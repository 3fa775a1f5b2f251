// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/stageeventdispatcher.h"

#include "core/stage/messageround.h"

#include <QCoreApplication>
#include <QTimerEvent>

namespace sluice {

StageEventDispatcher::StageEventDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent)
{
    m_made.release();
}

bool StageEventDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_wakeup.reset();
    // An interruption may come before there is anything to interrupt; the loop that asked for it
    // then sees that it was told to end.
    if (m_isInterrupted.load() && m_isInterrupted.exchange(false))
        return false;
    Q_EMIT awake();
    // Qt delivers what was posted before this and leaves the rest, which has called wakeUp().
    bool hasDone = false;
    {
        const MessageRound round;
        QCoreApplication::sendPostedEvents();
        hasDone = !flags.testFlag(QEventLoop::X11ExcludeTimers) && fireTimers();
    }
    if (m_wakeup.isWoken() || !flags.testFlag(QEventLoop::WaitForMoreEvents))
        return hasDone || m_wakeup.isWoken();
    const auto due = m_timers.nextDue();
    if (hasDone || (due && *due <= TimerList::Moment::clock::now()))
        return true;
    Q_EMIT aboutToBlock();
    m_wakeup.wait(due);
    return true;
}

void StageEventDispatcher::registerSocketNotifier(QSocketNotifier *)
{
    qWarning("StageEventDispatcher: there are no sockets on this thread. A stage that needs them "
             "asks for Qt's own event loop, StageOptions::loop.");
}

void StageEventDispatcher::unregisterSocketNotifier(QSocketNotifier *) { }

void StageEventDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType,
                                         QObject *object)
{
    m_timers.add({timerId, std::chrono::milliseconds(interval), timerType, object},
                 TimerList::Moment::clock::now());
}

bool StageEventDispatcher::unregisterTimer(int timerId)
{
    return m_timers.remove(timerId);
}

bool StageEventDispatcher::unregisterTimers(QObject *object)
{
    return m_timers.removeAll(object);
}

QList<QAbstractEventDispatcher::TimerInfo>
StageEventDispatcher::registeredTimers(QObject *object) const
{
    return m_timers.timersOf(object);
}

int StageEventDispatcher::remainingTime(int timerId)
{
    return m_timers.remaining(timerId, TimerList::Moment::clock::now());
}

// Called by Qt for every event that is posted.
void StageEventDispatcher::wakeUp()
{
    m_made.acquire();
    m_wakeup.wake();
}

void StageEventDispatcher::interrupt()
{
    m_made.acquire();
    m_isInterrupted.store(true);
    m_wakeup.wakeForSure();
}

bool StageEventDispatcher::fireTimers()
{
    const auto due = m_timers.nextDue();
    if (!due)
        return false;
    const auto now = TimerList::Moment::clock::now();
    bool hasFired = false;
    m_timers.beginRound();
    while (const auto timer = m_timers.takeDue(now)) {
        hasFired = true;
        QTimerEvent event(timer->id);
        QCoreApplication::sendEvent(timer->object, &event);
    }
    return hasFired;
}

} // namespace sluice
