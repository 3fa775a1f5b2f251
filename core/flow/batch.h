// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/eventcount.h"
#include "core/flow/eventtype.h"

#include <cassert>
#include <concepts>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace sluice {

/// The description of \a Event; one object for the whole program.
template<class Event>
[[nodiscard]] const EventType &eventType() noexcept;

/// Events on their way: any type, never changed once made, shared instead of copied.
///
/// Copying, slicing and broadcasting a batch costs O(1) and copies no event.
/// Threads: the events are immutable and the owner is counted atomically, so copies may be read
/// on any thread; one Batch object belongs to one thread at a time.
/// Lifetime: the events live as long as the last batch that shows any of them.
class Batch
{
public:
    /// No events of no type.
    Batch() = default;

    /// Takes \a events over without copying them.
    template<class Event>
    [[nodiscard]] static Batch of(std::vector<Event> events);

    [[nodiscard]] EventCount size() const noexcept { return m_count; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_count == 0; }

    /// The type of the events; nullptr only for a default-constructed batch.
    [[nodiscard]] const EventType *type() const noexcept { return m_type; }

    /// Whether as<Event>() may be called.
    template<class Event>
    [[nodiscard]] bool holds() const noexcept;

    /// The events. Pre: isEmpty() or holds<Event>().
    template<class Event>
    [[nodiscard]] std::span<const Event> as() const noexcept;

    /// \a count events from \a offset on. Pre: both lie within the batch.
    [[nodiscard]] Batch slice(EventCount offset, EventCount count) const;

    /// The first \a count events.
    [[nodiscard]] Batch front(EventCount count) const { return slice(0, count); }

    /// All but the first \a count events.
    [[nodiscard]] Batch without(EventCount count) const { return slice(count, m_count - count); }

    /// One event as text.
    [[nodiscard]] std::string textAt(EventCount index) const;

    /// One batch with the events of \a parts in order; copies unless there is only one part.
    ///
    /// Pre: all parts are of one type.
    [[nodiscard]] static Batch joined(std::span<const Batch> parts);

    /// One batch with the events at \a places, which ascend; copies unless they are consecutive.
    [[nodiscard]] Batch picked(std::span<const EventCount> places) const;

    /// Where the event at \a index is. Pre: it lies within the batch.
    [[nodiscard]] const void *at(EventCount index) const;

private:
    template<class Event>
    friend const EventType &eventType() noexcept;

    template<class Event>
    static Batch joinAs(std::span<const Batch> parts);

    template<class Event>
    static Batch pickAs(const Batch &batch, std::span<const EventCount> places);

    std::shared_ptr<const void> m_first; // points at the first event, owns all of them
    EventCount m_count = 0;
    const EventType *m_type = nullptr;
};

template<class Event>
Batch Batch::of(std::vector<Event> events)
{
    Batch batch;
    batch.m_type = &eventType<Event>();
    batch.m_count = static_cast<EventCount>(events.size());
    if (!events.empty()) {
        const auto owner = std::make_shared<const std::vector<Event>>(std::move(events));
        batch.m_first = std::shared_ptr<const void>(owner, owner->data());
    }
    return batch;
}

template<class Event>
bool Batch::holds() const noexcept
{
    return m_type && *m_type == eventType<Event>();
}

template<class Event>
std::span<const Event> Batch::as() const noexcept
{
    assert(isEmpty() || holds<Event>());
    return {static_cast<const Event *>(m_first.get()), static_cast<std::size_t>(m_count)};
}

template<class Event>
Batch Batch::joinAs(std::span<const Batch> parts)
{
    std::size_t total = 0;
    for (const Batch &part : parts)
        total += static_cast<std::size_t>(part.size());
    std::vector<Event> all;
    all.reserve(total);
    for (const Batch &part : parts) {
        const auto events = part.as<Event>();
        all.insert(all.end(), events.begin(), events.end());
    }
    return of(std::move(all));
}

template<class Event>
Batch Batch::pickAs(const Batch &batch, std::span<const EventCount> places)
{
    std::vector<Event> picked;
    picked.reserve(places.size());
    const auto events = batch.as<Event>();
    for (const EventCount place : places)
        picked.push_back(events[static_cast<std::size_t>(place)]);
    return of(std::move(picked));
}

/// Whether the traits of \a Event say how to hash it.
template<class Event>
concept StableHashable = requires(const Event &event)
{
    {
        EventTraits<Event>::stableHash(event)
        } -> std::convertible_to<std::uint64_t>;
};

/// The hash of the traits, or nullptr.
template<class Event>
[[nodiscard]] constexpr auto stableHashOf() noexcept -> std::uint64_t (*)(const void *)
{
    if constexpr (StableHashable<Event>) {
        return [](const void *event) -> std::uint64_t {
            return EventTraits<Event>::stableHash(*static_cast<const Event *>(event));
        };
    } else {
        return nullptr;
    }
}

template<class Event>
const EventType &eventType() noexcept
{
    static const EventType type{
        EventTraits<Event>::name,
        &typeid(Event),
        sizeof(Event),
        [](const void *event) {
            return EventTraits<Event>::toText(*static_cast<const Event *>(event));
        },
        [](std::span<const Batch> parts) { return Batch::joinAs<Event>(parts); },
        [](const Batch &batch, std::span<const EventCount> places) {
            return Batch::pickAs<Event>(batch, places);
        },
        stableHashOf<Event>()};
    return type;
}

} // namespace sluice
