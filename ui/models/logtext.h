// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/pipeline.h"
#include "ui/models/exactlyoncecheck.h"
#include "ui/models/logstore.h"

#include <QString>

/// The log's sentences.
namespace sluice::ui {

/// Seconds since the start, to the millisecond: "48.004".
[[nodiscard]] QString logTime(std::int64_t sinceStartNs);

/// What a row holds: "2000 … 2998", "7", "3 batches (500 numbers) could not be kept".
/// The distance of neighbours is mentioned if it is not \a usualStep.
[[nodiscard]] QString logNumbers(const LogRow &row, Integer usualStep);

/// The same for reading aloud.
[[nodiscard]] QString logNumbersAloud(const LogRow &row, Integer usualStep);

/// Number \a index of a row of numbers.
[[nodiscard]] QString logNumberAt(const LogRow &row, EventCount index);

/// "left: 240 handled, 60 lost, demand for 240 withdrawn"
[[nodiscard]] QString settlementText(const Settlement &settlement);

/// A row for a stage that stopped by itself, such as "evens crashed: out of memory".
[[nodiscard]] QString stoppedText(const QString &stage, const QString &reason, bool crashed);

/// What the check has found, in one sentence.
[[nodiscard]] QString checkText(const ExactlyOnceResult &result,
                                const std::optional<ExpectedSequence> &expected);

} // namespace sluice::ui
