// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/pointerring.h"

#include <QPainter>

namespace sluice::ui {

PointerRing::PointerRing(QWidget *window)
    : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void PointerRing::moveTo(QPoint position)
{
    const int size = 3 * fontMetrics().height();
    setGeometry(position.x() - size / 2, position.y() - size / 2, size, size);
    raise();
    show();
}

void PointerRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal width = fontMetrics().height() / 5.0;
    const QRectF ring = QRectF(rect()).adjusted(width, width, -width, -width);
    // Two colours, so that it is seen on every ground.
    painter.setPen(QPen(palette().color(QPalette::HighlightedText), 2 * width));
    painter.drawEllipse(ring);
    painter.setPen(QPen(palette().color(QPalette::Highlight), width));
    painter.drawEllipse(ring);
}

} // namespace sluice::ui
