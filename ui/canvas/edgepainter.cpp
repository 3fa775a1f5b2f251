// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/edgepainter.h"

#include <QPainter>
#include <QPolygonF>

namespace sluice::ui {
namespace {

constexpr qreal arrowLength = 1.1; // em
constexpr qreal chevronStep = 2.4; // em
constexpr qreal leavingOpacity = 0.45;

// An arrow head with its tip at the place.
QPolygonF arrowHead(const QLineF &place, qreal length, qreal halfWidth)
{
    const QPointF along(place.dx(), place.dy());
    const QPointF across(place.dy(), -place.dx());
    const QPointF base = place.p1() - along * length;
    return {base + across * halfWidth, place.p1(), base - across * halfWidth};
}

QPen lanePen(const QColor &colour, qreal width)
{
    return QPen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
}

void paintEventsLane(QPainter &painter, const EdgeView &edge, const EdgeGeometry &geometry,
                     const CanvasStyle &style)
{
    const QColor colour = style.colours.events;
    const qreal width = laneWidth(edge.sentPerSecond);
    const Lane &lane = geometry.events;
    const qreal head = arrowLength * style.em;
    painter.setPen(lanePen(colour, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(lane.upTo(lane.length() - head / 2));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(arrowHead(lane.at(lane.length()), head, 0.5 * style.em));
}

void paintDemandLane(QPainter &painter, const EdgeView &edge, const EdgeGeometry &geometry,
                     const CanvasStyle &style, Detail detail)
{
    const Lane &lane = geometry.demand;
    const qreal em = style.em;
    painter.setPen(lanePen(style.colours.demand, 0.1 * em));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(lane.points());
    if (detail != Detail::Outline) {
        painter.setBrush(style.colours.ground);
        for (qreal at = chevronStep * em; at < lane.length() - em; at += chevronStep * em)
            painter.drawPolygon(arrowHead(lane.at(at), 0.55 * em, 0.35 * em));
    }
    painter.setBrush(style.colours.ground);
    painter.drawPolygon(arrowHead(lane.at(lane.length()), 0.8 * em, 0.45 * em));
    if (edge.isClosed && !edge.isLeaving) {
        painter.setPen(QPen(style.colours.alarm, 0.4 * em, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(geometry.valve);
    }
}

void paintLabels(QPainter &painter, const EdgeView &edge, const EdgeGeometry &geometry,
                 const CanvasStyle &style, Detail detail)
{
    const CanvasColours &colours = style.colours;
    painter.setPen(colours.events);
    drawLine(painter, geometry.rate, Qt::AlignCenter, style.label, edge.rate);
    painter.setPen(edge.isLeaving ? colours.text : edge.isClosed ? colours.alarm : colours.demand);
    drawLine(painter, geometry.unmet, Qt::AlignCenter, style.label, edge.demand);
    if (detail != Detail::Full)
        return;
    painter.setPen(colours.mutedText);
    drawLine(painter, geometry.total, Qt::AlignCenter, style.small, edge.events);
    drawLine(painter, geometry.asks, Qt::AlignCenter, style.small, edge.asks);
}

void paintFlight(QPainter &painter, const EdgeView &edge, const EdgeGeometry &geometry,
                 const CanvasStyle &style)
{
    if (edge.inFlight.isEmpty())
        return;
    const qreal width =
        QFontMetricsF(style.small).horizontalAdvance(edge.inFlight) + 1.2 * style.em;
    QRectF pill({0, 0}, QSizeF(std::min(width, geometry.flight.width()), geometry.flight.height()));
    pill.moveCenter(geometry.flight.center());
    painter.setPen(QPen(style.colours.events, 1));
    painter.setBrush(style.colours.ground);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setPen(style.colours.text);
    drawLine(painter, pill, Qt::AlignCenter, style.small, edge.inFlight);
}

void paintToken(QPainter &painter, const MovingMark &mark, const CanvasStyle &style,
                const QColor &colour)
{
    const qreal em = style.em;
    const qreal width = QFontMetricsF(style.label).horizontalAdvance(mark.text) + em;
    QRectF pill({0, 0}, QSizeF(std::max(width, 1.5 * em), 1.35 * em));
    pill.moveCenter(mark.place.p1());
    painter.setPen(QPen(style.colours.ground, 0.12 * em));
    painter.setBrush(colour);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setPen(readableOn(colour));
    drawLine(painter, pill, Qt::AlignCenter, style.label, mark.text);
}

} // namespace

void paintEdge(QPainter &painter, const EdgeView &edge, const EdgeGeometry &geometry,
               const CanvasStyle &style, const EdgeLook &look)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (look.isSelected) {
        QColor halo = style.colours.selection;
        halo.setAlphaF(0.35F);
        painter.setPen(lanePen(halo, 0.9 * style.em));
        painter.drawPolyline(geometry.events.points());
        painter.drawPolyline(geometry.demand.points());
    }
    painter.setOpacity(edge.isLeaving ? leavingOpacity : 1);
    paintEventsLane(painter, edge, geometry, style);
    paintDemandLane(painter, edge, geometry, style, look.detail);
    if (look.detail != Detail::Outline) {
        paintFlight(painter, edge, geometry, style);
        painter.setOpacity(1);
        paintLabels(painter, edge, geometry, style, look.detail);
    }
    painter.restore();
}

void paintMark(QPainter &painter, const MovingMark &mark, const CanvasStyle &style, Detail detail)
{
    const bool isEvents = mark.direction == FlowDirection::Downstream;
    const QColor colour = isEvents ? style.colours.events : style.colours.demand;
    if (!mark.text.isEmpty() && detail != Detail::Outline) {
        paintToken(painter, mark, style, colour);
        return;
    }
    // The texture: it says that something flows, not how much.
    painter.setPen(QPen(style.colours.ground, 1));
    painter.setBrush(colour);
    painter.drawPolygon(arrowHead(mark.place, 0.6 * style.em, 0.4 * style.em));
}

} // namespace sluice::ui
