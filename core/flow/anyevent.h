// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/batch.h"

namespace sluice {

/// Stands for events of whatever type: what a consumer takes that does not mind; see
/// Consumer<AnyEvent>. Nothing emits events of this type.
struct AnyEvent
{
};

template<>
struct EventTraits<AnyEvent>
{
    static constexpr std::string_view name = "any";

    static std::string toText(const AnyEvent &) { return {}; }
};

/// Whether a stage that takes \a input can be given \a events (design D3).
[[nodiscard]] inline bool accepts(const EventType &input, const EventType &events) noexcept
{
    return input == events || input == eventType<AnyEvent>();
}

} // namespace sluice
