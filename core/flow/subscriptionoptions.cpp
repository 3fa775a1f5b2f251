// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/subscriptionoptions.h"

namespace sluice {

bool endsConsumer(CancelMode mode, const StopReason &reason) noexcept
{
    // GS-050: a rejected duplicate never takes the consumer down.
    if (reason.kind == StopReason::Kind::AlreadySubscribed)
        return false;
    switch (mode) {
    case CancelMode::Permanent:
        return true;
    case CancelMode::Transient:
        return !reason.isOrderly();
    case CancelMode::Temporary:
        break;
    }
    return false;
}

std::optional<OptionError> SubscriptionOptions::validate() const
{
    if (maxDemand < 1 || maxDemand > largestMaxDemand) {
        return OptionError{"maxDemand", "1 to " + std::to_string(largestMaxDemand),
                           std::to_string(maxDemand)};
    }
    const EventCount min = minimum();
    if (min < 0 || min > maxDemand - 1) {
        return OptionError{"minDemand",
                           "0 to " + std::to_string(maxDemand - 1) + " (below maxDemand)",
                           std::to_string(min)};
    }
    return std::nullopt;
}

} // namespace sluice
