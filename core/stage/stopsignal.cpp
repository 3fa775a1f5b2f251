// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/stopsignal.h"

namespace sluice {

void StopSignal::request()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isRequested = true;
    }
    m_changed.notify_all();
}

bool StopSignal::isRequested() const
{
    const std::lock_guard lock(m_mutex);
    return m_isRequested;
}

bool StopSignal::waitFor(std::chrono::nanoseconds time) const
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, time, [this] { return m_isRequested; });
}

} // namespace sluice
