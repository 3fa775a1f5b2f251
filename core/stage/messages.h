// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/batch.h"
#include "core/flow/ids.h"
#include "core/flow/stopreason.h"
#include "core/flow/subscriptionoptions.h"
#include "core/stage/cancellation.h"
#include "core/stage/handover.h"
#include "core/telemetry/examination.h"

#include <QMetaType>

#include <cstdint>
#include <memory>
#include <optional>

namespace sluice {

class InletEnd;
class OutletEnd;

/// Events on their way down one subscription (semantics §5).
struct SentBatch
{
    SubscriptionId subscription;
    Batch batch;
    std::int64_t sentNs = 0; ///< steady clock
    Handover handover{};
};

/// Demand on its way up one subscription.
///
/// One argument instead of two, because Qt allocates each argument of a queued call.
struct Ask
{
    SubscriptionId subscription;
    EventCount count = 0;
    Handover handover{};
};

/// The last message of one side of a subscription, up or down.
struct Goodbye
{
    SubscriptionId subscription;
    Cancellation why{};
    Handover handover{};
};

/// What the owner of a pipeline tells one of its stages.
struct StageCommand
{
    enum class Kind : unsigned char {
        Begin,        ///< first of all
        AttachInlet,  ///< here is your end of a subscription to a producer: ask
        AttachOutlet, ///< here is your end of a subscription by a consumer: serve it
        SetLimits,    ///< new demand limits for a subscription
        Cancel,       ///< end a subscription to a producer
        LookAtGate,   ///< the gate was opened or closed
        Examine,      ///< report an examination if it is still wanted, and measure from now on
        EndExamining, ///< measure no longer
        Drain,        ///< stop once everything received was handled and everything emitted was sent
        Leave,        ///< stop now
        Retire        ///< no command comes after this one: end the thread once settled
    };

    Kind kind = Kind::Begin;
    InletEnd *inlet = nullptr;     ///< AttachInlet; ownership passes
    OutletEnd *outlet = nullptr;   ///< AttachOutlet; ownership passes
    SubscriptionId subscription{}; ///< SetLimits, Cancel; AttachOutlet: the one it replaces, if any
    StopReason reason{};           ///< Cancel; AttachOutlet: why the replaced one ends
    std::optional<CancelMode> cancelMode{}; ///< Cancel: instead of the subscription's own
    EventCount maxDemand = 0;               ///< SetLimits
    EventCount minDemand = 0;               ///< SetLimits
    Handover handover{};
};

/// What a stage tells the owner of its pipeline.
struct StageReport
{
    enum class Kind : unsigned char {
        Began,               ///< the behaviour's start() has answered that it runs
        Subscribed,          ///< it has a subscription to a producer: handleSubscribe() has run
        Noted,               ///< there is something to read in the notes
        Examined,            ///< the answer to Examine
        Left,                ///< the behaviour will not be called again
        SubscriptionSettled, ///< on one to a producer every goodbye was said and heard and every
                             ///< event accounted for
        Settled              ///< the same for all its subscriptions, on both sides
    };

    Kind kind = Kind::Began;
    SubscriptionId subscription{};                    ///< Subscribed, SubscriptionSettled
    StopReason reason{};                              ///< Left
    bool crashed = false;                             ///< Left
    std::shared_ptr<const Examination> examination{}; ///< Examined
    Handover handover{};
};

} // namespace sluice

Q_DECLARE_METATYPE(sluice::Ask)
Q_DECLARE_METATYPE(sluice::SentBatch)
Q_DECLARE_METATYPE(sluice::Goodbye)
Q_DECLARE_METATYPE(sluice::StageCommand)
Q_DECLARE_METATYPE(sluice::StageReport)
