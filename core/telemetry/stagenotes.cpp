// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/telemetry/stagenotes.h"

#include <algorithm>
#include <utility>

namespace sluice {

bool StageNotes::add(StageNote note)
{
    const std::lock_guard lock(m_mutex);
    const bool isFirst = m_notes.empty();
    const auto same = std::ranges::find_if(m_notes, [&](const StageNote &known) {
        return known.kind == note.kind && known.subscription == note.subscription;
    });
    if (same == m_notes.end()) {
        m_notes.push_back(std::move(note));
    } else {
        same->times += note.times;
        same->count += note.count;
        same->expected = note.expected;
        same->text = std::move(note.text);
    }
    return isFirst;
}

std::vector<StageNote> StageNotes::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_notes, {});
}

} // namespace sluice
