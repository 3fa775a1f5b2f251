// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pipeline/pipelinecalls.h"
#include "core/stage/stagemessage.h"

#include <QObject>

#include <functional>
#include <unordered_map>

namespace sluice {

class Pipeline;
class Topology;
struct StageRecord;

/// A subscription as somebody asked for it.
struct SubscribeOrder
{
    StageTarget consumer;
    StageTarget producer;
    SubscriptionOptions options;
    SubscriptionId replaces; ///< not valid: none
    StopReason reason;       ///< of the end of the replaced one
};

/// Carries out what comes by PipelineCalls, and knows who still waits for what.
///
/// Threads: the pipeline's owner's.
/// Ownership: the pipeline's.
class PipelineDesk final : public QObject
{
    Q_OBJECT

public:
    using SubscribeAnswer = std::function<void(const SubscribeReply &)>;
    using StartAnswerTo = std::function<void(const StartReply &)>;

    PipelineDesk(Pipeline &pipeline, Topology &topology);
    ~PipelineDesk() override;

    // Orders.

    void start(const StageSpec &spec, const StartAnswerTo &answer);
    void subscribe(const SubscribeOrder &order, const SubscribeAnswer &answer);
    void cancel(SubscriptionId subscription, const StopReason &reason);
    void ask(SubscriptionId subscription, EventCount count);
    void send(const StageTarget &stage, const StageMessage &message, StageId sender,
              std::chrono::milliseconds timeout);
    void sendOff(const StageTarget &stage, const StageMessage &message);

    // Looking.

    [[nodiscard]] Pipeline &pipeline() const noexcept { return m_pipeline; }
    [[nodiscard]] StageRecord *find(const StageTarget &target);

    // Facts.

    void noteBegan(StageId stage);
    void noteSubscribed(SubscriptionId subscription);
    void noteLeft(StageId stage, const StopReason &reason);

private:
    struct WaitsForSubscription
    {
        StageId consumer;
        SubscribeAnswer answer;
    };

    [[nodiscard]] StageRecord *findRunning(const StageTarget &target);
    void subscribeToNobody(StageRecord &consumer, const SubscribeOrder &order,
                           const SubscribeAnswer &answer);

    Pipeline &m_pipeline;
    Topology &m_topology;
    std::unordered_map<SubscriptionId, WaitsForSubscription> m_subscribing;
    std::unordered_map<StageId, StartAnswerTo> m_starting;
};

} // namespace sluice
