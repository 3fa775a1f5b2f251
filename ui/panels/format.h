// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/flow/eventcount.h"

#include <QString>

#include <chrono>

class QLocale;

/// Numbers as every part of the window writes them, in the user's locale.
namespace sluice::ui {

/// The locale numbers are written in: the default one; English if that is the bare C locale,
/// which would run the digits of large numbers together.
[[nodiscard]] QLocale numberLocale();

/// All digits, grouped: "24,102,950".
[[nodiscard]] QString formatCount(EventCount count);

/// At most three significant digits: "0", "7.5", "500", "12.3 k", "1.02 M".
[[nodiscard]] QString formatShort(double value);

/// formatShort() a second: "12.3 k/s".
[[nodiscard]] QString formatRate(double perSecond);

/// At most three significant digits in the unit that fits: "0", "250 ns", "2 µs", "1.5 ms", "1 s";
/// from a minute on as formatClock().
[[nodiscard]] QString formatDuration(std::chrono::nanoseconds duration);

/// Minutes and seconds, with hours when there are any: "00:48", "1:02:03".
[[nodiscard]] QString formatClock(std::chrono::nanoseconds duration);

/// A share of 1 in whole per cent: "96 %".
[[nodiscard]] QString formatShare(double share);

} // namespace sluice::ui
