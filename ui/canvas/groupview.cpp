// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/groupview.h"

#include "ui/panels/format.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstddef>
#include <map>

namespace sluice::ui {
namespace {

struct GroupTexts
{
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};

/// The least and the most of one member.
template<class Value>
struct Range
{
    Value least{};
    Value most{};
};

template<class List, class Read>
auto rangeOf(const List &list, Read read)
{
    Range<decltype(read(*list.front()))> range{read(*list.front()), read(*list.front())};
    for (const auto *entry : list) {
        const auto value = read(*entry);
        range.least = std::min(range.least, value);
        range.most = std::max(range.most, value);
    }
    return range;
}

using StateCounts = std::map<StageState, int>;

StateCounts countStates(const Group &group, std::int64_t takenNs, const RateTable &rates)
{
    StateCounts counts;
    for (const StageSnapshot *member : group.members)
        ++counts[prevailingState(*member, takenNs, rates.stateShares(member->id))];
    return counts;
}

StateCounts presentStates(const Group &group)
{
    StateCounts counts;
    for (const StageSnapshot *member : group.members)
        ++counts[member->figures.state];
    return counts;
}

StageState mostOf(const StateCounts &counts)
{
    return std::ranges::max_element(counts, {}, &StateCounts::value_type::second)->first;
}

RateTable::StateShares meanShares(const Group &group, const RateTable &rates)
{
    RateTable::StateShares mean{};
    double sum = 0;
    for (const StageSnapshot *member : group.members) {
        const RateTable::StateShares shares = rates.stateShares(member->id);
        for (std::size_t i = 0; i < mean.size(); ++i) {
            mean[i] += shares[i];
            sum += shares[i];
        }
    }
    for (double &share : mean)
        share = sum > 0 ? share / sum : 0;
    return mean;
}

double handledPerSecond(const Group &group, const RateTable &rates)
{
    double sum = 0;
    for (const StageSnapshot *member : group.members)
        sum += rates.handledPerSecond(member->id);
    return sum;
}

QString rateRange(const Group &group, const RateTable &rates)
{
    const auto range = rangeOf(group.members, [&rates](const StageSnapshot &member) {
        return rates.handledPerSecond(member.id);
    });
    return GroupTexts::tr("each %1 to %2").arg(formatRate(range.least), formatRate(range.most));
}

QString countWords(const Group &group)
{
    const auto count = static_cast<int>(group.members.size());
    return GroupTexts::tr("%1 consumer(s)", nullptr, count).arg(formatCount(count));
}

QString demandWords(const SubscriptionSnapshot &sum,
                    const std::vector<const SubscriptionSnapshot *> &lanes)
{
    const auto range =
        rangeOf(lanes, [](const SubscriptionSnapshot &lane) { return lane.inlet.pending; });
    return GroupTexts::tr("demand %1 of %2, each %3 to %4")
        .arg(formatCount(sum.inlet.pending), formatCount(sum.inlet.maximum),
             formatCount(range.least), formatCount(range.most));
}

// Few enough letters for the band; the letter beside them tells for what they wait, and the tip
// has it in full.
QString countedState(StageState state, int count, EventCount size)
{
    const QString most = formatCount(count);
    const QString all = formatCount(size);
    switch (state) {
    case StageState::Busy:
        return GroupTexts::tr("%1 of %2 busy").arg(most, all);
    case StageState::WaitsForDemand:
    case StageState::WaitsForEvents:
        return GroupTexts::tr("%1 of %2 wait").arg(most, all);
    default:
        return GroupTexts::tr("%1 of %2 %3").arg(most, all, stateWord(state));
    }
}

QString crashWords(const StateCounts &counts)
{
    const auto crashed = counts.find(StageState::Crashed);
    return crashed == counts.end() ? QString()
                                   : GroupTexts::tr("✕ %n crashed", nullptr, crashed->second);
}

} // namespace

QString groupName(const StageSnapshot &stage, const Group &group)
{
    return GroupTexts::tr("%1 ×%2").arg(stage.name,
                                        formatCount(static_cast<EventCount>(group.members.size())));
}

StageGauges groupGauges(const Group &group, const UpstreamSubscriptions &upstream,
                        const RateTable &rates)
{
    StageGauges gauges;
    gauges.shares = meanShares(group, rates);
    for (const SubscriptionSnapshot *sum : upstream)
        gauges.demand.push_back({sum->inlet.pending, sum->inlet.maximum, sum->inlet.minimum});
    return gauges;
}

StageTexts groupTexts(const StageSnapshot &stage, const Group &group,
                      const UpstreamSubscriptions &upstream, const Snapshot &shown,
                      const RateTable &rates)
{
    const StateCounts counts = countStates(group, shown.takenNs, rates);
    const auto size = static_cast<EventCount>(group.members.size());

    StageTexts texts;
    texts.state = mostOf(counts);
    texts.name = groupName(stage, group);
    texts.place = GroupTexts::tr("%1 · %2").arg(countWords(group), rateRange(group, rates));
    texts.says = countedState(texts.state, counts.at(texts.state), size);
    texts.rate = formatRate(handledPerSecond(group, rates));
    texts.totals += GroupTexts::tr("handled %1").arg(formatCount(stage.figures.handled));
    texts.restarts = crashWords(counts);
    if (texts.restarts.isEmpty() && stage.restarts > 0)
        texts.restarts = QStringLiteral("↻ %1").arg(formatCount(stage.restarts));
    for (const SubscriptionSnapshot *sum : upstream) {
        texts.demand += demandWords(*sum, group.lanes.at(sum->id));
        texts.shortDemand +=
            GroupTexts::tr("demand %1 of %2")
                .arg(formatCount(sum->inlet.pending), formatCount(sum->inlet.maximum));
    }
    return texts;
}

StageState groupState(const Group &group)
{
    return mostOf(presentStates(group));
}

StageHistory::Slices groupHistory(const std::vector<StageId> &members, const StageHistory &history)
{
    StageHistory::Slices sum;
    for (const StageId member : members) {
        const StageHistory::Slices &slices = history.slices(member);
        while (sum.size() < slices.size())
            sum.emplace_front().isSeen = false;
        // Both end now; who has joined since has no older ones.
        const std::size_t from = sum.size() - slices.size();
        for (std::size_t i = 0; i < slices.size(); ++i) {
            StageSlice &slice = sum[from + i];
            slice.isSeen = slice.isSeen || slices[i].isSeen;
            slice.perSecond += slices[i].perSecond;
            for (std::size_t state = 0; state < slice.shares.size(); ++state)
                slice.shares[state] += slices[i].shares[state];
        }
    }
    for (StageSlice &slice : sum) {
        double all = 0;
        for (const double share : slice.shares)
            all += share;
        for (double &share : slice.shares)
            share = all > 0 ? share / all : 0;
    }
    return sum;
}

QString groupTip(const StageSnapshot &stage, const Group &group, const Snapshot &shown,
                 const StageTexts &texts)
{
    QStringList lines;
    lines += GroupTexts::tr("%1, %2 drawn as one").arg(stage.name, countWords(group));
    for (const auto &[state, count] : presentStates(group))
        lines += GroupTexts::tr("%1: %2").arg(stateWord(state), formatCount(count));
    lines += GroupTexts::tr("%1 · %2").arg(texts.rate, texts.place);
    const auto handled =
        rangeOf(group.members, [](const StageSnapshot &member) { return member.figures.handled; });
    lines += GroupTexts::tr("handled %1, each %2 to %3")
                 .arg(formatCount(stage.figures.handled), formatCount(handled.least),
                      formatCount(handled.most));
    for (const SubscriptionSnapshot &sum : shown.subscriptions) {
        if (sum.consumer == stage.id)
            lines += demandWords(sum, group.lanes.at(sum.id));
    }
    if (stage.restarts > 0)
        lines += GroupTexts::tr("restarted %n time(s)", nullptr, stage.restarts);
    lines += GroupTexts::tr("G or a double click shows each of them");
    return lines.join(u'\n');
}

Crowd crowdOf(const StageSnapshot &stage, const Group &group, StageState state,
              std::int64_t takenNs, const RateTable &rates)
{
    StateCounts counts = countStates(group, takenNs, rates);
    return {stage.name, static_cast<int>(group.members.size()), counts[state]};
}

double sentPerSecond(const std::vector<const SubscriptionSnapshot *> &subscriptions,
                     const RateTable &rates)
{
    double sum = 0;
    for (const SubscriptionSnapshot *subscription : subscriptions)
        sum += rates.sentPerSecond(subscription->id);
    return sum;
}

} // namespace sluice::ui
