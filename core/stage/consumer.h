// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/behaviour.h"

#include <span>

namespace sluice {

/// The end of a pipeline: takes events and emits none. Demand goes out for it as it handles them,
/// so its pace is the pace of everything before it.
///
///     struct Printer final : sluice::Consumer<qint64> {
///         void handleEvents(std::span<const qint64> evens, const sluice::From &) override
///         {
///             for (qint64 even : evens)
///                 std::printf("%lld\n", even);
///         }
///     };
///
/// Threads, errors: as Behaviour.
/// Semantics: genstage-semantics §6.
template<class In>
class Consumer : public Behaviour
{
public:
    using Input = In;

    /// \a events are 1 to maxDemand - minDemand events of one message.
    virtual void handleEvents(std::span<const In> events, const From &from) = 0;

    [[nodiscard]] StageRole role() const final { return StageRole::Consumer; }
    [[nodiscard]] const EventType *inputType() const final { return &eventType<In>(); }
    [[nodiscard]] Batch runEvents(const Batch &events, const From &from) final
    {
        handleEvents(events.as<In>(), from);
        return {};
    }
};

} // namespace sluice
