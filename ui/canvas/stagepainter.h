// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/canvas/canvasstyle.h"
#include "ui/canvas/stagegeometry.h"
#include "ui/canvas/stageview.h"

class QPainter;

namespace sluice::ui {

/// How a stage is looked at.
struct StageLook
{
    Detail detail = Detail::Full;
    bool isSelected = false;
    bool hasFocus = false;
    bool isMarked = false; ///< something else speaks of it, such as a row of the log
};

/// Draws a stage with its top left corner at the painter's origin. Needs no view, so pictures and
/// tests use it as the canvas does.
void paintStage(QPainter &painter, const StageView &stage, const StageGeometry &geometry,
                const CanvasStyle &style, const StageLook &look);

/// How far the marks of a selected stage stand out of its rectangle, in em.
inline constexpr qreal selectionMargin = 0.9;

} // namespace sluice::ui
