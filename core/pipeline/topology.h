// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/ids.h"
#include "core/pipeline/pipeline.h"
#include "core/stage/stage.h"
#include "core/stage/stageshared.h"
#include "core/stage/subscriptionends.h"

#include <deque>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace sluice {

/// A life of a stage that was restarted, until its subscriptions have settled.
struct PastLife
{
    std::unique_ptr<Stage> stage;
    std::shared_ptr<StageShared> shared;
};

/// What a pipeline knows of one of its stages, running or not.
struct StageRecord
{
    enum class Life : unsigned char {
        Idle,    ///< not started
        Running, ///< its thread runs
        Gone     ///< it has settled or never will; nothing more is attached to it
    };

    StageId id;
    StageSpec spec; ///< with the options as they are now
    StageRole role = StageRole::Producer;
    const EventType *input = nullptr;
    const EventType *output = nullptr;
    std::unique_ptr<Behaviour> behaviour; ///< made and not started yet

    Life life = Life::Idle;
    bool isBeingRemoved = false;
    std::unique_ptr<Stage> stage;        ///< while its thread runs
    std::shared_ptr<StageShared> shared; ///< of the last run; null before the first
    int thread = 0;
    std::optional<StopReason> left; ///< why; of a stage that has stopped
    QString stopReason;
    int restarts = 0;
    std::vector<PastLife> pastLives;
    std::unique_ptr<StageFigures> earlier; ///< totals of the lives that have settled; null: none
    EventCount withdrawn = 0;              ///< of its settled subscriptions to producers
    EventCount settledHandled = 0;         ///< by consumers of this stage that have settled
    EventCount settledLost = 0;            ///< likewise
    SubscriptionTotals forgotten;

    /// The present figures, with the totals of all lives.
    [[nodiscard]] StageFigures figures() const;

    /// Whether a thread of it has not ended.
    [[nodiscard]] bool isAlive() const noexcept { return stage || !pastLives.empty(); }

    /// Makes the present life a past one. Pre: it has left.
    void endLife();

    /// Counts a past life, which has settled, to the earlier ones.
    void forget(const Stage *of);

    /// Counts the totals of a life that has settled.
    void addEarlier(const StageShared &settled);

    /// Calls \a act with each Stage there is.
    template<class Act>
    void eachLife(Act act)
    {
        if (stage)
            act(stage);
        for (PastLife &past : pastLives)
            act(past.stage);
    }
};

/// What a pipeline knows of one subscription.
struct SubscriptionRecord
{
    SubscriptionId id;
    StageId consumer;
    StageId producer;
    std::shared_ptr<const SubscriptionOptions> options; ///< as they are now; never null
    std::shared_ptr<SubscriptionCells> cells;           ///< of the last run; null before the first
    bool isSettled = false;
    bool isCancelled = false; ///< forgotten once settled, and not made again at the next start
};

/// The stages and subscriptions of a pipeline, and the rules for joining them.
///
/// Threads: the owner's.
class Topology
{
public:
    StageRecord &add(StageSpec spec);

    /// Takes a subscription up. Pre: check() finds nothing.
    SubscriptionRecord &subscribe(StageId consumer, StageId producer,
                                  const SubscriptionOptions &options);

    /// What was last given is kept once, for all that have the same.
    void setOptions(SubscriptionRecord &record, const SubscriptionOptions &options);

    [[nodiscard]] PipelineError check(StageId consumer, StageId producer,
                                      const SubscriptionOptions &options) const;

    [[nodiscard]] StageRecord *find(StageId id);
    [[nodiscard]] const StageRecord *find(StageId id) const;
    /// The first stage of that name.
    [[nodiscard]] StageRecord *find(const QString &name);
    [[nodiscard]] SubscriptionRecord *find(SubscriptionId id);
    [[nodiscard]] const SubscriptionRecord *find(SubscriptionId id) const;

    // Deques: records keep their address while others come.
    [[nodiscard]] std::deque<StageRecord> &stages() noexcept { return m_stages; }
    [[nodiscard]] const std::deque<StageRecord> &stages() const noexcept { return m_stages; }
    [[nodiscard]] std::deque<SubscriptionRecord> &subscriptions() noexcept
    {
        return m_subscriptions;
    }

    /// Forgets everything about earlier runs, and the subscriptions that were cancelled.
    void reset();

    /// Forgets a stage and its subscriptions; its totals go to the departed ones.
    void remove(StageId id);
    void remove(SubscriptionId id);

    /// An id that no subscription has or will have.
    [[nodiscard]] SubscriptionId nextSubscriptionId() noexcept { return {++m_lastSubscription}; }

    /// The log ring of a stage, also of the last stages that were removed.
    [[nodiscard]] std::shared_ptr<BatchLog> log(StageId id) const;

    /// Fills in stages, subscriptions and totals.
    void describe(Snapshot &snapshot) const;

private:
    [[nodiscard]] bool isUpstream(StageId stage, StageId of) const;
    [[nodiscard]] StageSnapshot describe(const StageRecord &record) const;
    void addForgotten(const SubscriptionRecord &record);

    std::deque<StageRecord> m_stages;
    std::deque<SubscriptionRecord> m_subscriptions;
    std::uint64_t m_lastStage = 0;
    std::uint64_t m_lastSubscription = 0;
    std::shared_ptr<const SubscriptionOptions> m_lastOptions; // for those that are the same
    EventCount m_departedReceived = 0;
    EventCount m_departedLost = 0;
    std::deque<std::pair<StageId, std::shared_ptr<BatchLog>>> m_departedLogs;
};

} // namespace sluice
