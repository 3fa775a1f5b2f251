// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/contraststyle.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace sluice::ui {
namespace {

void frame(QPainter &painter, const QStyleOption &option, const QRect &around)
{
    if (!isHighContrast(option.palette))
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(option.palette.color(QPalette::WindowText), 1));
    painter.drawRect(around.adjusted(0, 0, -1, -1));
    painter.restore();
}

} // namespace

void ContrastStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                       QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_SpinBox || control == CC_ComboBox)
        frame(*painter, *option, option->rect);
    if (control == CC_Slider)
        frame(*painter, *option, proxy()->subControlRect(control, option, SC_SliderHandle, widget));
}

void ContrastStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                  QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_FrameLineEdit || element == PE_PanelButtonCommand
        || element == PE_IndicatorCheckBox)
        frame(*painter, *option, option->rect);
}

} // namespace sluice::ui
