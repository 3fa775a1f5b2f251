// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/ids.h"
#include "core/stage/behaviour.h"
#include "core/stage/messages.h"
#include "core/stage/stageaddress.h"
#include "core/stage/stageoptions.h"
#include "core/stage/stageshared.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace sluice {

class Stage;
class StageRunner;
class StageThread;

/// Who hears of stages, on the owner's thread. Functions and not signals, because each connection
/// takes memory in each of thousands of stages.
struct StageListener
{
    std::function<void(Stage &, const StageReport &)> reported; ///< by the runner

    /// The runner is gone, and so is the thread if this was the last stage on it. The stage may be
    /// deleted later, not in this call.
    std::function<void(Stage &)> finished;
};

/// The handle on one running stage: the runner, and the thread it lives on, alone or with others.
///
/// Threads: the owner's. Everything it tells the stage is a queued message; nothing here waits but
/// join().
/// Ownership: owns the runner, and the thread together with the others on it. Must be joined or
/// finished() before it is destroyed; abandon() is the way out for a stage that is stuck in its own
/// code, or behind one that is.
class Stage final : public QObject
{
    Q_OBJECT

public:
    /// Pre: a place was reserved on \a thread; \a listener outlives the stage.
    Stage(StageId id, std::shared_ptr<StageThread> thread, std::unique_ptr<Behaviour> behaviour,
          const StageOptions &options, std::shared_ptr<StageShared> shared,
          const StageListener &listener);
    ~Stage() override;

    [[nodiscard]] StageId id() const noexcept { return m_id; }
    [[nodiscard]] StageShared &shared() const noexcept { return *m_shared; }

    /// Starts the thread, if it does not run yet; commands told before are obeyed first thing.
    void start();

    /// After retire() nothing: the runner may be on its way to the owner's thread.
    void tell(const StageCommand &command);

    /// Gives an end of a subscription to this stage's thread, where it may hear messages already.
    void take(QObject *end);

    /// Attaches an end that was taken.
    void attachInlet(InletEnd *end);
    void attachOutlet(OutletEnd *end, SubscriptionId replaced, const StopReason &reason);

    /// For messages to the stage, from any thread.
    [[nodiscard]] StageAddress address() const { return StageAddress(m_mailbox); }

    void openGate();
    void closeGate();

    /// Has the stage report an examination, and measure from then on until endExamination().
    void examine();
    void endExamination();

    /// Lets the stage handle what it has received and send what it has emitted, and stop then.
    void drain();

    /// Stops the stage now: simulated work ends, the rest of what is under way is dropped.
    void leave();

    /// No further command will come: the stage lets go of its thread as soon as it is settled.
    void retire();

    /// Ends the thread's event loop without waiting for settlement of anybody on it; for the last
    /// resort only.
    void quit();

    /// Waits for the thread, which ends when everybody on it has let go.
    [[nodiscard]] bool join(QDeadlineTimer deadline);

    /// Leaves thread and runner to themselves; they go if the stage's code ever returns.
    void abandon();

private:
    void finish();

    const StageId m_id;
    const StageListener &m_listener;
    std::shared_ptr<StageShared> m_shared;
    std::shared_ptr<StageThread> m_thread;
    const quint64 m_seat;
    std::shared_ptr<StageMailbox> m_mailbox;
    bool m_isRetired = false;
    std::unique_ptr<StageRunner> m_runner; // lives on m_thread until it has let go of it
};

} // namespace sluice
