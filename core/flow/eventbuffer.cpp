// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/eventbuffer.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace sluice {

EventBuffer::EventBuffer(const BufferOptions &options) noexcept
    : m_options(options)
{
}

EventCount EventBuffer::store(Batch batch)
{
    EventCount discarded = 0;
    if (m_options.size) {
        const EventCount over = m_size + batch.size() - *m_options.size;
        discarded = std::max<EventCount>(0, over);
        if (discarded > 0 && m_options.keep == BufferKeep::First) {
            batch = batch.front(batch.size() - discarded);
        } else if (discarded > 0) {
            const EventCount old = std::min(discarded, m_size);
            dropOldest(old);
            batch = batch.without(discarded - old);
        }
    }
    if (!batch.isEmpty()) {
        m_size += batch.size();
        m_batches.push_back(std::move(batch));
    }
    return discarded;
}

Batch EventBuffer::take(EventCount count)
{
    count = std::min(count, m_size);
    std::vector<Batch> parts;
    for (EventCount missing = count; missing > 0;) {
        Batch &oldest = m_batches.front();
        if (oldest.size() <= missing) {
            missing -= oldest.size();
            parts.push_back(std::move(oldest));
            m_batches.pop_front();
        } else {
            parts.push_back(oldest.front(missing));
            oldest = oldest.without(missing);
            missing = 0;
        }
    }
    m_size -= count;
    return Batch::joined(parts);
}

void EventBuffer::dropOldest(EventCount count)
{
    m_size -= count;
    while (count > 0) {
        Batch &oldest = m_batches.front();
        if (oldest.size() > count) {
            oldest = oldest.without(count);
            return;
        }
        count -= oldest.size();
        m_batches.pop_front();
    }
}

} // namespace sluice
