// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/handover.h"
#include "core/stage/stageoptions.h"

#include <QDeadlineTimer>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <unordered_map>

namespace sluice {

/// A stage has let go of its thread.
struct Release
{
    quint64 seat = 0; ///< of StageThread::enter()
    Handover handover{};
};

/// Brings the runners of stages that have settled home to the owner's thread.
///
/// It is what keeps a runner from being deleted over there while a function of it still returns
/// over here: the runner's last word is a queued message to the porter.
/// Threads: lives on a StageThread.
class StagePorter final : public QObject
{
    Q_OBJECT

public:
    StagePorter(QThread *home, std::atomic<int> &stages)
        : m_home(home)
        , m_stages(stages)
    {
    }

    /// The last of all stages ends the thread.
    void carry(QObject *runner, quint64 seat);

Q_SIGNALS:
    void carried(const sluice::Release &release);

private:
    QThread *m_home;
    std::atomic<int> &m_stages;
};

/// A thread that one stage or several run on: an event loop, and nothing else.
///
/// It ends by itself when the last stage has let go of it; nobody can enter it after that.
/// Threads: the object belongs to the owner's thread; its functions are called there.
/// Lifetime: must have been joined before it is destroyed.
/// Semantics: design D7.
class StageThread final : public QThread, public std::enable_shared_from_this<StageThread>
{
    // Without Q_OBJECT: Qt asks for the meta-object after run(), by a virtual function, when the
    // owner may be past the end of the thread. It has no signals of its own.

public:
    /// \a niceness: how far its claim to a processor stands behind that of the thread which starts
    /// it, as nice(1) counts.
    explicit StageThread(EventLoop loop = EventLoop::Lean, int niceness = 0);

    /// Starts it, unless it has been started.
    void begin();

    /// Keeps a place for one more stage; false if the last one has left and the thread is ending.
    [[nodiscard]] bool reserve() noexcept;

    /// Takes the place that was reserved; returns what to call it. \a released is called on the
    /// owner's thread once the runner is home, and not before the thread has ended if its stage
    /// was the last.
    [[nodiscard]] quint64 enter(std::function<void()> released);

    /// Will not call that any more.
    void forget(quint64 seat) { m_released.erase(seat); }

    /// Places that are taken now.
    [[nodiscard]] int stageCount() const noexcept { return m_stages.load(); }

    /// For the last word of a runner.
    [[nodiscard]] StagePorter *porter() noexcept { return &m_porter; }

    /// Posting to an object on the thread also touches the thread's event dispatcher. Between
    /// these two calls it does not end.
    void holdOn() noexcept { m_holds.fetch_add(1); }
    void letGo() noexcept { m_holds.fetch_sub(1); }

    /// Waits for the end of the thread; returns whether it came before \a deadline.
    [[nodiscard]] bool join(QDeadlineTimer deadline = QDeadlineTimer(QDeadlineTimer::Forever));

    /// Stays alive without an owner until the thread has ended.
    void abandon() { m_self = shared_from_this(); }

protected:
    void run() override;

private:
    void noteCarried(const Release &release);
    void noteFinished();

    const EventLoop m_loop;
    const int m_niceness;
    std::atomic<int> m_stages = 0;
    std::atomic<int> m_holds = 0;
    bool m_hasBegun = false;
    quint64 m_lastSeat = 0;
    std::unordered_map<quint64, std::function<void()>> m_released;
    std::shared_ptr<StageThread> m_self;
    StagePorter m_porter;
    Handover m_end;
};

} // namespace sluice

Q_DECLARE_METATYPE(sluice::Release)
