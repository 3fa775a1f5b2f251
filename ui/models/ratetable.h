// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"

#include <array>
#include <cstdint>
#include <deque>
#include <vector>

namespace sluice::ui {

/// How much a second: differences of the snapshots' totals over the last second, or over the last five
/// for a flow so slow that a second shows too little of it.
///
/// What is not in the table, or has been there for one snapshot only, has rate 0.
/// Threads: none inside; use one instance from one thread at a time.
/// Units: events a second.
class RateTable
{
public:
    using StateShares = std::array<double, clockedStateCount>;

    /// Takes the totals of \a snapshot. Begins anew when its totals or its time run backwards.
    void update(const Snapshot &snapshot);

    void reset();

    [[nodiscard]] double handledPerSecond(StageId stage) const;
    [[nodiscard]] double emittedPerSecond(StageId stage) const;

    [[nodiscard]] double sentPerSecond(SubscriptionId subscription) const;

    /// Demand units that went upstream.
    [[nodiscard]] double askedPerSecond(SubscriptionId subscription) const;

    /// Of the whole pipeline: events handled by consumers.
    [[nodiscard]] double receivedPerSecond() const;

    /// Busy, waits for demand, waits for events, paused. They add up to 1; all are 0 for a stage
    /// that was in none of these states.
    [[nodiscard]] StateShares stateShares(StageId stage) const;

private:
    struct StageTotals
    {
        StageId id;
        EventCount handled = 0;
        EventCount emitted = 0;
        std::array<std::int64_t, clockedStateCount> stateNs{};
    };

    struct SubscriptionTotals
    {
        SubscriptionId id;
        EventCount sent = 0;
        EventCount asked = 0;
    };

    /// The totals of one snapshot, ordered by id.
    struct Sample
    {
        std::int64_t takenNs = 0;
        EventCount received = 0;
        std::vector<StageTotals> stages;
        std::vector<SubscriptionTotals> subscriptions;
    };

    template<class Totals>
    struct Window
    {
        const Totals *first = nullptr;
        const Totals *last = nullptr;
        double seconds = 0;
    };

    [[nodiscard]] static Sample sampleOf(const Snapshot &snapshot);

    using Samples = std::deque<Sample>;

    /// Where a window of \a spanNs up to the newest sample begins. Pre: there are samples.
    [[nodiscard]] Samples::const_iterator oldestIn(std::int64_t spanNs) const;

    template<class Totals, class Id>
    [[nodiscard]] Window<Totals> window(std::vector<Totals> Sample::*list, Id id,
                                        std::int64_t spanNs) const;

    template<class Totals, class Id>
    [[nodiscard]] double rate(std::vector<Totals> Sample::*list, Id id,
                              EventCount Totals::*count) const;

    Samples m_samples; // oldest first; the first is the only one older than the long window
};

} // namespace sluice::ui
