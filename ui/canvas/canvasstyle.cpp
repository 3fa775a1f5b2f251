// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/canvasstyle.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace sluice::ui {
namespace {

constexpr qreal outlineBelow = 0.4;
constexpr qreal gaugesBelow = 0.8;
constexpr float patternOpacity = 0.45F;

} // namespace

Detail detailAt(qreal zoom)
{
    if (zoom < outlineBelow)
        return Detail::Outline;
    return zoom < gaugesBelow ? Detail::Gauges : Detail::Full;
}

CanvasStyle::CanvasStyle(const QFont &baseFont, const QPalette &palette)
    : base(baseFont)
    , em(std::ceil(QFontMetricsF(baseFont).height()))
    , colours(palette)
    , small(scaled(0.85, QFont::Normal))
    , label(scaled(0.95, QFont::DemiBold))
    , strong(scaled(0.98, QFont::Bold))
    , name(scaled(1.25, QFont::Bold))
    , rate(scaled(1.75, QFont::Bold))
{
}

QFont CanvasStyle::scaled(qreal factor, QFont::Weight weight) const
{
    QFont font = base;
    font.setPixelSize(std::max(1, qRound(QFontInfo(base).pixelSize() * factor)));
    font.setWeight(weight);
    return font;
}

void drawLine(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QFont &font,
              const QString &text)
{
    if (text.isEmpty() || rect.isEmpty())
        return;
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    const QString shown = metrics.horizontalAdvance(text) <= rect.width()
        ? text
        : metrics.elidedText(text, Qt::ElideRight, rect.width());
    painter.drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine | Qt::TextDontClip,
                     shown);
}

void drawStateArea(QPainter &painter, const QRectF &rect, StageState state,
                   const CanvasStyle &style)
{
    const QColor colour = stateColour(state);
    QColor ink = readableOn(colour);
    ink.setAlphaF(patternOpacity);
    painter.fillRect(rect, colour);
    painter.fillRect(rect, QBrush(ink, statePattern(state)));
    painter.setPen(QPen(style.colours.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect);
}

} // namespace sluice::ui
