// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/telemetry/batchlog.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace sluice {
namespace {

/// Fills in first and step if the integers of \a events have one distance throughout.
bool describeAsSequence(const Batch &events, LogEntry &entry)
{
    if (!events.holds<Integer>())
        return false;
    const auto numbers = events.as<Integer>();
    entry.first = numbers.front();
    entry.step = 0;
    if (numbers.size() == 1)
        return true;
    // Unsigned: distances between arbitrary integers may wrap, and wrapping is defined there.
    using Distance = unsigned long long;
    const auto distance = [&](std::size_t i) {
        return static_cast<Distance>(numbers[i]) - static_cast<Distance>(numbers[i - 1]);
    };
    const Distance step = distance(1);
    Distance differs = 0;
    for (std::size_t i = 2; i < numbers.size(); ++i)
        differs |= distance(i) ^ step;
    entry.step = static_cast<Integer>(step);
    return differs == 0;
}

} // namespace

std::string LogEntry::textAt(EventCount index) const
{
    return isSequence ? std::to_string(valueAt(index)) : events.textAt(index);
}

BatchLog::BatchLog(std::size_t capacity)
    : m_slots(std::bit_ceil(std::max<std::size_t>(2, capacity)))
    , m_mask(m_slots.size() - 1)
{
}

void BatchLog::write(const Batch &events, SubscriptionId from, std::int64_t handledNs,
                     std::int64_t waitNs)
{
    if (events.isEmpty())
        return;
    m_seenBatches.store(m_seenBatches.load(std::memory_order_relaxed) + 1,
                        std::memory_order_relaxed);
    m_seenEvents.store(m_seenEvents.load(std::memory_order_relaxed) + events.size(),
                       std::memory_order_relaxed);
    const std::size_t written = m_written.load(std::memory_order_relaxed);
    if (written - m_taken.load(std::memory_order_acquire) == m_slots.size()) {
        ++m_unreportedBatches;
        m_unreportedEvents += events.size();
        m_missedBatches.fetch_add(1, std::memory_order_relaxed);
        m_missedEvents.fetch_add(events.size(), std::memory_order_relaxed);
        return;
    }
    LogEntry &entry = m_slots[written & m_mask];
    entry.handledNs = handledNs;
    entry.waitNs = waitNs;
    entry.from = from;
    entry.count = events.size();
    entry.missedBatches = std::exchange(m_unreportedBatches, 0);
    entry.missedEvents = std::exchange(m_unreportedEvents, 0);
    entry.isSequence = describeAsSequence(events, entry);
    entry.events = entry.isSequence ? Batch() : events;
    m_written.store(written + 1, std::memory_order_release);
}

std::size_t BatchLog::take(std::vector<LogEntry> &rows, std::size_t most)
{
    const std::size_t taken = m_taken.load(std::memory_order_relaxed);
    const std::size_t ready = m_written.load(std::memory_order_acquire) - taken;
    const std::size_t count = std::min(ready, most);
    for (std::size_t i = 0; i < count; ++i)
        rows.push_back(std::move(m_slots[(taken + i) & m_mask]));
    m_taken.store(taken + count, std::memory_order_release);
    return count;
}

} // namespace sluice
