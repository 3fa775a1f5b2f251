// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"
#include "core/telemetry/examination.h"
#include "ui/models/ratetable.h"

#include <QString>

#include <cstdint>
#include <string>
#include <vector>

/// What the inspector says about a stage.
namespace sluice::ui {

/// "consumer · print · thread 3 (71203 to the operating system)"
[[nodiscard]] QString identityWords(const StageSnapshot &stage);

/// The letter and the word of its state, and why it stopped.
[[nodiscard]] QString stateWords(const StageSnapshot &stage);

/// "busy 75 %, waits for events 25 %"
[[nodiscard]] QString shareWords(const RateTable::StateShares &shares);

/// "120 of 10,000, 5 discarded"
[[nodiscard]] QString bufferWords(const StageFigures &figures);

/// What waits in the stage beside its buffer; "–" if that is nothing.
[[nodiscard]] QString waitingWords(const StageSnapshot &stage);

/// The stage's busy time for each event in the last second, and since it started; "–" without any.
[[nodiscard]] QString timingWords(const StageSnapshot &stage, const RateTable &rates);

/// "1.9 ms to 4 ms, median 2 ms, 99 % within 2.1 ms; 1,204 measured in 12.3 s"
[[nodiscard]] QString measuredWords(const Examination &found);

/// "10, 12, 14", a line each if one of them is long; "–" without any.
[[nodiscard]] QString eventsWords(const std::vector<std::string> &events);

/// "1,204 in 00:48, 2 held at the gate"
[[nodiscard]] QString messageWords(const StageSnapshot &stage, std::int64_t takenNs);

/// The open demand of each consumer of \a stage, one a line; "–" if there is none.
[[nodiscard]] QString demandWords(const Snapshot &snapshot, StageId stage);

} // namespace sluice::ui
