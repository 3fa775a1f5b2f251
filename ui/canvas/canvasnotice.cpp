// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/canvasnotice.h"

#include <QCoreApplication>
#include <QPainter>

namespace sluice::ui {
namespace {

struct NoticeTexts
{
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};

} // namespace

void paintEmptyNotice(QPainter &painter, const QRect &window, const CanvasStyle &style)
{
    painter.setPen(style.colours.mutedText);
    painter.setFont(style.name);
    const qreal margin = 2 * style.em;
    painter.drawText(
        QRectF(window).adjusted(margin, margin, -margin, -margin),
        Qt::AlignCenter | Qt::TextWordWrap,
        NoticeTexts::tr("No stages. Open a pipeline with Ctrl+O, or start a new one with "
                        "Ctrl+N."));
}

void paintRushNotice(QPainter &painter, const QRect &window, const CanvasStyle &style)
{
    painter.setPen(style.colours.mutedText);
    drawLine(
        painter, QRectF(window).adjusted(style.em, style.em / 2, -style.em, 0),
        Qt::AlignLeft | Qt::AlignTop, style.base,
        NoticeTexts::tr(
            "▷ too fast to draw messages singly; slow the consumers down ([) to see each of them"));
}

} // namespace sluice::ui
