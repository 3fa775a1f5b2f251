// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/models/ratetable.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <unordered_map>

namespace sluice::ui {

/// What a stage did during one slice of time.
struct StageSlice
{
    RateTable::StateShares shares{}; ///< they add up to 1; all 0 if it was in no clocked state
    double perSecond = 0;            ///< events: emitted by a producer, handled by the others
    bool isSeen = true;              ///< false: nobody looked, so nothing is known

    friend bool operator==(const StageSlice &, const StageSlice &) = default;
};

/// What each stage did in each of the last sixty seconds, so that states that alternate are not
/// averaged away. Made of nothing but differences of the snapshots' totals.
///
/// A slice ends with the first snapshot of the next second, so that sixty of them last a minute.
/// After a gap without snapshots the slices in between are there and not seen.
///
/// Threads: none inside; use one instance from one thread at a time.
/// Units: events, seconds.
class StageHistory
{
public:
    using Slices = std::deque<StageSlice>;

    static constexpr std::size_t mostSlices = 60;

    /// Returns whether a slice has ended. Begins anew when time runs backwards.
    bool update(const Snapshot &snapshot);

    /// Oldest first, at most mostSlices; empty for a stage that is not known yet.
    [[nodiscard]] const Slices &slices(StageId stage) const;

    /// In how many seconds the output buffer is full if it fills as it did during the last slice;
    /// nothing if it does not fill, is full, or has no limit.
    [[nodiscard]] std::optional<double> secondsToFull(const StageSnapshot &stage) const;

private:
    struct Entry
    {
        Slices slices;
        RateTable::StateShares stateNs{}; ///< at the beginning of the present slice
        EventCount events = 0;
        EventCount buffered = 0;
        double fillsPerSecond = 0; ///< of the last slice
    };

    void append(Entry &entry, const StageSlice &slice, std::int64_t times) const;
    void begin(const Snapshot &snapshot);

    std::unordered_map<StageId, Entry> m_entries;
    std::int64_t m_beganNs = 0; ///< the present slice
    std::int64_t m_dueNs = 0;   ///< its end
};

/// The most events a second of all \a slices.
[[nodiscard]] double peakOf(const StageHistory::Slices &slices);

} // namespace sluice::ui
