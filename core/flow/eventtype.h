// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/eventcount.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <typeinfo>

namespace sluice {

class Batch;

/// What the flow rules know about a type of event: its name, its text and how to join batches.
///
/// Lifetime: static; compare with operator==, which holds across libraries too.
struct EventType
{
    std::string_view name; ///< for people: "integer", "text"
    const std::type_info *info = nullptr;
    std::size_t size = 0; ///< bytes from one event to the next
    std::string (*toText)(const void *event) = nullptr;
    Batch (*join)(std::span<const Batch> parts) = nullptr; ///< copies; parts are of this type

    /// Copies the events at \a places of \a batch, which is of this type.
    Batch (*pick)(const Batch &batch, std::span<const EventCount> places) = nullptr;

    /// The same number for equal events, on every machine; nullptr if the traits have none.
    std::uint64_t (*stableHash)(const void *event) = nullptr;

    friend bool operator==(const EventType &a, const EventType &b) noexcept
    {
        return &a == &b || *a.info == *b.info;
    }
};

/// Spreads \a value over all 64 bits, the same way on every machine.
[[nodiscard]] constexpr std::uint64_t spread(std::uint64_t value) noexcept
{
    // Two rounds of multiply and shift by odd constants near the golden ratio.
    value = (value ^ (value >> 32)) * 0x9e3779b97f4a7c15U;
    value = (value ^ (value >> 29)) * 0x9e3779b97f4a7c15U;
    return value ^ (value >> 32);
}

/// How an event type is called and written; specialise it for your own events.
///
/// A static stableHash(event), if there is one, lets partitions be chosen without a hash function.
template<class Event>
struct EventTraits
{
    static constexpr std::string_view name = "event";

    static std::string toText(const Event &) { return "?"; }
};

template<>
struct EventTraits<Integer>
{
    static constexpr std::string_view name = "integer";

    static std::string toText(Integer value) { return std::to_string(value); }

    static std::uint64_t stableHash(Integer value)
    {
        return spread(static_cast<std::uint64_t>(value));
    }
};

template<>
struct EventTraits<std::string>
{
    static constexpr std::string_view name = "text";

    static std::string toText(const std::string &value) { return value; }

    static std::uint64_t stableHash(const std::string &value)
    {
        std::uint64_t hash = value.size();
        for (const char byte : value)
            hash = spread(hash + static_cast<unsigned char>(byte) + 1);
        return hash;
    }
};

} // namespace sluice
