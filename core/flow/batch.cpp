// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/batch.h"

namespace sluice {

Batch Batch::slice(EventCount offset, EventCount count) const
{
    assert(offset >= 0 && count >= 0 && offset + count <= m_count);
    Batch part;
    part.m_type = m_type;
    part.m_count = count;
    if (count > 0) {
        const auto *first = static_cast<const std::byte *>(m_first.get())
            + static_cast<std::size_t>(offset) * m_type->size;
        part.m_first = std::shared_ptr<const void>(m_first, first);
    }
    return part;
}

std::string Batch::textAt(EventCount index) const
{
    return m_type->toText(at(index));
}

const void *Batch::at(EventCount index) const
{
    assert(index >= 0 && index < m_count);
    return static_cast<const std::byte *>(m_first.get())
        + static_cast<std::size_t>(index) * m_type->size;
}

Batch Batch::picked(std::span<const EventCount> places) const
{
    const auto count = static_cast<EventCount>(places.size());
    if (count == 0)
        return slice(0, 0);
    if (places.back() - places.front() + 1 == count)
        return slice(places.front(), count);
    return m_type->pick(*this, places);
}

Batch Batch::joined(std::span<const Batch> parts)
{
    if (parts.empty())
        return {};
    return parts.size() == 1 ? parts.front() : parts.front().type()->join(parts);
}

} // namespace sluice
