// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/behaviour.h"

#include <span>
#include <utility>
#include <vector>

namespace sluice {

/// A stage in the middle: turns the events it receives into events of its own, any number of them.
///
/// It is given events only while somebody downstream wants some, so a slow consumer holds back
/// everything before it.
///
///     struct Evens final : sluice::ProducerConsumer<qint64, qint64> {
///         std::vector<qint64> handleEvents(std::span<const qint64> numbers,
///                                          const sluice::From &) override
///         {
///             std::vector<qint64> evens;
///             std::ranges::copy_if(numbers, std::back_inserter(evens),
///                                  [](qint64 number) { return number % 2 == 0; });
///             return evens;
///         }
///     };
///
/// Threads, errors: as Behaviour.
/// Semantics: genstage-semantics §13.
template<class In, class Out>
class ProducerConsumer : public Behaviour
{
public:
    using Input = In;
    using Output = Out;

    /// \a events are 1 to maxDemand - minDemand events of one message; the result is emitted.
    virtual std::vector<Out> handleEvents(std::span<const In> events, const From &from) = 0;

    [[nodiscard]] StageRole role() const final { return StageRole::ProducerConsumer; }
    [[nodiscard]] const EventType *inputType() const final { return &eventType<In>(); }
    [[nodiscard]] const EventType *outputType() const final { return &eventType<Out>(); }
    [[nodiscard]] Batch runEvents(const Batch &events, const From &from) final
    {
        return Batch::of(handleEvents(events.as<In>(), from));
    }

protected:
    /// Emits \a events at once, from any callback, asked for or not; what nobody has asked for is
    /// buffered (§8).
    void emitEvents(std::vector<Out> events) { stage().emitBatch(Batch::of(std::move(events))); }
};

} // namespace sluice
