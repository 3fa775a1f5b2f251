// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/ratetable.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace sluice::ui {
namespace {

constexpr std::int64_t windowNs = 1'000'000'000;

// Of a flow with fewer events than this in the long window, a second shows too few to be a rate.
constexpr std::int64_t longWindowNs = 5'000'000'000;
constexpr EventCount slowFlow = 100;

// The order of the lists; ids can only be compared one way.
constexpr auto byId = [](const auto &totals) { return totals.id.value; };

template<class List, class Id>
auto *findById(const List &list, Id id)
{
    const auto found = std::ranges::lower_bound(list, id.value, {}, byId);
    return found != list.end() && found->id == id ? &*found : nullptr;
}

} // namespace

void RateTable::update(const Snapshot &snapshot)
{
    if (!m_samples.empty()
        && (snapshot.takenNs <= m_samples.back().takenNs
            || snapshot.received < m_samples.back().received))
        m_samples.clear();
    m_samples.push_back(sampleOf(snapshot));
    while (m_samples.size() > 2 && snapshot.takenNs - m_samples[1].takenNs >= longWindowNs)
        m_samples.pop_front();
}

void RateTable::reset()
{
    m_samples.clear();
}

double RateTable::handledPerSecond(StageId stage) const
{
    return rate(&Sample::stages, stage, &StageTotals::handled);
}

double RateTable::emittedPerSecond(StageId stage) const
{
    return rate(&Sample::stages, stage, &StageTotals::emitted);
}

double RateTable::sentPerSecond(SubscriptionId subscription) const
{
    return rate(&Sample::subscriptions, subscription, &SubscriptionTotals::sent);
}

double RateTable::askedPerSecond(SubscriptionId subscription) const
{
    return rate(&Sample::subscriptions, subscription, &SubscriptionTotals::asked);
}

double RateTable::receivedPerSecond() const
{
    if (m_samples.size() < 2)
        return 0;
    const Sample &last = m_samples.back();
    const bool isSlow = last.received - m_samples.front().received < slowFlow;
    const Sample &first = *oldestIn(isSlow ? longWindowNs : windowNs);
    return static_cast<double>(last.received - first.received) * 1e9
        / static_cast<double>(last.takenNs - first.takenNs);
}

RateTable::StateShares RateTable::stateShares(StageId stage) const
{
    const Window<StageTotals> found = window(&Sample::stages, stage, windowNs);
    StateShares shares{};
    if (!found.last)
        return shares;

    double sum = 0;
    for (std::size_t i = 0; i < clockedStateCount; ++i) {
        // One snapshot only: the shares since the stage started.
        const std::int64_t before = found.first == found.last ? 0 : found.first->stateNs[i];
        shares[i] = static_cast<double>(std::max<std::int64_t>(0, found.last->stateNs[i] - before));
        sum += shares[i];
    }
    if (sum > 0) {
        for (double &share : shares)
            share /= sum;
    }
    return shares;
}

RateTable::Sample RateTable::sampleOf(const Snapshot &snapshot)
{
    Sample sample;
    sample.takenNs = snapshot.takenNs;
    sample.received = snapshot.received;

    sample.stages.reserve(snapshot.stages.size());
    for (const StageSnapshot &stage : snapshot.stages) {
        StageTotals totals{stage.id, stage.figures.handled, stage.figures.emitted,
                           stage.figures.stateNs};
        // The present state is not in the totals yet.
        const auto state = static_cast<std::size_t>(stage.figures.state);
        if (state < clockedStateCount && stage.figures.stateSinceNs > 0)
            totals.stateNs[state] +=
                std::max<std::int64_t>(0, snapshot.takenNs - stage.figures.stateSinceNs);
        sample.stages.push_back(totals);
    }
    std::ranges::sort(sample.stages, {}, byId);

    sample.subscriptions.reserve(snapshot.subscriptions.size());
    for (const SubscriptionSnapshot &subscription : snapshot.subscriptions)
        sample.subscriptions.push_back(
            {subscription.id, subscription.outlet.sent, subscription.inlet.asked});
    std::ranges::sort(sample.subscriptions, {}, byId);
    return sample;
}

RateTable::Samples::const_iterator RateTable::oldestIn(std::int64_t spanNs) const
{
    const std::int64_t since = m_samples.back().takenNs - spanNs;
    const auto later =
        std::ranges::upper_bound(m_samples, since, {}, [](const Sample &s) { return s.takenNs; });
    return later == m_samples.begin() ? later : std::prev(later);
}

template<class Totals, class Id>
RateTable::Window<Totals> RateTable::window(std::vector<Totals> Sample::*list, Id id,
                                            std::int64_t spanNs) const
{
    if (m_samples.empty())
        return {};
    const Sample &last = m_samples.back();
    const Totals *end = findById(last.*list, id);
    if (!end)
        return {};
    // A newcomer is not in the oldest samples.
    for (auto first = oldestIn(spanNs); first != m_samples.end(); ++first) {
        if (const Totals *begin = findById((*first).*list, id))
            return {begin, end, static_cast<double>(last.takenNs - first->takenNs) / 1e9};
    }
    return {};
}

template<class Totals, class Id>
double RateTable::rate(std::vector<Totals> Sample::*list, Id id, EventCount Totals::*count) const
{
    Window<Totals> found = window(list, id, longWindowNs);
    if (found.seconds > 0 && found.last->*count - found.first->*count >= slowFlow)
        found = window(list, id, windowNs);
    if (found.seconds <= 0)
        return 0;
    const EventCount difference = found.last->*count - found.first->*count;
    return std::max(0.0, static_cast<double>(difference) / found.seconds);
}

} // namespace sluice::ui
