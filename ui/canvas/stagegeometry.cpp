// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/stagegeometry.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace sluice::ui {
namespace {

// All in em.
constexpr qreal contentWidth = 14;
constexpr qreal sparkWidth = 6.2;
constexpr qreal peakWidth = 5;
constexpr qreal padding = 0.6;
constexpr qreal gap = 0.35;
constexpr qreal pointDepth = 1.5;
constexpr qreal pointPadding = 0.3; // between the contents and a point
constexpr qreal roundPadding = 0.9; // between the contents and the rounded side
constexpr qreal glyphSize = 1.3;
constexpr qreal glyphInset = 0.35; // from the tip of the point
constexpr qreal gaugeText = 0.95;
constexpr qreal gaugeBar = 0.75;
constexpr qreal inletSlot = 8.1; // two lanes and their labels
constexpr qreal compactSlot = 5.1;
constexpr qreal outletSlot = 3.4;
constexpr qreal lanesHeight = 2.6; // of one subscription

bool isPointedLeft(StageRole role)
{
    return role == StageRole::ProducerConsumer;
}

bool isPointedRight(StageRole role)
{
    return role != StageRole::Consumer;
}

// How far the point at the middle of a side stands out at height y.
qreal inset(const StageGeometry &stage, qreal y)
{
    const qreal half = stage.size.height() / 2;
    return pointDepth * stage.em * std::min(1.0, std::abs(y - half) / half);
}

QPainterPath outlineOf(StageRole role, const QSizeF &size, qreal em)
{
    const qreal width = size.width();
    const qreal height = size.height();
    const qreal point = pointDepth * em;
    const qreal round = isPointedRight(role) ? 0 : std::min(1.6 * em, height / 3);
    const qreal corner = 0.4 * em;

    QPainterPath path;
    if (isPointedLeft(role)) {
        path.moveTo(0, height / 2);
        path.lineTo(point, 0);
    } else {
        path.moveTo(0, corner);
        path.quadTo(0, 0, corner, 0);
    }
    if (isPointedRight(role)) {
        path.lineTo(width - point, 0);
        path.lineTo(width, height / 2);
        path.lineTo(width - point, height);
    } else {
        path.lineTo(width - round, 0);
        path.arcTo(width - 2 * round, 0, 2 * round, 2 * round, 90, -90);
        path.lineTo(width, height - round);
        path.arcTo(width - 2 * round, height - 2 * round, 2 * round, 2 * round, 0, -90);
    }
    if (isPointedLeft(role)) {
        path.lineTo(point, height);
    } else {
        path.lineTo(corner, height);
        path.quadTo(0, height, 0, height - corner);
    }
    path.closeSubpath();
    return path;
}

// Cuts rows off the top of a column.
class Column
{
public:
    Column(qreal left, qreal width, qreal em)
        : m_left(left * em)
        , m_width(width * em)
        , m_em(em)
        , m_top(padding * em)
    {
    }

    QRectF row(qreal height)
    {
        const QRectF rect(m_left, m_top, m_width, height * m_em);
        skip(height);
        return rect;
    }

    void skip(qreal height) { m_top += height * m_em; }

    [[nodiscard]] qreal bottom() const { return m_top; }

private:
    qreal m_left;
    qreal m_width;
    qreal m_em;
    qreal m_top;
};

void placeGauges(StageGeometry &stage, Column &column)
{
    const int count = std::min(stage.shape.demandGauges, mostDemandGauges);
    for (int i = 0; i < count; ++i) {
        column.skip(gap);
        StageGeometry::GaugeRects gauge;
        gauge.text = column.row(gaugeText);
        column.skip(0.1);
        gauge.bar = column.row(gaugeBar);
        stage.demand.push_back(gauge);
    }
    if (stage.shape.demandGauges > count)
        stage.moreDemand = column.row(gaugeText);
    if (stage.shape.role != StageRole::Consumer) {
        column.skip(gap);
        stage.buffer.text = column.row(gaugeText);
        column.skip(0.1);
        stage.buffer.bar = column.row(gaugeBar);
    }
}

qreal placeFull(StageGeometry &stage, qreal left)
{
    Column column(left, contentWidth, stage.em);
    stage.name = column.row(1.45);
    stage.place = column.row(0.95);
    column.skip(gap);
    stage.band = column.row(1.6);
    stage.letter = QRectF(stage.band.topLeft(), QSizeF(stage.band.height(), stage.band.height()));
    column.skip(gap);
    stage.rate = column.row(2.0);
    stage.spark = stage.rate.adjusted(stage.rate.width() - sparkWidth * stage.em, 0.25 * stage.em,
                                      0, -0.15 * stage.em);
    stage.rate.setRight(stage.spark.left());
    stage.totals = column.row(stage.shape.role == StageRole::ProducerConsumer ? 2.0 : 1.0);
    stage.peak = stage.totals.adjusted(stage.totals.width() - peakWidth * stage.em, 0, 0, 0);
    stage.peak.setHeight(stage.em);
    stage.totals.setRight(stage.peak.left());
    column.skip(gap);
    stage.shares = column.row(1.05);
    column.skip(0.15);
    stage.strip = column.row(0.85);
    placeGauges(stage, column);
    column.skip(padding + 0.1);
    return column.bottom();
}

qreal placeCompact(StageGeometry &stage, qreal left)
{
    const qreal em = stage.em;
    Column column(left + 2.4, contentWidth - 2.4, em);
    stage.name = column.row(1.2);
    stage.rate = stage.name.adjusted(stage.name.width() * 0.5, 0, 0, 0);
    stage.name.setRight(stage.rate.left());
    column.skip(0.2);
    stage.shares = column.row(0.8);
    if (stage.shape.demandGauges > 0) {
        StageGeometry::GaugeRects gauge;
        column.skip(0.15);
        gauge.bar = column.row(0.5);
        stage.demand.push_back(gauge);
    }
    stage.letter = QRectF(left * em, padding * em, 2 * em, 2 * em);
    column.skip(padding);
    return column.bottom();
}

// The height of subscription index of count that are at most slot apart, all on the stage.
qreal portHeight(const StageGeometry &stage, qreal slot, int index, int count)
{
    const qreal height = stage.size.height();
    const qreal room = std::max(height - lanesHeight * stage.em, height / 2);
    const qreal step = std::min(slot * stage.em, room / std::max(1, count - 1));
    return height / 2 + (index - (count - 1) / 2.0) * step;
}

} // namespace

StageGeometry stageGeometry(const StageShape &shape, qreal em)
{
    StageGeometry stage;
    stage.shape = shape;
    stage.em = em;
    const qreal left = isPointedLeft(shape.role) ? pointDepth + pointPadding : padding;
    const qreal right = isPointedRight(shape.role) ? pointDepth + pointPadding : roundPadding;
    const bool isFull = shape.form == StageForm::Full;
    const qreal needed = isFull ? placeFull(stage, left) : placeCompact(stage, left);

    const qreal slots = shape.demandGauges * (isFull ? inletSlot : compactSlot) * em;
    stage.size = {(left + contentWidth + right) * em,
                  std::max(needed, shape.demandGauges > 1 ? slots : 0)};
    stage.outline = outlineOf(shape.role, stage.size, em);
    if (isPointedRight(shape.role)) {
        const qreal side = glyphSize * em;
        stage.dispatcher = QRectF(stage.size.width() - (glyphSize + glyphInset) * em,
                                  (stage.size.height() - side) / 2, side, side);
    }
    return stage;
}

QPointF outletPort(const StageGeometry &stage, int index, int count)
{
    const qreal y = portHeight(stage, outletSlot, index, count);
    return {rightSide(stage, y), y};
}

QPointF inletPort(const StageGeometry &stage, int index, int count)
{
    const bool isFull = stage.shape.form == StageForm::Full;
    const qreal y = portHeight(stage, isFull ? inletSlot : compactSlot, index, count);
    return {leftSide(stage, y), y};
}

qreal rightSide(const StageGeometry &stage, qreal y)
{
    const qreal width = stage.size.width();
    return isPointedRight(stage.shape.role) ? width - inset(stage, y) : width;
}

qreal leftSide(const StageGeometry &stage, qreal y)
{
    return isPointedLeft(stage.shape.role) ? inset(stage, y) : 0;
}

QRectF gaugeFill(const QRectF &bar, const Gauge &gauge)
{
    if (gauge.capacity <= 0)
        return {};
    const qreal share = static_cast<qreal>(gauge.level) / static_cast<qreal>(gauge.capacity);
    return {bar.topLeft(), QSizeF(bar.width() * std::clamp(share, 0.0, 1.0), bar.height())};
}

qreal gaugeMark(const QRectF &bar, const Gauge &gauge)
{
    if (gauge.capacity <= 0)
        return bar.left();
    const qreal share = static_cast<qreal>(gauge.mark) / static_cast<qreal>(gauge.capacity);
    return bar.left() + bar.width() * std::clamp(share, 0.0, 1.0);
}

std::vector<QRectF> shareParts(const QRectF &bar, const RateTable::StateShares &shares)
{
    std::vector<QRectF> parts;
    parts.reserve(shares.size());
    qreal left = bar.left();
    for (const double share : shares) {
        parts.emplace_back(left, bar.top(), bar.width() * share, bar.height());
        left = parts.back().right();
    }
    return parts;
}

} // namespace sluice::ui
