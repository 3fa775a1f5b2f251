// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>

namespace sluice {

/// A number of events: demand, batch sizes, buffer levels and totals are all counted in it.
using EventCount = std::int64_t;

/// The integer event of the ready-made stages; the same type as Qt's qint64.
using Integer = long long;

} // namespace sluice
