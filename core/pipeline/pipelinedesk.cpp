// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/pipelinedesk.h"

#include "core/pipeline/pipeline.h"
#include "core/pipeline/topology.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace sluice {

PipelineDesk::PipelineDesk(Pipeline &pipeline, Topology &topology)
    : m_pipeline(pipeline)
    , m_topology(topology)
{
}

PipelineDesk::~PipelineDesk()
{
    for (const auto &[id, waiting] : std::exchange(m_subscribing, {}))
        waiting.answer({id, PipelineError::NotNow, {}});
    for (const auto &[id, answer] : std::exchange(m_starting, {}))
        answer({.id = id, .error = StartError::NoPipeline});
}

void PipelineDesk::start(const StageSpec &spec, const StartAnswerTo &answer)
{
    const StartReply reply = m_pipeline.tryAdd(spec);
    const StageRecord *record = m_topology.find(reply.id);
    if (reply && record && record->stage)
        m_starting.emplace(reply.id, answer);
    else
        answer(reply);
}

void PipelineDesk::subscribe(const SubscribeOrder &order, const SubscribeAnswer &answer)
{
    StageRecord *consumer = find(order.consumer);
    if (!consumer || consumer->life == StageRecord::Life::Gone || consumer->isBeingRemoved) {
        answer({{}, PipelineError::UnknownStage, {}});
        return;
    }
    if (!consumer->input) {
        answer({{},
                PipelineError::NotAConsumer,
                OptionError{"consumer", "a stage that takes events",
                            consumer->spec.name.toStdString() + ", a producer"}});
        return;
    }
    if (const auto option = order.options.validate()) {
        answer({{}, PipelineError::BadOptions, option});
        return;
    }
    const StageRecord *producer = find(order.producer);
    if (!producer) {
        subscribeToNobody(*consumer, order, answer);
        return;
    }
    if (!producer->output) {
        answer({{},
                PipelineError::NotAProducer,
                OptionError{"producer", "a stage that emits events",
                            producer->spec.name.toStdString() + ", a consumer"}});
        return;
    }
    const auto outcome = m_pipeline.subscribe(consumer->id, producer->id, order.options,
                                              {order.replaces, order.reason});
    if (outcome && consumer->stage)
        m_subscribing.emplace(outcome.id, WaitsForSubscription{consumer->id, answer});
    else
        answer({outcome.id, outcome.error, {}});
}

// §14.3: the caller is told that all is well, with an id that means nothing; what happens to the
// consumer is its cancel mode.
void PipelineDesk::subscribeToNobody(StageRecord &consumer, const SubscribeOrder &order,
                                     const SubscribeAnswer &answer)
{
    const SubscriptionId id = m_topology.nextSubscriptionId();
    const StopReason reason{StopReason::Kind::NoProcess, {}};
    if (endsConsumer(order.options.cancel, reason) && consumer.stage) {
        Q_EMIT m_pipeline.stageNoted(consumer.id,
                                     {.kind = StageNote::Kind::NoProducer,
                                      .subscription = id,
                                      .text = order.producer.name.toStdString()});
        consumer.stage->address().post({.kind = StageMessage::Kind::Stop, .reason = reason});
    }
    answer({id, PipelineError::None, {}});
}

void PipelineDesk::cancel(SubscriptionId subscription, const StopReason &reason)
{
    static_cast<void>(m_pipeline.cancel(subscription, reason));
}

void PipelineDesk::ask(SubscriptionId subscription, EventCount count)
{
    const SubscriptionRecord *record = m_topology.find(subscription);
    if (!record || count <= 0)
        return;
    if (const StageRecord *consumer = m_topology.find(record->consumer); consumer->stage) {
        consumer->stage->address().post(
            {.kind = StageMessage::Kind::Ask, .subscription = subscription, .count = count});
    }
}

void PipelineDesk::send(const StageTarget &target, const StageMessage &message, StageId sender,
                        std::chrono::milliseconds timeout)
{
    StageRecord *record = findRunning(target);
    if (!record) {
        message.caller.fail(CallError::NoProcess, {StopReason::Kind::NoProcess, {}});
        return;
    }
    if (record->id == sender) {
        message.caller.fail(CallError::CalledItself);
        return;
    }
    if (!record->stage->address().post(message)) {
        message.caller.fail(CallError::NoProcess, {StopReason::Kind::NoProcess, {}});
        return;
    }
    if (timeout >= std::chrono::milliseconds(0)) {
        QTimer::singleShot(timeout, this,
                           [caller = message.caller] { caller.fail(CallError::TimedOut); });
    }
}

void PipelineDesk::sendOff(const StageTarget &target, const StageMessage &message)
{
    if (StageRecord *record = findRunning(target))
        record->stage->address().post(message);
}

void PipelineDesk::noteBegan(StageId stage)
{
    if (const auto waiting = m_starting.extract(stage); !waiting.empty())
        waiting.mapped()({.id = stage});
}

void PipelineDesk::noteSubscribed(SubscriptionId subscription)
{
    if (const auto waiting = m_subscribing.extract(subscription); !waiting.empty())
        waiting.mapped().answer({subscription, PipelineError::None, {}});
}

void PipelineDesk::noteLeft(StageId stage, const StopReason &reason)
{
    if (const auto waiting = m_starting.extract(stage); !waiting.empty()) {
        const auto error =
            reason.kind == StopReason::Kind::Normal ? StartError::Ignored : StartError::Stopped;
        waiting.mapped()({.id = stage, .error = error, .reason = reason});
    }
    std::vector<std::pair<SubscriptionId, SubscribeAnswer>> over;
    for (const auto &[id, waiting] : m_subscribing) {
        if (waiting.consumer == stage)
            over.emplace_back(id, waiting.answer);
    }
    for (const auto &[id, answer] : over) {
        m_subscribing.erase(id);
        answer({id, PipelineError::NotNow, {}});
    }
}

StageRecord *PipelineDesk::find(const StageTarget &target)
{
    return target.id.isValid() ? m_topology.find(target.id) : m_topology.find(target.name);
}

StageRecord *PipelineDesk::findRunning(const StageTarget &target)
{
    StageRecord *record = find(target);
    return record && record->stage ? record : nullptr;
}

} // namespace sluice
