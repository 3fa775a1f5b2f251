// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/batch.h"
#include "core/flow/eventcount.h"
#include "core/flow/ids.h"
#include "core/flow/stopreason.h"
#include "core/stage/stageaddress.h"
#include "core/telemetry/stagenotes.h"

#include <QVariant>

#include <chrono>

namespace sluice {

/// Whether a timer goes on.
enum class TimerMode : unsigned char { Once, Repeating };

/// Names one timer of one stage; 0 means none. Never given twice by the same stage.
struct TimerId
{
    std::uint64_t value = 0;

    friend bool operator==(TimerId, TimerId) noexcept = default;
};

/// What a behaviour may do from within its callbacks, besides what it returns.
///
/// Threads: the stage's, inside a callback; address() gives what other threads may use.
/// Ownership: the stage's runner.
/// Semantics: genstage-semantics §7, §8, §11, §14, §16.
class StageContext
{
public:
    StageContext() = default;
    virtual ~StageContext() = default;
    StageContext(const StageContext &) = delete;
    StageContext &operator=(const StageContext &) = delete;

    /// Hands events out now, asked for or not (§8). Producer and ProducerConsumer have a typed
    /// emitEvents() that calls this. What a consumer emits is dropped, and told of as a note.
    virtual void emitBatch(Batch batch) = 0;

    /// Asks for more on a subscription with manual demand (§7). Pre: count > 0.
    virtual void ask(SubscriptionId subscription, EventCount count) = 0;

    /// Ends a subscription, on either side of it; handleCancel() follows (§14).
    virtual void cancel(SubscriptionId subscription, const StopReason &reason) = 0;

    /// Stops the stage as soon as the present callback has returned and its events were sent.
    virtual void stop(const StopReason &reason) = 0;

    /// handleInfo() with \a message, after everything that waits in the mailbox now.
    virtual void post(const QVariant &message) = 0;

    /// handleInfo() with \a message, after the events that are buffered now have left (§11).
    virtual void sendInfo(const QVariant &message) = 0;

    /// handleInfo() with \a message after \a interval, or each \a interval. Pre: interval >= 0.
    virtual TimerId startTimer(std::chrono::milliseconds interval, const QVariant &message,
                               TimerMode mode) = 0;

    /// Does nothing for a timer that is over.
    virtual void stopTimer(TimerId timer) = 0;

    /// Tells the owner of the pipeline of something that stops nothing (§23).
    virtual void note(StageNote note) = 0;

    [[nodiscard]] virtual StageAddress address() const = 0;
};

} // namespace sluice
