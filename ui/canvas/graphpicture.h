// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/canvas/edgegeometry.h"
#include "ui/canvas/graphlayout.h"
#include "ui/canvas/stagegeometry.h"

#include <unordered_map>
#include <vector>

namespace sluice::ui {

/// What of a snapshot decides where things are; as long as it is equal nothing has to move.
struct GraphShape
{
    struct Stage
    {
        StageId id;
        StageShape shape;

        friend bool operator==(const Stage &, const Stage &) = default;
    };

    std::vector<Stage> stages;
    std::vector<GraphTopology::Subscription> subscriptions;

    friend bool operator==(const GraphShape &, const GraphShape &) = default;
};

/// Stages of a role that more than compactAbove stages have are drawn in the compact form.
[[nodiscard]] GraphShape graphShape(const Snapshot &snapshot);

inline constexpr int compactAbove = 6;

/// Where everything on the canvas is.
struct GraphPicture
{
    GraphLayout layout;
    std::unordered_map<StageId, StageGeometry> stages; ///< in their own coordinates
    std::unordered_map<SubscriptionId, EdgeGeometry> edges;
    QRectF bounds; ///< of all of it
};

/// \a em is the height of a line of text.
[[nodiscard]] GraphPicture graphPicture(const GraphShape &shape, const GraphLayout &before,
                                        qreal em);

} // namespace sluice::ui
