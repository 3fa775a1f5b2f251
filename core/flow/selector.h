// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/batch.h"

#include <functional>
#include <memory>
#include <utility>

namespace sluice {

/// Which events a consumer wants of a stage that broadcasts (semantics §12.2). Make one with
/// selectEvents().
///
/// Threads: never changed; the function is called on the producer's thread, by each stage that
/// broadcasts to a subscription with this selector.
class Selector
{
public:
    using Passes = std::function<bool(const void *event)>;

    Selector(const EventType &events, Passes passes)
        : m_type(&events)
        , m_passes(std::move(passes))
    {
    }

    [[nodiscard]] const EventType &eventType() const noexcept { return *m_type; }

    /// False if it was made of an empty function; a stage then refuses the subscription.
    [[nodiscard]] bool isUsable() const noexcept { return static_cast<bool>(m_passes); }

    /// Pre: \a event is of eventType(), isUsable().
    [[nodiscard]] bool passes(const void *event) const { return m_passes(event); }

private:
    const EventType *m_type;
    Passes m_passes;
};

/// A selector for SubscriptionOptions::selector that lets through what \a wanted says.
template<class Event>
[[nodiscard]] std::shared_ptr<const Selector>
selectEvents(std::function<bool(const Event &event)> wanted)
{
    Selector::Passes passes;
    if (wanted) {
        passes = [wanted = std::move(wanted)](const void *event) {
            return wanted(*static_cast<const Event *>(event));
        };
    }
    return std::make_shared<const Selector>(eventType<Event>(), std::move(passes));
}

} // namespace sluice
