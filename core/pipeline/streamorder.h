// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/demandmode.h"
#include "core/flow/eventtype.h"
#include "core/flow/subscriptionoptions.h"
#include "core/pipeline/pipelinecalls.h"

#include <QString>

#include <optional>
#include <vector>

namespace sluice {

/// One producer that a stream reads.
struct StreamSubscription
{
    StageTarget producer;
    SubscriptionOptions options;
};

/// What a stream wants of its pipeline.
struct StreamOrder
{
    const EventType *type = nullptr; ///< of what it reads
    std::vector<StreamSubscription> subscriptions;
    DemandMode demand = DemandMode::Forward;
    std::optional<std::vector<StageTarget>> producers; ///< whose mode to set; empty: all of them
    QString name;
};

} // namespace sluice
