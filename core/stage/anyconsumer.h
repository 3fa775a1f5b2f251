// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/anyevent.h"
#include "core/stage/consumer.h"

namespace sluice {

/// A consumer that takes events of whatever type, those of one producer at a time, and looks at them
/// through Batch: textAt() makes text of each, holds<Event>() tells more.
///
///     struct Tape final : sluice::Consumer<sluice::AnyEvent> {
///         void handleEvents(const sluice::Batch &events, const sluice::From &) override
///         {
///             for (sluice::EventCount i = 0; i < events.size(); ++i)
///                 std::puts(events.textAt(i).c_str());
///         }
///     };
///
/// Threads, errors: as Behaviour.
template<>
class Consumer<AnyEvent> : public Behaviour
{
public:
    using Input = AnyEvent;

    /// As for any consumer; \a events are all of one type.
    virtual void handleEvents(const Batch &events, const From &from) = 0;

    [[nodiscard]] StageRole role() const final { return StageRole::Consumer; }
    [[nodiscard]] const EventType *inputType() const final { return &eventType<AnyEvent>(); }
    [[nodiscard]] Batch runEvents(const Batch &events, const From &from) final
    {
        handleEvents(events, from);
        return {};
    }
};

} // namespace sluice
