// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/telemetry/stagefigures.h"

namespace sluice {

void StageFigures::addTotals(const StageFigures &earlier) noexcept
{
    arrived += earlier.arrived;
    handled += earlier.handled;
    emitted += earlier.emitted;
    discarded += earlier.discarded;
    lost += earlier.lost;
    sent += earlier.sent;
    messages += earlier.messages;
    callbacks += earlier.callbacks;
    for (std::size_t i = 0; i < clockedStateCount; ++i)
        stateNs[i] += earlier.stateNs[i];
    if (earlier.startedNs > 0)
        startedNs = earlier.startedNs;
}

} // namespace sluice
