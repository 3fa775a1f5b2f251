// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/batch.h"
#include "core/flow/eventcount.h"
#include "core/flow/ids.h"
#include "core/flow/stopreason.h"
#include "core/flow/subscriptionoptions.h"
#include "core/stage/caller.h"
#include "core/stage/cancellation.h"
#include "core/stage/stagecontext.h"

#include <QVariant>

#include <cassert>
#include <optional>
#include <utility>

namespace sluice {

/// What a stage does in the flow; fixed by its behaviour (semantics §1).
enum class StageRole : unsigned char {
    Producer,         ///< emits only
    ProducerConsumer, ///< receives and emits
    Consumer          ///< receives only
};

/// The other side of a subscription, and the subscription: what GenStage calls `from`.
struct From
{
    StageId stage;
    SubscriptionId subscription;
};

/// What the other side of a subscription is to us.
enum class CounterpartRole : unsigned char {
    Producer, ///< we have subscribed to it
    Consumer  ///< it has subscribed to us
};

/// Who asks for events on a subscription.
enum class DemandControl : unsigned char {
    Automatic, ///< the stage, as events are handled (§6)
    Manual     ///< the behaviour, with StageContext::ask(); only as a consumer (§7)
};

/// Whether a stage that was started goes on.
enum class StartAnswer : unsigned char {
    Run,
    Ignore ///< it ends quietly, without terminate()
};

/// What a stage does with demand and events, with the event types erased.
///
/// Write a Producer<Out>, ProducerConsumer<In, Out> or Consumer<In> instead of deriving from this.
///
/// Threads: constructed and destroyed on the thread that owns the pipeline; everything else is
/// called on the stage's thread, one call at a time, never nested (INV-25).
/// Errors: an exception stops the stage; its text becomes the reason (design D9).
/// Semantics: genstage-semantics §15.
class Behaviour
{
public:
    Behaviour() = default;
    virtual ~Behaviour() = default;
    Behaviour(const Behaviour &) = delete;
    Behaviour &operator=(const Behaviour &) = delete;

    [[nodiscard]] virtual StageRole role() const = 0;

    /// The type of the events it takes; nullptr for a producer.
    [[nodiscard]] virtual const EventType *inputType() const { return nullptr; }

    /// The type of the events it emits; nullptr for a consumer.
    [[nodiscard]] virtual const EventType *outputType() const { return nullptr; }

    // Callbacks; see genstage-semantics §15. Each may use stage() and, where there is one,
    // emitEvents().

    /// Called first, before any subscription is made; GenStage's init.
    virtual StartAnswer start() { return StartAnswer::Run; }

    /// A subscription is being made, to us or by us. A producer has to answer Automatic.
    virtual DemandControl handleSubscribe(CounterpartRole counterpart,
                                          const SubscriptionOptions &options, const From &from);

    /// A subscription has ended and is forgotten already. Its cancel mode is obeyed afterwards.
    virtual void handleCancel(const Cancellation &cancellation, const From &from);

    /// A call; what is returned is the reply. Nothing: \a caller is replied to later, or already.
    /// Unless it is overridden a call crashes the stage, as in GenStage.
    virtual std::optional<QVariant> handleCall(const QVariant &request, const Caller &caller);

    /// A cast. Unless it is overridden a cast crashes the stage, as in GenStage.
    virtual void handleCast(const QVariant &request);

    /// Any other message, and the stage's timers. Unless it is overridden the message is dropped
    /// and reported.
    virtual void handleInfo(const QVariant &message);

    /// The output buffer had to discard \a count events; returns whether to report it (§10).
    virtual bool shouldReportDiscarded(EventCount count);

    /// Called last, when the stage stops for whatever reason.
    virtual void terminate(const StopReason &reason) { static_cast<void>(reason); }

    /// Whether there is nothing more to do, ever; asked after each message. The stage then stops in
    /// order, once what it has emitted was sent.
    [[nodiscard]] virtual bool isFinished() const { return false; }

    /// Producers: handleDemand() with its result as a batch.
    [[nodiscard]] virtual Batch runDemand(EventCount demand);

    /// Others: handleEvents() with its result as a batch, an empty one for consumers.
    [[nodiscard]] virtual Batch runEvents(const Batch &events, const From &from);

    /// Whether the last message was one that handleInfo() does not know; resets that.
    [[nodiscard]] bool takeUnknownInfo() noexcept { return std::exchange(m_unknownInfo, false); }

    /// Called once by whoever runs the behaviour, before start(). \a context outlives the calls.
    void enter(StageContext &context) noexcept { m_context = &context; }

protected:
    /// What the stage offers. Pre: inside a callback.
    [[nodiscard]] StageContext &stage() const noexcept
    {
        assert(m_context);
        return *m_context;
    }

private:
    StageContext *m_context = nullptr;
    bool m_unknownInfo = false;
};

} // namespace sluice
