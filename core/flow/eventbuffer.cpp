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

EventBuffer::Stored EventBuffer::store(Batch batch)
{
    Stored result;
    if (m_options.size) {
        const EventCount over = m_size + batch.size() - *m_options.size;
        result.discarded = std::max<EventCount>(0, over);
        if (result.discarded > 0 && m_options.keep == BufferKeep::First) {
            batch = batch.front(batch.size() - result.discarded);
        } else if (result.discarded > 0) {
            const EventCount old = std::min(result.discarded, m_size);
            dropOldest(old, result.released);
            batch = batch.without(result.discarded - old);
        }
    }
    if (!batch.isEmpty()) {
        m_size += batch.size();
        m_entries.push_back({std::move(batch), {}});
    }
    return result;
}

bool EventBuffer::storeInfo(InfoMarker marker)
{
    if (m_entries.empty())
        return false;
    m_entries.back().markers.push_back(marker);
    return true;
}

EventBuffer::Taken EventBuffer::take(EventCount count)
{
    Taken result;
    std::vector<Batch> parts;
    for (EventCount missing = std::min(count, m_size); missing > 0;) {
        Entry &oldest = m_entries.front();
        if (oldest.batch.size() > missing) {
            m_size -= missing;
            parts.push_back(oldest.batch.front(missing));
            oldest.batch = oldest.batch.without(missing);
            break;
        }
        missing -= oldest.batch.size();
        m_size -= oldest.batch.size();
        parts.push_back(std::move(oldest.batch));
        result.released = std::move(oldest.markers);
        m_entries.pop_front();
        if (!result.released.empty())
            break;
    }
    result.batch = Batch::joined(parts);
    return result;
}

void EventBuffer::dropOldest(EventCount count, std::vector<InfoMarker> &released)
{
    m_size -= count;
    while (count > 0) {
        Entry &oldest = m_entries.front();
        if (oldest.batch.size() > count) {
            oldest.batch = oldest.batch.without(count);
            return;
        }
        count -= oldest.batch.size();
        released.insert(released.end(), oldest.markers.begin(), oldest.markers.end());
        m_entries.pop_front();
    }
}

} // namespace sluice
