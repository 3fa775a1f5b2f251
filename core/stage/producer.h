// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/behaviour.h"

#include <utility>
#include <vector>

namespace sluice {

/// A source of events. It emits when it is asked, and never has to remember who asked.
///
///     struct Numbers final : sluice::Producer<qint64> {
///         qint64 next = 0;
///         std::vector<qint64> handleDemand(sluice::EventCount demand) override
///         {
///             std::vector<qint64> numbers(static_cast<std::size_t>(demand));
///             std::iota(numbers.begin(), numbers.end(), next);
///             next += demand;
///             return numbers;
///         }
///     };
///
/// Threads, errors: as Behaviour.
/// Semantics: genstage-semantics §8.
template<class Out>
class Producer : public Behaviour
{
public:
    using Output = Out;

    /// \a demand is how many more events consumers want, at least 1. It is told once: a producer
    /// that returns fewer still owes the rest, and is asked again only for what comes on top.
    /// Events beyond the demand are buffered.
    virtual std::vector<Out> handleDemand(EventCount demand) = 0;

    [[nodiscard]] StageRole role() const final { return StageRole::Producer; }
    [[nodiscard]] const EventType *outputType() const final { return &eventType<Out>(); }
    [[nodiscard]] Batch runDemand(EventCount demand) final
    {
        return Batch::of(handleDemand(demand));
    }

protected:
    /// Emits \a events at once, from any callback, asked for or not; what nobody has asked for is
    /// buffered (§8).
    void emitEvents(std::vector<Out> events) { stage().emitBatch(Batch::of(std::move(events))); }
};

} // namespace sluice
