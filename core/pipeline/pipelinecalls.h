// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/demandmode.h"
#include "core/pipeline/pipeline.h"
#include "core/stage/caller.h"
#include "core/stage/stagemessage.h"

#include <QFuture>
#include <QString>
#include <QVariant>

#include <chrono>
#include <functional>
#include <memory>

namespace sluice {

class PipelineLink;

/// A stage, by its id or by its name.
struct StageTarget
{
    StageTarget(StageId stage) // NOLINT: implicit on purpose
        : id(stage)
    {
    }

    StageTarget(const QString &stageName) // NOLINT: implicit on purpose
        : name(stageName)
    {
    }

    template<class In, class Out>
    StageTarget(StageRef<In, Out> stage) // NOLINT: implicit on purpose
        : id(stage.id)
    {
    }

    StageId id;
    QString name; ///< used if id is not valid
};

/// What became of a subscription that was asked for.
struct SubscribeReply
{
    SubscriptionId id{}; ///< names nothing if the producer was not there (§14.3)
    PipelineError error = PipelineError::None;
    std::optional<OptionError> option{}; ///< for BadOptions, NotAConsumer and NotAProducer

    explicit operator bool() const noexcept { return error == PipelineError::None; }
};

/// Everything one may ask of a running pipeline and its stages, from any thread.
///
///     const sluice::PipelineCalls calls = pipeline.calls();   // copy it to where it is needed
///     calls.call(u"counter"_s, u"peek"_s).then(this, [](const sluice::CallReply &reply) { … });
///
/// No function here waits: what there is to wait for is a QFuture. Calls of one thread are carried
/// out in the order they were made.
/// Threads: any. The futures are finished on the pipeline's or on a stage's thread; give then() a
/// context object.
/// Errors: as values in the reply. After the pipeline is gone every call ends as NoProcess.
/// Semantics: genstage-semantics §7, §9 to §11, §14, §16.
class PipelineCalls
{
public:
    static constexpr std::chrono::milliseconds defaultTimeout{5000};
    static constexpr std::chrono::milliseconds noTimeout{-1};

    explicit PipelineCalls(std::shared_ptr<PipelineLink> link)
        : m_link(std::move(link))
    {
    }

    /// Adds a stage and makes its initial subscriptions; ends when its start() has answered.
    [[nodiscard]] QFuture<StartReply> start(const StageSpec &spec) const;

    /// Stops a stage through its terminate(), as if it had wished to; ends when that has run.
    [[nodiscard]] QFuture<CallReply> stop(const StageTarget &stage,
                                          const StopReason &reason = StopReason::normal(),
                                          std::chrono::milliseconds timeout = noTimeout) const;

    /// Ends when the consumer's handleSubscribe() has run; the producer may not know yet (REF-13).
    [[nodiscard]] QFuture<SubscribeReply> subscribe(const StageTarget &consumer,
                                                    const StageTarget &producer,
                                                    const SubscriptionOptions &options = {}) const;

    /// The same, and ends \a replaced with \a reason just before (§14). What the consumer does then
    /// is the cancel mode of the replaced subscription.
    [[nodiscard]] QFuture<SubscribeReply>
    resubscribe(SubscriptionId replaced, const StopReason &reason, const StageTarget &consumer,
                const StageTarget &producer, const SubscriptionOptions &options = {}) const;

    /// Ends a subscription; nothing happens if there is no such one (REF-11).
    void cancel(SubscriptionId subscription, const StopReason &reason = StopReason::normal()) const;

    /// Asks for \a count more events on a subscription with manual demand. Pre: count > 0.
    void ask(SubscriptionId subscription, EventCount count) const;

    /// handleCall(); the reply, or why there is none.
    [[nodiscard]] QFuture<CallReply> call(const StageTarget &stage, const QVariant &request,
                                          std::chrono::milliseconds timeout = defaultTimeout) const;

    /// handleCast(); nothing happens if there is no such stage.
    void cast(const StageTarget &stage, const QVariant &request) const;

    /// handleInfo(), as soon as it arrives.
    void message(const StageTarget &stage, const QVariant &message) const;

    /// handleInfo(), after the events that are buffered when it arrives have left (§11).
    void asyncInfo(const StageTarget &stage, const QVariant &message) const;

    /// The same; ends when it has been queued, not when it was handled.
    [[nodiscard]] QFuture<CallReply>
    syncInfo(const StageTarget &stage, const QVariant &message,
             std::chrono::milliseconds timeout = defaultTimeout) const;

    /// Producers only; others answer WrongRole, but a producer-consumer takes Forward (§9).
    [[nodiscard]] QFuture<CallReply>
    setDemandMode(const StageTarget &stage, DemandMode mode,
                  std::chrono::milliseconds timeout = defaultTimeout) const;

    /// "forward" or "accumulate".
    [[nodiscard]] QFuture<CallReply>
    demandMode(const StageTarget &stage, std::chrono::milliseconds timeout = defaultTimeout) const;

    /// Events in the output buffer; consumers answer WrongRole (§10).
    [[nodiscard]] QFuture<CallReply>
    estimateBufferedCount(const StageTarget &stage,
                          std::chrono::milliseconds timeout = defaultTimeout) const;

    /// For what reaches a pipeline by itself, such as a Stream.
    [[nodiscard]] const std::shared_ptr<PipelineLink> &link() const noexcept { return m_link; }

private:
    [[nodiscard]] QFuture<CallReply> send(const StageTarget &stage, StageMessage message,
                                          std::chrono::milliseconds timeout) const;
    void sendOff(const StageTarget &stage, StageMessage message) const;

    std::shared_ptr<PipelineLink> m_link;
};

} // namespace sluice
