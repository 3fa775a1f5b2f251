// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/demandmode.h"
#include "core/flow/eventcount.h"
#include "core/flow/ids.h"
#include "core/flow/stopreason.h"
#include "core/stage/caller.h"
#include "core/stage/handover.h"

#include <QVariant>

namespace sluice {

/// A message to a stage that belongs to no subscription; it waits at the gate like any other.
///
/// Semantics: genstage-semantics §11, §16.
struct StageMessage
{
    enum class Kind : unsigned char {
        Call,          ///< handleCall() with value; the caller waits
        Cast,          ///< handleCast() with value
        Message,       ///< handleInfo() with value
        OrderedInfo,   ///< handleInfo() with value, after the events buffered now have left (§11)
        ReleasedInfo,  ///< what an OrderedInfo becomes when its turn has come; to oneself
        Credit,        ///< demand given back for events that a selector rejected; to oneself
        Continue,      ///< look again at what there is to do; to oneself
        Ask,           ///< ask for count more events on a subscription with manual demand (§7)
        Stop,          ///< stop with reason, through terminate(); the caller waits for the end
        SetDemandMode, ///< producers only (§9)
        DemandModeOf,  ///< the caller waits for "forward" or "accumulate"
        BufferedCount  ///< the caller waits for the number of buffered events (§10)
    };

    Kind kind = Kind::Message;
    QVariant value{};
    Caller caller{};
    SubscriptionId subscription{};
    EventCount count = 0;
    StopReason reason{};
    DemandMode mode = DemandMode::Forward;
    Handover handover{};
};

} // namespace sluice

Q_DECLARE_METATYPE(sluice::StageMessage)
