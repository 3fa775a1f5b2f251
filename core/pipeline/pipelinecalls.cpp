// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/pipelinecalls.h"

#include "core/pipeline/pipelinedesk.h"
#include "core/pipeline/pipelinelink.h"
#include "core/stage/stagerunner.h"

#include <QPromise>

#include <utility>

namespace sluice {
namespace {

// Work is copied on its way, and a promise cannot be.
template<class Result>
std::shared_ptr<QPromise<Result>> makePromise()
{
    auto promise = std::make_shared<QPromise<Result>>();
    promise->start();
    return promise;
}

template<class Result>
void finish(QPromise<Result> &promise, const Result &result)
{
    promise.addResult(result);
    promise.finish();
}

} // namespace

QFuture<StartReply> PipelineCalls::start(const StageSpec &spec) const
{
    const auto promise = makePromise<StartReply>();
    const auto answer = [promise](const StartReply &reply) { finish(*promise, reply); };
    if (!m_link->post([=](PipelineDesk &desk) { desk.start(spec, answer); }))
        answer({.error = StartError::NoPipeline});
    return promise->future();
}

QFuture<CallReply> PipelineCalls::stop(const StageTarget &stage, const StopReason &reason,
                                       std::chrono::milliseconds timeout) const
{
    return send(stage, {.kind = StageMessage::Kind::Stop, .reason = reason}, timeout);
}

QFuture<SubscribeReply> PipelineCalls::subscribe(const StageTarget &consumer,
                                                 const StageTarget &producer,
                                                 const SubscriptionOptions &options) const
{
    return resubscribe({}, {}, consumer, producer, options);
}

QFuture<SubscribeReply> PipelineCalls::resubscribe(SubscriptionId replaced,
                                                   const StopReason &reason,
                                                   const StageTarget &consumer,
                                                   const StageTarget &producer,
                                                   const SubscriptionOptions &options) const
{
    const auto promise = makePromise<SubscribeReply>();
    const auto answer = [promise](const SubscribeReply &reply) { finish(*promise, reply); };
    const SubscribeOrder order{consumer, producer, options, replaced, reason};
    if (!m_link->post([=](PipelineDesk &desk) { desk.subscribe(order, answer); }))
        answer({.error = PipelineError::NotNow});
    return promise->future();
}

void PipelineCalls::cancel(SubscriptionId subscription, const StopReason &reason) const
{
    m_link->post([=](PipelineDesk &desk) { desk.cancel(subscription, reason); });
}

void PipelineCalls::ask(SubscriptionId subscription, EventCount count) const
{
    m_link->post([=](PipelineDesk &desk) { desk.ask(subscription, count); });
}

QFuture<CallReply> PipelineCalls::call(const StageTarget &stage, const QVariant &request,
                                       std::chrono::milliseconds timeout) const
{
    return send(stage, {.kind = StageMessage::Kind::Call, .value = request}, timeout);
}

void PipelineCalls::cast(const StageTarget &stage, const QVariant &request) const
{
    sendOff(stage, {.kind = StageMessage::Kind::Cast, .value = request});
}

void PipelineCalls::message(const StageTarget &stage, const QVariant &message) const
{
    sendOff(stage, {.kind = StageMessage::Kind::Message, .value = message});
}

void PipelineCalls::asyncInfo(const StageTarget &stage, const QVariant &message) const
{
    sendOff(stage, {.kind = StageMessage::Kind::OrderedInfo, .value = message});
}

QFuture<CallReply> PipelineCalls::syncInfo(const StageTarget &stage, const QVariant &message,
                                           std::chrono::milliseconds timeout) const
{
    return send(stage, {.kind = StageMessage::Kind::OrderedInfo, .value = message}, timeout);
}

QFuture<CallReply> PipelineCalls::setDemandMode(const StageTarget &stage, DemandMode mode,
                                                std::chrono::milliseconds timeout) const
{
    return send(stage, {.kind = StageMessage::Kind::SetDemandMode, .mode = mode}, timeout);
}

QFuture<CallReply> PipelineCalls::demandMode(const StageTarget &stage,
                                             std::chrono::milliseconds timeout) const
{
    return send(stage, {.kind = StageMessage::Kind::DemandModeOf}, timeout);
}

QFuture<CallReply> PipelineCalls::estimateBufferedCount(const StageTarget &stage,
                                                        std::chrono::milliseconds timeout) const
{
    return send(stage, {.kind = StageMessage::Kind::BufferedCount}, timeout);
}

QFuture<CallReply> PipelineCalls::send(const StageTarget &stage, StageMessage message,
                                       std::chrono::milliseconds timeout) const
{
    message.caller = Caller::make();
    // Whoever runs inside a stage and waits for that stage waits for itself.
    const StageId self = StageRunner::current();
    if (!m_link->post([=](PipelineDesk &desk) { desk.send(stage, message, self, timeout); }))
        message.caller.fail(CallError::NoProcess, {StopReason::Kind::NoProcess, {}});
    return message.caller.future();
}

void PipelineCalls::sendOff(const StageTarget &stage, StageMessage message) const
{
    m_link->post([=](PipelineDesk &desk) { desk.sendOff(stage, message); });
}

} // namespace sluice
