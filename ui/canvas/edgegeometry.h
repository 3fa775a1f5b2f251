// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/canvas/stagegeometry.h"

#include <QLineF>
#include <QPainterPath>
#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace sluice::ui {

/// A way to go along: a polygon with its length.
class Lane
{
public:
    Lane() = default;
    explicit Lane(QPolygonF points);

    [[nodiscard]] const QPolygonF &points() const { return m_points; }
    [[nodiscard]] qreal length() const;

    /// The place \a distance from the start as a line of length 1 in the direction of the lane.
    [[nodiscard]] QLineF at(qreal distance) const;

    /// The part from the start to \a distance.
    [[nodiscard]] QPolygonF upTo(qreal distance) const;

private:
    QPolygonF m_points;
    std::vector<qreal> m_distances; ///< of each point from the start
};

/// Where a subscription begins and ends in the scene.
struct EdgeEnds
{
    const StageGeometry *producer = nullptr;
    QPointF producerOrigin; ///< top left corner
    QPointF outlet;         ///< in the producer's coordinates
    const StageGeometry *consumer = nullptr;
    QPointF consumerOrigin;
    QPointF inlet; ///< in the consumer's coordinates
    std::vector<QLineF> passages;
};

/// Where the parts of a subscription are, in scene coordinates: two lanes side by side, the events
/// above, the demand below; their labels along the level stretch before the consumer.
struct EdgeGeometry
{
    qreal em = 1;
    bool isCompact = false; ///< its consumer is
    Lane events;            ///< from the producer to the consumer
    Lane demand;            ///< from the consumer to the producer

    QRectF rate;   ///< next to the events lane
    QRectF total;  ///< above it; empty if isCompact
    QRectF unmet;  ///< next to the demand lane
    QRectF asks;   ///< below it; empty if isCompact
    QRectF flight; ///< between the lanes
    QLineF valve;  ///< across the demand lane, at the producer

    QPainterPath shape; ///< where a click means this subscription
    QRectF bounds;
};

[[nodiscard]] EdgeGeometry edgeGeometry(const EdgeEnds &ends);

/// The width of the events lane in pixels: 1 + log10(rate), from 1 to 8.
[[nodiscard]] qreal laneWidth(double perSecond);

} // namespace sluice::ui
