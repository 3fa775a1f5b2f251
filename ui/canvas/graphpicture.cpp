// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/graphpicture.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace sluice::ui {
namespace {

using Subscription = GraphTopology::Subscription;

/// The subscriptions at one side of a stage, from top to bottom.
struct Side
{
    std::vector<const Subscription *> subscriptions;

    [[nodiscard]] int placeOf(const Subscription &subscription) const
    {
        const auto found = std::ranges::find(subscriptions, &subscription);
        return static_cast<int>(found - subscriptions.begin());
    }

    [[nodiscard]] int count() const { return static_cast<int>(subscriptions.size()); }
};

using Sides = std::unordered_map<StageId, Side>;

// The order that lets the lanes cross as little as possible: by the height of the other end.
void sortByHeight(Sides &sides, const GraphLayout &layout, StageId Subscription::*otherEnd)
{
    const auto height = [&](const Subscription *subscription) {
        const auto passages = layout.passages.find(subscription->id);
        if (passages != layout.passages.end()) {
            return otherEnd == &Subscription::consumer ? passages->second.front().y1()
                                                       : passages->second.back().y1();
        }
        return layout.stages.at(subscription->*otherEnd).center().y();
    };
    for (auto &[id, side] : sides)
        std::ranges::stable_sort(side.subscriptions, {}, height);
}

void routeEdges(GraphPicture &picture, const std::vector<Subscription> &subscriptions)
{
    Sides outlets;
    Sides inlets;
    for (const Subscription &subscription : subscriptions) {
        outlets[subscription.producer].subscriptions.push_back(&subscription);
        inlets[subscription.consumer].subscriptions.push_back(&subscription);
    }
    sortByHeight(outlets, picture.layout, &Subscription::consumer);
    sortByHeight(inlets, picture.layout, &Subscription::producer);

    for (const auto &[producer, outletSide] : outlets) {
        for (int i = 0; i < outletSide.count(); ++i) {
            const Subscription &subscription =
                *outletSide.subscriptions[static_cast<std::size_t>(i)];
            const Side &inletSide = inlets[subscription.consumer];
            EdgeEnds ends;
            ends.producer = &picture.stages.at(producer);
            ends.producerOrigin = picture.layout.stages.at(producer).topLeft();
            ends.outlet = outletPort(*ends.producer, i, outletSide.count());
            ends.consumer = &picture.stages.at(subscription.consumer);
            ends.consumerOrigin = picture.layout.stages.at(subscription.consumer).topLeft();
            ends.inlet =
                inletPort(*ends.consumer, inletSide.placeOf(subscription), inletSide.count());
            const auto passages = picture.layout.passages.find(subscription.id);
            if (passages != picture.layout.passages.end())
                ends.passages = passages->second;
            const EdgeGeometry &edge =
                picture.edges.emplace(subscription.id, edgeGeometry(ends)).first->second;
            picture.bounds |= edge.bounds;
        }
    }
}

} // namespace

GraphShape graphShape(const Snapshot &snapshot)
{
    GraphShape shape;
    std::array<int, 3> roleCount{};
    std::unordered_map<StageId, std::size_t> indexOf;
    for (const StageSnapshot &stage : snapshot.stages) {
        indexOf[stage.id] = shape.stages.size();
        shape.stages.push_back({stage.id, {stage.role, StageForm::Full, 0, 0}});
        ++roleCount[static_cast<std::size_t>(stage.role)];
    }
    for (const SubscriptionSnapshot &subscription : snapshot.subscriptions) {
        const auto producer = indexOf.find(subscription.producer);
        const auto consumer = indexOf.find(subscription.consumer);
        if (producer == indexOf.end() || consumer == indexOf.end())
            continue; // one side has gone before it was settled
        ++shape.stages[producer->second].shape.outlets;
        ++shape.stages[consumer->second].shape.demandGauges;
        shape.subscriptions.push_back(
            {subscription.id, subscription.producer, subscription.consumer});
    }
    for (GraphShape::Stage &stage : shape.stages) {
        if (roleCount[static_cast<std::size_t>(stage.shape.role)] > compactAbove)
            stage.shape.form = StageForm::Compact;
    }
    return shape;
}

GraphPicture graphPicture(const GraphShape &shape, const GraphLayout &before, qreal em)
{
    GraphPicture picture;
    GraphTopology topology;
    for (const GraphShape::Stage &stage : shape.stages) {
        const StageGeometry &geometry =
            picture.stages.emplace(stage.id, stageGeometry(stage.shape, em)).first->second;
        topology.stages.push_back({stage.id, stage.shape.role, geometry.size});
    }
    topology.subscriptions = shape.subscriptions;
    picture.layout = layOut(topology, before, em);
    picture.bounds = picture.layout.bounds;
    routeEdges(picture, shape.subscriptions);
    return picture;
}

} // namespace sluice::ui
