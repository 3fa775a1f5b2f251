// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/stage/behaviour.h"
#include "ui/canvas/stageview.h"

#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <vector>

namespace sluice::ui {

/// How much room a stage is given.
enum class StageForm : unsigned char {
    Full,
    Compact ///< one of many: letter, name, rate and one demand gauge
};

/// What decides the size of a stage.
struct StageShape
{
    StageRole role = StageRole::Producer;
    StageForm form = StageForm::Full;
    int demandGauges = 0; ///< subscriptions it takes events from
    int outlets = 0;      ///< subscriptions it sends events to

    friend bool operator==(const StageShape &, const StageShape &) = default;
};

/// Where the parts of a stage are. The stage's top left corner is the origin; a part that is not
/// drawn has an empty rectangle.
///
/// Units: those of the \a em it was made with, the height of a line of text.
struct StageGeometry
{
    struct GaugeRects
    {
        QRectF text;
        QRectF bar;
    };

    StageShape shape;
    qreal em = 1;
    QSizeF size;
    QPainterPath outline;

    QRectF letter;
    QRectF name;
    QRectF place;
    QRectF dispatcher; ///< the glyph inside the point at its right
    QRectF band;       ///< the state in words
    QRectF rate;
    QRectF spark; ///< events a second over the last minute
    QRectF totals;
    QRectF peak; ///< the top of the sparkline's scale
    QRectF shares;
    QRectF strip;                   ///< the states of the last minute
    std::vector<GaugeRects> demand; ///< at most mostDemandGauges
    QRectF moreDemand;              ///< the words for the gauges that are not drawn
    GaugeRects buffer;
};

inline constexpr int mostDemandGauges = 4;

[[nodiscard]] StageGeometry stageGeometry(const StageShape &shape, qreal em);

/// Where subscription \a index of \a count leaves or enters the outline, between its two lanes.
[[nodiscard]] QPointF outletPort(const StageGeometry &stage, int index, int count);
[[nodiscard]] QPointF inletPort(const StageGeometry &stage, int index, int count);

/// The x of the outline's right or left side at height \a y.
[[nodiscard]] qreal rightSide(const StageGeometry &stage, qreal y);
[[nodiscard]] qreal leftSide(const StageGeometry &stage, qreal y);

/// The filled part of \a bar; nothing for an unlimited gauge.
[[nodiscard]] QRectF gaugeFill(const QRectF &bar, const Gauge &gauge);

/// The x of the gauge's mark in \a bar.
[[nodiscard]] qreal gaugeMark(const QRectF &bar, const Gauge &gauge);

/// \a bar in parts from left to right that are as wide as \a shares say.
[[nodiscard]] std::vector<QRectF> shareParts(const QRectF &bar,
                                             const RateTable::StateShares &shares);

} // namespace sluice::ui
