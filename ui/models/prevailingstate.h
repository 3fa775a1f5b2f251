// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/models/ratetable.h"

namespace sluice::ui {

/// Whether the time in \a state is counted.
[[nodiscard]] bool isClocked(StageState state);

/// Whether the stage has been in its present state for so long that it is worth a name.
[[nodiscard]] bool hasLasted(const StageSnapshot &stage, std::int64_t takenNs);

/// The state to name: the present one if it has lasted, otherwise the one that prevailed during the
/// last second. A stage that changes its state a thousand times a second would only flicker.
[[nodiscard]] StageState prevailingState(const StageSnapshot &stage, std::int64_t takenNs,
                                         const RateTable::StateShares &shares);

} // namespace sluice::ui
