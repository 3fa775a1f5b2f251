// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/checklabel.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace sluice::ui {
namespace {

using Verdict = ExactlyOnceResult::Verdict;

struct Look
{
    QChar sign;
    QColor colour;
};

Look lookOf(const ExactlyOnceResult &result)
{
    // Okabe and Ito's green, orange and vermillion; the sign says the same without them.
    switch (result.verdict) {
    case Verdict::NothingYet:
        return {u'–', QColor(0x99, 0x99, 0x99)};
    case Verdict::Exact:
    case Verdict::Waiting:
        return {u'✓', QColor(0x00, 0x9e, 0x73)};
    case Verdict::NoNumbers:
    case Verdict::Copied:
    case Verdict::DoublesOnly:
    case Verdict::DoublesSeen:
        return {u'i', QColor(0x56, 0xb4, 0xe9)};
    case Verdict::Unchecked:
        return {u'!', QColor(0xe6, 0x9f, 0x00)};
    case Verdict::Missing:
    case Verdict::Double:
    case Verdict::Unexpected:
        break;
    }
    return {u'✕', QColor(0xd5, 0x5e, 0x00)};
}

} // namespace

CheckLabel::CheckLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CheckLabel::setCheck(const ExactlyOnceResult &result, const QString &text)
{
    if (text == m_text)
        return;
    const Look look = lookOf(result);
    m_text = text;
    m_sign = look.sign;
    m_colour = look.colour;
    m_isError = result.isError();
    const QString whole = m_isError ? tr("Error: %1").arg(text) : text;
    setAccessibleName(tr("Exactly once: %1").arg(whole));
    setToolTip(tr("Does every number come exactly once?\n%1").arg(whole));
    updateGeometry();
    update();
}

QSize CheckLabel::sizeHint() const
{
    const int height = fontMetrics().height() + 4;
    return {height + fontMetrics().averageCharWidth() + fontMetrics().horizontalAdvance(m_text),
            height};
}

QSize CheckLabel::minimumSizeHint() const
{
    const int height = fontMetrics().height() + 4;
    return {height * 4, height};
}

void CheckLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int side = fontMetrics().height();
    const QRect box(0, (height() - side) / 2, side, side);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_colour);
    painter.drawRoundedRect(box, side / 5.0, side / 5.0);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(readableOn(m_colour));
    painter.drawText(box, Qt::AlignCenter, QString(m_sign));
    painter.setFont(m_isError ? bold : font());
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect line = rect().adjusted(side + fontMetrics().averageCharWidth(), 0, 0, 0);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_text, Qt::ElideRight, line.width()));
}

} // namespace sluice::ui
