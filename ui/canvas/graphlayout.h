// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/flow/ids.h"
#include "core/stage/behaviour.h"

#include <QLineF>
#include <QRectF>
#include <QSizeF>

#include <unordered_map>
#include <vector>

namespace sluice::ui {

/// What is to be laid out: stages with their sizes, and who takes events from whom.
/// Both in the order they were added; the result depends on nothing else but the layout before.
struct GraphTopology
{
    struct Stage
    {
        StageId id;
        StageRole role = StageRole::Producer;
        QSizeF size;
    };

    struct Subscription
    {
        SubscriptionId id;
        StageId producer;
        StageId consumer;

        friend bool operator==(const Subscription &, const Subscription &) = default;
    };

    std::vector<Stage> stages;
    std::vector<Subscription> subscriptions; ///< of stages above only
};

/// Where everything is: layers from left to right, each stage one layer after the last of its
/// producers, centred on them as far as the others in its layer let it.
struct GraphLayout
{
    std::unordered_map<StageId, QRectF> stages;
    std::unordered_map<StageId, int> layers;
    /// The level stretches on which a subscription passes layers between its stages.
    std::unordered_map<SubscriptionId, std::vector<QLineF>> passages;
    QRectF bounds;
};

/// Lays out \a topology. A stage that has lost its producers stays in the layer it had in \a before. \a em is the height of a line of text.
[[nodiscard]] GraphLayout layOut(const GraphTopology &topology, const GraphLayout &before,
                                 qreal em);

/// How long the last, level stretch of a subscription before its consumer is, in em: there is room
/// for its labels.
inline constexpr qreal labelStretch = 11.4;

} // namespace sluice::ui
