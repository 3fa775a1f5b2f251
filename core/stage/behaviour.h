// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/batch.h"
#include "core/flow/eventcount.h"
#include "core/flow/ids.h"
#include "core/flow/stopreason.h"

namespace sluice {

/// What a stage does in the flow; fixed by its behaviour (semantics §1).
enum class StageRole : unsigned char {
    Producer,         ///< emits only
    ProducerConsumer, ///< receives and emits
    Consumer          ///< receives only
};

/// Who sent a batch: the producer's stage and the subscription it came by.
struct From
{
    StageId stage;
    SubscriptionId subscription;
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

    /// Called last, when the stage stops for whatever reason.
    virtual void terminate(const StopReason &reason) { static_cast<void>(reason); }

    /// Whether there is nothing more to do, ever; asked after each message. The stage then stops in
    /// order, once what it has emitted was sent.
    [[nodiscard]] virtual bool isFinished() const { return false; }

    /// Producers: handleDemand() with its result as a batch.
    [[nodiscard]] virtual Batch runDemand(EventCount demand);

    /// Others: handleEvents() with its result as a batch, an empty one for consumers.
    [[nodiscard]] virtual Batch runEvents(const Batch &events, const From &from);
};

} // namespace sluice
