// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/stagehistory.h"

#include <algorithm>
#include <cstddef>

namespace sluice::ui {
namespace {

constexpr std::int64_t sliceNs = 1'000'000'000;

EventCount eventsOf(const StageSnapshot &stage)
{
    return stage.role == StageRole::Producer ? stage.figures.emitted : stage.figures.handled;
}

// The totals up to the snapshot, with the present state's part.
RateTable::StateShares stateTimes(const StageSnapshot &stage, std::int64_t takenNs)
{
    RateTable::StateShares times{};
    for (std::size_t i = 0; i < times.size(); ++i)
        times[i] = static_cast<double>(stage.figures.stateNs[i]);
    const auto state = static_cast<std::size_t>(stage.figures.state);
    if (state < times.size() && stage.figures.stateSinceNs > 0) {
        const std::int64_t present =
            std::max<std::int64_t>(0, takenNs - stage.figures.stateSinceNs);
        times[state] += static_cast<double>(present);
    }
    return times;
}

RateTable::StateShares sharesBetween(const RateTable::StateShares &before,
                                     const RateTable::StateShares &after)
{
    RateTable::StateShares shares{};
    double sum = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        shares[i] = std::max(0.0, after[i] - before[i]);
        sum += shares[i];
    }
    for (double &share : shares)
        share = sum > 0 ? share / sum : 0;
    return shares;
}

} // namespace

bool StageHistory::update(const Snapshot &snapshot)
{
    if (m_beganNs == 0 || snapshot.takenNs < m_beganNs) {
        m_entries.clear();
        begin(snapshot);
        m_dueNs = m_beganNs + sliceNs;
        return false;
    }
    if (snapshot.takenNs < m_dueNs)
        return false;

    const double seconds = static_cast<double>(snapshot.takenNs - m_beganNs) / sliceNs;
    const std::int64_t ended = 1 + (snapshot.takenNs - m_dueNs) / sliceNs;
    m_dueNs += ended * sliceNs;
    for (const StageSnapshot &stage : snapshot.stages) {
        const auto found = m_entries.find(stage.id);
        if (found == m_entries.end())
            continue;
        Entry &entry = found->second;
        StageSlice slice;
        slice.isSeen = ended == 1;
        if (slice.isSeen) {
            const EventCount events = eventsOf(stage) - entry.events;
            slice.shares = sharesBetween(entry.stateNs, stateTimes(stage, snapshot.takenNs));
            slice.perSecond = std::max(0.0, static_cast<double>(events) / seconds);
        }
        append(entry, slice, ended);
        entry.fillsPerSecond =
            static_cast<double>(stage.figures.buffered - entry.buffered) / seconds;
    }
    begin(snapshot);
    return true;
}

const StageHistory::Slices &StageHistory::slices(StageId stage) const
{
    static const Slices none;
    const auto found = m_entries.find(stage);
    return found == m_entries.end() ? none : found->second.slices;
}

std::optional<double> StageHistory::secondsToFull(const StageSnapshot &stage) const
{
    const auto found = m_entries.find(stage.id);
    const EventCount room = stage.figures.bufferCapacity - stage.figures.buffered;
    if (found == m_entries.end() || room <= 0 || found->second.fillsPerSecond <= 0)
        return {};
    return static_cast<double>(room) / found->second.fillsPerSecond;
}

void StageHistory::append(Entry &entry, const StageSlice &slice, std::int64_t times) const
{
    const auto most = static_cast<std::int64_t>(mostSlices);
    for (std::int64_t i = 0; i < std::min(times, most); ++i) {
        entry.slices.push_back(slice);
        if (entry.slices.size() > mostSlices)
            entry.slices.pop_front();
    }
}

void StageHistory::begin(const Snapshot &snapshot)
{
    m_beganNs = snapshot.takenNs;
    std::unordered_map<StageId, Entry> kept;
    for (const StageSnapshot &stage : snapshot.stages) {
        Entry &entry = kept[stage.id];
        const auto found = m_entries.find(stage.id);
        if (found != m_entries.end())
            entry = std::move(found->second);
        entry.stateNs = stateTimes(stage, snapshot.takenNs);
        entry.events = eventsOf(stage);
        entry.buffered = stage.figures.buffered;
    }
    m_entries = std::move(kept);
}

double peakOf(const StageHistory::Slices &slices)
{
    double peak = 0;
    for (const StageSlice &slice : slices)
        peak = std::max(peak, slice.perSecond);
    return peak;
}

} // namespace sluice::ui
