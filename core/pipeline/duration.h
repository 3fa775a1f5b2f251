// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringView>

#include <chrono>
#include <optional>

namespace sluice {

/// Reads a duration such as "400ms", "1.5s", "2us", "250ns", "3min" or "0s".
///
/// Nothing if \a text is not a number of digits (and a decimal point) with one of these units
/// directly after it, is finer than a nanosecond, or does not fit.
[[nodiscard]] std::optional<std::chrono::nanoseconds> parseDuration(QStringView text);

/// \a duration in the largest unit that needs no decimals: "400ms", "1500us", "90s", "0s".
///
/// parseDuration() reads it back exactly. Pre: duration >= 0.
[[nodiscard]] QString durationText(std::chrono::nanoseconds duration);

} // namespace sluice
