// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/edgegeometry.h"

#include "ui/canvas/graphlayout.h"

#include <QPainterPathStroker>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace sluice::ui {
namespace {

// All in em.
constexpr qreal halfGap = 1; // between the middle and a lane
constexpr qreal stub = 1.8;  // level, before the first bend
constexpr qreal boldLine = 1.2;
constexpr qreal smallLine = 1.0;
constexpr qreal arrowRoom = 1.2;
constexpr qreal valvePlace = 1.3;
constexpr qreal valveHalf = 0.75;
constexpr int bendSteps = 20;

// Appends the way to end, level at both ends.
void bendTo(QPolygonF &points, const QPointF &end)
{
    const QPointF start = points.back();
    const QPointF way = end - start;
    if (std::abs(way.y()) > 0.5) {
        for (int i = 1; i < bendSteps; ++i) {
            // A Bezier curve with both handles at half way.
            const qreal t = static_cast<qreal>(i) / bendSteps;
            points += start
                + QPointF(way.x() * t * (1.5 - 1.5 * t + t * t), way.y() * t * t * (3 - 2 * t));
        }
    }
    points += end;
}

QPolygonF middleWay(const QPointF &from, const QPointF &to, const EdgeEnds &ends, qreal em)
{
    QPolygonF points{from};
    const QPointF labels(to.x() - labelStretch * em, to.y());
    const QPointF next = ends.passages.empty() ? labels : ends.passages.front().p1();
    if (next.x() - from.x() > 2 * stub * em)
        points += from + QPointF(stub * em, 0);
    for (const QLineF &passage : ends.passages) {
        bendTo(points, passage.p1());
        points += passage.p2();
    }
    bendTo(points, labels);
    points += to;
    return points;
}

// The way beside points, distance to the left as one goes.
QPolygonF beside(const QPolygonF &points, qreal distance)
{
    QPolygonF result;
    result.reserve(points.size());
    for (qsizetype i = 0; i < points.size(); ++i) {
        const QPointF &before = points[std::max<qsizetype>(0, i - 1)];
        const QPointF &after = points[std::min(points.size() - 1, i + 1)];
        QLineF normal = QLineF(before, after).normalVector();
        normal.setLength(distance);
        result += points[i] + QPointF(normal.dx(), normal.dy());
    }
    return result;
}

QPolygonF lanePoints(const QPolygonF &middle, qreal distance, const EdgeEnds &ends)
{
    QPolygonF points = beside(middle, distance);
    const qreal startY = middle.front().y() - distance;
    const qreal endY = middle.back().y() - distance;
    points.front() = {ends.producerOrigin.x()
                          + rightSide(*ends.producer, startY - ends.producerOrigin.y()),
                      startY};
    points.back() = {
        ends.consumerOrigin.x() + leftSide(*ends.consumer, endY - ends.consumerOrigin.y()), endY};
    return points;
}

void placeLabels(EdgeGeometry &edge, const QPointF &end)
{
    const qreal em = edge.em;
    const qreal left = end.x() - labelStretch * em;
    const qreal width = (labelStretch - arrowRoom) * em;
    const qreal room = edge.isCompact ? 0.3 : 0.7; // for a token on the lane
    const qreal above = end.y() - (halfGap + room) * em;
    const qreal below = end.y() + (halfGap + room) * em;
    edge.rate = {left, above - boldLine * em, width, boldLine * em};
    edge.unmet = {left, below, width, boldLine * em};
    if (!edge.isCompact) {
        edge.total = {left, edge.rate.top() - smallLine * em, width, smallLine * em};
        edge.asks = {left, edge.unmet.bottom(), width, smallLine * em};
    }
    edge.flight = {left, end.y() - 0.55 * em, width, 1.1 * em};
}

QPainterPath shapeOf(const EdgeGeometry &edge)
{
    QPainterPath lanes;
    lanes.addPolygon(edge.events.points());
    lanes.addPolygon(edge.demand.points());
    QPainterPathStroker stroker;
    stroker.setWidth(edge.em);
    QPainterPath shape = stroker.createStroke(lanes);
    shape.setFillRule(Qt::WindingFill);
    shape.addRect(edge.rate | edge.total | edge.unmet | edge.asks);
    return shape;
}

} // namespace

Lane::Lane(QPolygonF points)
    : m_points(std::move(points))
{
    qreal distance = 0;
    for (qsizetype i = 0; i < m_points.size(); ++i) {
        if (i > 0)
            distance += QLineF(m_points[i - 1], m_points[i]).length();
        m_distances.push_back(distance);
    }
}

qreal Lane::length() const
{
    return m_distances.empty() ? 0 : m_distances.back();
}

QLineF Lane::at(qreal distance) const
{
    if (m_points.size() < 2)
        return {};
    const auto found = std::upper_bound(m_distances.begin() + 1, m_distances.end() - 1, distance);
    const auto next = static_cast<qsizetype>(found - m_distances.begin());
    const QLineF part(m_points[next - 1], m_points[next]);
    const qreal along = distance - m_distances[static_cast<std::size_t>(next - 1)];
    QLineF unit = part.unitVector();
    unit.translate(along * unit.dx(), along * unit.dy());
    return unit;
}

QPolygonF Lane::upTo(qreal distance) const
{
    QPolygonF part;
    for (qsizetype i = 0; i < m_points.size(); ++i) {
        if (m_distances[static_cast<std::size_t>(i)] >= distance)
            break;
        part += m_points[i];
    }
    part += at(distance).p1();
    return part;
}

EdgeGeometry edgeGeometry(const EdgeEnds &ends)
{
    EdgeGeometry edge;
    edge.em = ends.producer->em;
    const QPointF from = ends.producerOrigin + ends.outlet;
    const QPointF to = ends.consumerOrigin + ends.inlet;
    const QPolygonF middle = middleWay(from, to, ends, edge.em);

    edge.events = Lane(lanePoints(middle, halfGap * edge.em, ends));
    QPolygonF back = lanePoints(middle, -halfGap * edge.em, ends);
    std::ranges::reverse(back);
    edge.demand = Lane(back);

    edge.isCompact = ends.consumer->shape.form == StageForm::Compact;
    placeLabels(edge, to);
    const QLineF place = edge.demand.at(edge.demand.length() - valvePlace * edge.em);
    QLineF half = place.normalVector();
    half.setLength(valveHalf * edge.em);
    edge.valve = {place.p1() * 2 - half.p2(), half.p2()};

    edge.shape = shapeOf(edge);
    edge.bounds = edge.shape.boundingRect().adjusted(-edge.em, -edge.em, edge.em, edge.em);
    return edge;
}

qreal laneWidth(double perSecond)
{
    return perSecond <= 1 ? 1 : std::clamp(1 + std::log10(perSecond), 1.0, 8.0);
}

} // namespace sluice::ui
