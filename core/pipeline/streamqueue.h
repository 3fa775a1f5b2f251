// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/batch.h"
#include "core/flow/ids.h"
#include "core/flow/subscriptionoptions.h"
#include "core/pipeline/streamerror.h"
#include "core/stage/stageaddress.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <variant>

namespace sluice {

/// A subscription of a stream was made; maxDemand was asked for.
struct StreamJoined
{
    SubscriptionId subscription;
    SubscriptionOptions options;
};

/// A message with events has arrived.
struct StreamArrived
{
    SubscriptionId subscription;
    Batch batch;
};

/// Nothing comes any more.
struct StreamOver
{
    std::optional<StreamError> error;
};

using StreamEntry = std::variant<StreamJoined, StreamArrived, StreamOver>;

/// What has come for the reader of a stream and was not taken yet.
///
/// Invariant: the events in it are at most what the reader has asked for.
/// Threads: any; the stream's stage puts in, its reader takes out. One mutex, which is held for
/// moving an entry, never for a callback of a user.
class StreamQueue
{
public:
    /// Tells the reader's thread to look; only posts. Called with the mutex held.
    using Wake = std::function<void()>;

    explicit StreamQueue(Wake wake)
        : m_wake(std::move(wake))
    {
    }

    // By the stage, and by whoever makes it.

    /// Where the stage can be reached; before anything is put in.
    void setAddress(const StageAddress &address);

    void put(StreamEntry entry);

    /// The end; of several the first one counts.
    void end(std::optional<StreamError> error);

    // By the reader.

    /// The oldest entry; nothing if there is none. The end is given again and again.
    [[nodiscard]] std::optional<StreamEntry> take();

    /// The same; waits for one.
    [[nodiscard]] StreamEntry waitAndTake();

    /// Asks for more events on a subscription.
    void ask(SubscriptionId subscription, EventCount count) const;

    /// Whether there is something to take; the next entry wakes again.
    [[nodiscard]] bool heard();

    /// Nobody will read any more: what is here and what still comes is dropped.
    void close();

    [[nodiscard]] bool isClosed() const;

private:
    [[nodiscard]] StreamEntry takeOne();
    void tell();

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    Wake m_wake; // empty: closed
    StageAddress m_address;
    std::deque<StreamEntry> m_entries;
    std::optional<StreamOver> m_over;
    bool m_isTold = false;
};

} // namespace sluice
