// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/charts/timeseriesview.h"

#include <QString>

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace sluice::ui {

/// What happened to a pipeline in the last minute, for the time axis of the charts: stages that
/// came, left or crashed, parameters that changed, pauses. Found by comparing snapshots.
///
/// Many things of one sort at one moment make one mark with their number.
/// Threads: none inside; use one instance from one thread at a time.
class ChartEvents
{
public:
    /// Compares \a snapshot with the one before; the first one says only what there is.
    void take(const Snapshot &snapshot);

    void clear();

    /// The marks of the minute before the last snapshot, oldest first.
    [[nodiscard]] std::vector<ChartMark> marks() const;

private:
    struct Limits
    {
        EventCount maximum = 0;
        EventCount minimum = 0;

        friend bool operator==(const Limits &, const Limits &) = default;
    };

    /// A stage as it was last seen.
    struct Seen
    {
        QString name;
        std::int64_t workTimeNs = 0;
        StageState state = StageState::Starting;
        int restarts = 0;
    };

    struct Event
    {
        std::int64_t takenNs = 0;
        QString text;
        ChartMark::Kind kind = ChartMark::Kind::Change;
        int count = 1;
    };

    void compareStages(const Snapshot &snapshot);
    void compareLimits(const Snapshot &snapshot);
    void compareRun(const Snapshot &snapshot);
    /// \a things is how many things happened, if not as many as there are \a texts.
    void add(const QStringList &texts, const QString &many, ChartMark::Kind kind,
             std::optional<int> things = {});

    std::map<StageId, Seen> m_stages;
    std::map<SubscriptionId, Limits> m_limits;
    RunState m_runState = RunState::Idle;
    std::deque<Event> m_events;
    std::int64_t m_takenNs = 0; ///< 0: nothing was taken yet
};

} // namespace sluice::ui
