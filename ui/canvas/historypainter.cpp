// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/historypainter.h"

#include "ui/canvas/historygeometry.h"

#include <QPainter>

namespace sluice::ui {

void paintStateStrip(QPainter &painter, const QRectF &strip, const StageHistory::Slices &slices,
                     const CanvasStyle &style)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false); // no seams between slices
    painter.fillRect(strip, style.colours.groove);
    for (const StripPart &part : stripParts(strip, slices))
        painter.fillRect(part.rect, stateColour(part.state));
    for (const QRectF &gap : stripGaps(strip, slices))
        painter.fillRect(gap, QBrush(style.colours.mutedText, Qt::DiagCrossPattern));
    for (const StripRun &run : stripRuns(strip, slices)) {
        const QString letter(stateLetter(run.state));
        if (QFontMetricsF(style.small).horizontalAdvance(letter) > run.rect.width())
            continue;
        painter.setPen(readableOn(stateColour(run.state)));
        drawLine(painter, run.rect, Qt::AlignCenter, style.small, letter);
    }
    painter.setPen(QPen(style.colours.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(strip);
    painter.restore();
}

void paintSparkline(QPainter &painter, const QRectF &plot, const StageHistory::Slices &slices,
                    const CanvasStyle &style)
{
    painter.setPen(QPen(style.colours.line, 1));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(style.colours.events, 0.12 * style.em, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPolygonF &line : sparkLines(plot, slices, peakOf(slices))) {
        if (line.size() > 1)
            painter.drawPolyline(line);
        else
            painter.drawPoint(line.front());
    }
}

} // namespace sluice::ui
