// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/canvas/canvasstyle.h"
#include "ui/canvas/edgegeometry.h"
#include "ui/canvas/edgeview.h"
#include "ui/canvas/tokenflow.h"

#include <QLineF>
#include <QString>

class QPainter;

namespace sluice::ui {

/// How a subscription is looked at.
struct EdgeLook
{
    Detail detail = Detail::Full;
    bool isSelected = false;
};

/// Draws a subscription in scene coordinates. Needs no view, so pictures and tests use it as the
/// canvas does.
void paintEdge(QPainter &painter, const EdgeView &edge, const EdgeGeometry &geometry,
               const CanvasStyle &style, const EdgeLook &look);

/// Something that moves along a lane.
struct MovingMark
{
    QLineF place; ///< of length 1, in the direction of the movement
    FlowDirection direction = FlowDirection::Downstream;
    QString text; ///< of a token; empty for the texture of a lane that rushes
};

void paintMark(QPainter &painter, const MovingMark &mark, const CanvasStyle &style, Detail detail);

} // namespace sluice::ui
