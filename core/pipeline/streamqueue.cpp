// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/streamqueue.h"

#include <utility>

namespace sluice {

void StreamQueue::setAddress(const StageAddress &address)
{
    const std::lock_guard lock(m_mutex);
    m_address = address;
}

void StreamQueue::put(StreamEntry entry)
{
    const std::lock_guard lock(m_mutex);
    if (!m_wake || m_over)
        return;
    m_entries.push_back(std::move(entry));
    tell();
}

void StreamQueue::end(std::optional<StreamError> error)
{
    const std::lock_guard lock(m_mutex);
    if (!m_wake || m_over)
        return;
    m_over.emplace(std::move(error));
    tell();
}

std::optional<StreamEntry> StreamQueue::take()
{
    const std::lock_guard lock(m_mutex);
    if (m_entries.empty() && !m_over)
        return std::nullopt;
    return takeOne();
}

StreamEntry StreamQueue::waitAndTake()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_entries.empty() || m_over; });
    return takeOne();
}

void StreamQueue::ask(SubscriptionId subscription, EventCount count) const
{
    StageAddress address;
    {
        const std::lock_guard lock(m_mutex);
        address = m_address;
    }
    address.post({.kind = StageMessage::Kind::Ask, .subscription = subscription, .count = count});
}

bool StreamQueue::heard()
{
    const std::lock_guard lock(m_mutex);
    m_isTold = false;
    return !m_entries.empty() || m_over;
}

void StreamQueue::close()
{
    const std::lock_guard lock(m_mutex);
    m_wake = nullptr;
    m_entries.clear();
}

bool StreamQueue::isClosed() const
{
    const std::lock_guard lock(m_mutex);
    return !m_wake;
}

StreamEntry StreamQueue::takeOne()
{
    if (m_entries.empty())
        return *m_over;
    StreamEntry entry = std::move(m_entries.front());
    m_entries.pop_front();
    return entry;
}

void StreamQueue::tell()
{
    m_changed.notify_one();
    if (!std::exchange(m_isTold, true))
        m_wake();
}

} // namespace sluice
