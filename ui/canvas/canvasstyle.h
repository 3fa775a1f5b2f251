// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QFont>
#include <QRectF>

class QPainter;

namespace sluice::ui {

/// How much of a stage or subscription is drawn.
enum class Detail : unsigned char {
    Full,
    Gauges, ///< from further away: without what would be too small to read
    Outline ///< from far away: shape, colour and letter
};

[[nodiscard]] Detail detailAt(qreal zoom);

/// Fonts and colours of the canvas, all derived from one font and one palette.
struct CanvasStyle
{
    CanvasStyle(const QFont &base, const QPalette &palette);

    /// The base font, \a factor times as large.
    [[nodiscard]] QFont scaled(qreal factor, QFont::Weight weight) const;

    QFont base;
    qreal em; ///< the height of a line of text in the base font
    CanvasColours colours;

    QFont small;  ///< second things
    QFont label;  ///< what is read beside a lane or in a bar
    QFont strong; ///< the state
    QFont name;
    QFont rate;
};

/// Draws one line of \a text into \a rect, shortened if it is too long. The pen is the colour.
void drawLine(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QFont &font,
              const QString &text);

/// Fills \a rect with the state's colour and pattern and draws a thin border.
void drawStateArea(QPainter &painter, const QRectF &rect, StageState state,
                   const CanvasStyle &style);

} // namespace sluice::ui
