// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/inboundqueue.h"

#include <utility>

namespace sluice {

void InboundQueue::pushEvents(SubscriptionId from, Batch batch, std::int64_t sentNs)
{
    m_events += batch.size();
    m_entries.push_back({from, std::move(batch), std::nullopt, std::nullopt, false, sentNs});
}

void InboundQueue::pushEnd(SubscriptionId from, StopReason reason, End end)
{
    m_entries.push_back({from, {}, std::move(reason), std::nullopt, end == End::Stops, 0});
}

void InboundQueue::pushInfo(InfoMarker marker)
{
    m_entries.push_back({{}, {}, std::nullopt, marker, false, 0});
}

std::optional<InboundQueue::Entry> InboundQueue::next(EventCount wanted, EventCount buffered,
                                                      EventCount queued)
{
    if (m_entries.empty() || buffered > 0)
        return std::nullopt;
    if (m_entries.front().stops && queued > 0)
        return std::nullopt;
    if (!m_entries.front().batch.isEmpty() && wanted <= 0)
        return std::nullopt;
    Entry entry = std::move(m_entries.front());
    m_entries.pop_front();
    m_events -= entry.batch.size();
    return entry;
}

} // namespace sluice
