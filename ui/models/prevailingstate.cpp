// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/prevailingstate.h"

#include <algorithm>
#include <cstddef>

namespace sluice::ui {
namespace {

constexpr std::int64_t lastingNs = 250'000'000;

} // namespace

bool isClocked(StageState state)
{
    return static_cast<std::size_t>(state) < clockedStateCount;
}

bool hasLasted(const StageSnapshot &stage, std::int64_t takenNs)
{
    return !isClocked(stage.figures.state) || takenNs - stage.figures.stateSinceNs >= lastingNs;
}

StageState prevailingState(const StageSnapshot &stage, std::int64_t takenNs,
                           const RateTable::StateShares &shares)
{
    if (hasLasted(stage, takenNs))
        return stage.figures.state;
    const auto largest = std::ranges::max_element(shares);
    if (*largest <= 0)
        return stage.figures.state;
    return static_cast<StageState>(largest - shares.begin());
}

} // namespace sluice::ui
