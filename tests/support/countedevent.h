// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/eventtype.h"

namespace sluice::test {

/// An event that counts how often events of its type are copied; moving is free.
///
/// Threads: one at a time; the count is not protected.
struct CountedEvent
{
    explicit CountedEvent(int number)
        : value(number)
    {
    }

    CountedEvent(const CountedEvent &other)
        : value(other.value)
    {
        ++copies;
    }

    CountedEvent(CountedEvent &&other) noexcept = default;

    CountedEvent &operator=(const CountedEvent &other)
    {
        value = other.value;
        ++copies;
        return *this;
    }

    CountedEvent &operator=(CountedEvent &&other) noexcept = default;
    ~CountedEvent() { ++destroyed; }

    int value = 0;

    static inline int copies = 0;
    static inline int destroyed = 0;
};

} // namespace sluice::test

template<>
struct sluice::EventTraits<sluice::test::CountedEvent>
{
    static constexpr std::string_view name = "counted";

    static std::string toText(const sluice::test::CountedEvent &event)
    {
        return "#" + std::to_string(event.value);
    }

    static std::uint64_t stableHash(const sluice::test::CountedEvent &event)
    {
        return static_cast<std::uint64_t>(event.value);
    }
};
