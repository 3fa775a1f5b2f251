// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/eventcount.h"

#include <cstddef>
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

    friend bool operator==(const EventType &a, const EventType &b) noexcept
    {
        return &a == &b || *a.info == *b.info;
    }
};

/// How an event type is called and written; specialise it for your own events.
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
};

template<>
struct EventTraits<std::string>
{
    static constexpr std::string_view name = "text";

    static std::string toText(const std::string &value) { return value; }
};

} // namespace sluice
