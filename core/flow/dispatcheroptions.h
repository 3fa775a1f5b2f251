// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/eventcount.h"
#include "core/flow/subscriptionoptions.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <variant>

namespace sluice {

class Dispatcher;

/// Who gets which event (semantics §12).
enum class DispatcherKind : unsigned char {
    Demand,    ///< each event to the consumer with the largest demand
    Broadcast, ///< every event to every consumer
    Partition  ///< each event to the consumer of its partition
};

/// Semantics: genstage-semantics §12.1.
struct DemandDispatcherOptions
{
    std::optional<EventCount> maxDemand =
        std::nullopt;                    ///< expected of one ask; empty: the first ask
    bool shuffleOnFirstDispatch = false; ///< draws an order before the first event
    std::optional<std::uint64_t> shuffleSeed = std::nullopt; ///< for tests; empty: drawn

    [[nodiscard]] std::optional<OptionError> validate() const;
};

/// The dispatcher of a stage, by its options.
using DispatcherOptions = std::variant<DemandDispatcherOptions>;

[[nodiscard]] DispatcherKind kindOf(const DispatcherOptions &options) noexcept;

/// The first problem; nothing if makeDispatcher() can be called.
[[nodiscard]] std::optional<OptionError> validate(const DispatcherOptions &options);

/// Pre: validate() finds nothing.
[[nodiscard]] std::unique_ptr<Dispatcher> makeDispatcher(const DispatcherOptions &options);

} // namespace sluice
