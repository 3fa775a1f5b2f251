// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/canvas/canvasstyle.h"

#include <QRect>

class QPainter;

/// What the canvas has to say about itself, written into the window, not into the picture.
namespace sluice::ui {

void paintEmptyNotice(QPainter &painter, const QRect &window, const CanvasStyle &style);

/// That messages are too fast to be drawn singly.
void paintRushNotice(QPainter &painter, const QRect &window, const CanvasStyle &style);

} // namespace sluice::ui
