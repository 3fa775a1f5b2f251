// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/eventbuffer.h"

#include <chrono>
#include <optional>

namespace sluice {

/// How a stage runs, whatever its behaviour does.
struct StageOptions
{
    /// The output buffer; empty: 10 000 events for a producer, no limit for a producer-consumer.
    std::optional<BufferOptions> buffer = std::nullopt;

    /// Simulated work for each event; 0 for none. The behaviour then gets its events one by one.
    std::chrono::nanoseconds workTime{0};

    /// Producers only: most events emitted a second; empty: as many as are asked for.
    std::optional<double> ratePerSecond = std::nullopt;
};

} // namespace sluice
