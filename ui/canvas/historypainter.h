// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/canvas/canvasstyle.h"
#include "ui/models/stagehistory.h"

class QPainter;

namespace sluice::ui {

/// The last minute in states: colours by share, and the letter of a state that prevailed for long
/// enough to have room for it.
void paintStateStrip(QPainter &painter, const QRectF &strip, const StageHistory::Slices &slices,
                     const CanvasStyle &style);

/// The last minute in events a second, on a scale of its own.
void paintSparkline(QPainter &painter, const QRectF &plot, const StageHistory::Slices &slices,
                    const CanvasStyle &style);

} // namespace sluice::ui
