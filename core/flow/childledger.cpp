// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/childledger.h"

#include <algorithm>
#include <utility>

namespace sluice {

EventCount ChildLedger::subscribe(SubscriptionId id, const SubscriptionOptions &options)
{
    m_entries.insert_or_assign(id, Entry{options.maxDemand, options.minimum(), 0, 0});
    return options.maxDemand;
}

void ChildLedger::cancel(SubscriptionId id)
{
    m_entries.erase(id);
}

EventCount ChildLedger::started(SubscriptionId id, EventCount events)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return 0;
    Entry &entry = found->second;
    const EventCount allowed = std::max<EventCount>(0, entry.maximum - entry.children);
    entry.children += events;
    return std::max<EventCount>(0, events - allowed);
}

EventCount ChildLedger::ended(SubscriptionId id, EventCount count)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return 0;
    Entry &entry = found->second;
    entry.children -= count;
    entry.done += count;
    if (entry.done < std::max<EventCount>(1, entry.minimum))
        return 0;
    return std::exchange(entry.done, 0);
}

EventCount ChildLedger::children(SubscriptionId id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? 0 : found->second.children;
}

EventCount ChildLedger::done(SubscriptionId id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? 0 : found->second.done;
}

} // namespace sluice
