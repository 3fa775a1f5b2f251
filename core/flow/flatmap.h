// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/ids.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <utility>
#include <vector>

namespace sluice {

/// Values by subscription, in the order of the subscriptions, in one piece of memory.
///
/// For the few subscriptions that most stages have to producers: an empty one takes no memory, one
/// with a single entry no more than that entry. Finding costs O(log n), changing O(n).
/// References and iterators end with the next change.
/// Threads: none inside; use one instance from one thread at a time.
template<class Value>
class FlatMap
{
public:
    using Entry = std::pair<SubscriptionId, Value>;
    using iterator = typename std::vector<Entry>::iterator;
    using const_iterator = typename std::vector<Entry>::const_iterator;

    [[nodiscard]] iterator begin() noexcept { return m_entries.begin(); }
    [[nodiscard]] iterator end() noexcept { return m_entries.end(); }
    [[nodiscard]] const_iterator begin() const noexcept { return m_entries.begin(); }
    [[nodiscard]] const_iterator end() const noexcept { return m_entries.end(); }
    [[nodiscard]] bool empty() const noexcept { return m_entries.empty(); }

    [[nodiscard]] iterator find(SubscriptionId id) noexcept
    {
        const auto place = placeOf(id);
        return place != end() && place->first == id ? place : end();
    }

    /// Pre: \a id is in it.
    [[nodiscard]] Value &at(SubscriptionId id) noexcept
    {
        const auto found = find(id);
        assert(found != end());
        return found->second;
    }

    /// Pre: \a id is not in it.
    Value &add(SubscriptionId id, Value value)
    {
        const auto place = placeOf(id);
        assert(place == end() || place->first != id);
        return m_entries.insert(place, {id, std::move(value)})->second;
    }

    void erase(iterator entry) { m_entries.erase(entry); }

    /// Returns whether it was there.
    bool erase(SubscriptionId id)
    {
        const auto found = find(id);
        if (found == end())
            return false;
        m_entries.erase(found);
        return true;
    }

private:
    // Where it is or would be.
    [[nodiscard]] iterator placeOf(SubscriptionId id) noexcept
    {
        return std::ranges::lower_bound(m_entries, id, std::less<>(), &Entry::first);
    }

    std::vector<Entry> m_entries;
};

} // namespace sluice
