// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/batch.h"
#include "core/flow/childledger.h"
#include "core/flow/restartlimit.h"
#include "core/stage/caller.h"
#include "core/stage/children.h"
#include "core/stage/stagecontext.h"
#include "core/stage/taskpool.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace sluice {

/// The children of one consumer supervisor: starts them, hears of their ends, and asks for more.
///
/// Threads: the stage's; the children's tasks run on threads of their own and post their ends.
/// Ownership: of the children's threads, until shutDown().
/// Semantics: genstage-semantics §18.
class ChildBoard
{
public:
    using Start = std::function<ChildStart(const Batch &event)>;

    /// \a start may throw, which counts as failed.
    ChildBoard(const ConsumerSupervisorOptions &options, Start start);

    [[nodiscard]] const ConsumerSupervisorOptions &options() const noexcept { return m_options; }

    /// Before everything else. Stops the stage if the options cannot be used.
    void enter(StageContext &stage);

    void subscribed(SubscriptionId subscription, const SubscriptionOptions &options);
    void cancelled(SubscriptionId subscription);

    /// Starts a child for each of \a events.
    void take(SubscriptionId subscription, const Batch &events);

    /// Returns false if \a message is none of the board's own.
    bool handleInfo(const QVariant &message);

    /// What \a request is answered with; nothing: \a caller hears of it later.
    [[nodiscard]] std::optional<ChildReply> handleCall(const ChildRequest &request,
                                                       const Batch &event, const Caller &caller);

    /// Tells all children to stop and waits for them as the options say.
    void shutDown();

private:
    struct Child
    {
        SubscriptionId from; // not valid: started by hand
        Batch event;
        std::shared_ptr<StopSignal> stop; // null: restarting
        std::optional<Caller> terminator; // who has it terminated
    };

    using Children = std::map<ChildId, Child>;

    [[nodiscard]] ChildStart tryToStart(const Batch &event) const;
    void begin(ChildId id, Child &child, ChildTask task);
    void childEnded(ChildId id, const StopReason &reason);
    void restart(ChildId id);
    void forget(Children::iterator child);
    [[nodiscard]] ChildReply startByHand(const Batch &event);
    [[nodiscard]] std::optional<ChildReply> terminate(ChildId id, const Caller &caller);
    [[nodiscard]] ChildReply describe() const;
    void noteFailure(const std::string &why) const;
    void ask(SubscriptionId subscription, EventCount count);

    // Constant after construction.
    ConsumerSupervisorOptions m_options;
    Start m_start;

    StageContext *m_stage = nullptr;
    ChildLedger m_ledger;
    RestartLimit m_limit;
    Children m_children; // in the order they were started
    TaskPool m_pool;
    std::uint64_t m_lastChild = 0;
    EventCount m_excess = 0;
};

} // namespace sluice
