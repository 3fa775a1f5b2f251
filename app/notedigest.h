// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"
#include "core/telemetry/stagenotes.h"

#include <QString>

#include <map>
#include <tuple>
#include <vector>

namespace sluice::app {

/// \a note of the stage \a stage in one line of English; \a snapshot gives names.
[[nodiscard]] QString noteText(StageId stage, const StageNote &note, const Snapshot &snapshot);

/// Keeps a terminal readable however much stages note: what is new is told at once, what repeats
/// itself is added up until take() is called, say once a second.
///
/// Threads: none inside.
class NoteDigest
{
public:
    /// So many notes are told at once between two calls of take().
    static constexpr int mostAtOnce = 20;

    struct Entry
    {
        StageId stage;
        StageNote note;
    };

    /// Whether to tell \a note now. If not, it is kept for take().
    [[nodiscard]] bool add(StageId stage, const StageNote &note);

    /// What was kept, added up by stage, kind and subscription. What is in it counts as told, and so
    /// does not come at once the next time; what is not may.
    [[nodiscard]] std::vector<Entry> take();

private:
    using Key = std::tuple<StageId, StageNote::Kind, SubscriptionId>;

    std::map<Key, StageNote> m_seen; // since take(); with no times if it was told at once
    int m_atOnce = 0;                // since take()
};

} // namespace sluice::app
