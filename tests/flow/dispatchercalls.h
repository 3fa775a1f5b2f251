// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/dispatcher.h"

namespace sluice::test {

/// Subscribes with the default options; each consumer has the number of its subscription.
inline std::optional<StopReason> subscribe(Dispatcher &dispatcher, SubscriptionId id,
                                           const SubscriptionOptions &options = {})
{
    return dispatcher.subscribe({id, StageId{id.value}, &options});
}

/// For dispatchers that do nothing else on these occasions.
inline EventCount ask(Dispatcher &dispatcher, SubscriptionId id, EventCount count)
{
    OutletEffects effects;
    return dispatcher.ask(id, count, effects);
}

inline EventCount cancel(Dispatcher &dispatcher, SubscriptionId id)
{
    OutletEffects effects;
    return dispatcher.cancel(id, effects);
}

} // namespace sluice::test
