// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/handover.h"
#include "core/stage/timerlist.h"
#include "core/stage/wakeup.h"

#include <QAbstractEventDispatcher>

#include <atomic>

namespace sluice {

/// What a stage's thread waits in: posted events and timers, and nothing else.
///
/// Qt's own dispatchers ask the system for files and sockets on every turn and are woken through a
/// file. This one looks at Qt's event queue and, when that is empty, waits in a Wakeup.
/// All timers are precise. Socket notifiers are refused with a warning: a stage that needs them
/// asks for a thread with Qt's own dispatcher, StageOptions::loop.
///
/// Threads: wakeUp() and interrupt() from any; everything else on the thread it serves.
/// Ownership: QThread::setEventDispatcher() takes it.
/// Semantics: design D7.
class StageEventDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT

public:
    explicit StageEventDispatcher(QObject *parent = nullptr);

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType,
                       QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    [[nodiscard]] QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;

    void wakeUp() override;
    void interrupt() override;

private:
    [[nodiscard]] bool fireTimers();

    Wakeup m_wakeup;
    TimerList m_timers;
    std::atomic<bool> m_isInterrupted = false;
    Handover m_made; // others find it through Qt's record of the thread, unseen by a sanitizer
};

} // namespace sluice
