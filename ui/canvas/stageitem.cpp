// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/stageitem.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QWidget>

#include <utility>

namespace sluice::ui {

StageItem::StageItem(StageId id, StageRole role, const CanvasStyle &style)
    : m_style(style)
{
    m_view.id = id;
    m_view.role = role;
    setFlag(ItemIsSelectable);
    setZValue(1);
}

void StageItem::setGeometry(const StageGeometry &geometry)
{
    prepareGeometryChange();
    m_geometry = geometry;
}

void StageItem::setGauges(StageGauges gauges)
{
    m_view.gauges = std::move(gauges);
    update();
}

void StageItem::setTexts(StageTexts texts)
{
    m_view.texts = std::move(texts);
    update();
}

void StageItem::setMarked(bool isMarked)
{
    if (m_isMarked == isMarked)
        return;
    m_isMarked = isMarked;
    update();
}

void StageItem::setHistory(const StageHistory::Slices &history)
{
    m_view.history = history;
    update();
}

QRectF StageItem::boundingRect() const
{
    const qreal margin = selectionMargin * m_geometry.em;
    return QRectF({0, 0}, m_geometry.size).adjusted(-margin, -margin, margin, margin);
}

QPainterPath StageItem::shape() const
{
    return m_geometry.outline;
}

void StageItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget)
{
    StageLook look;
    look.detail =
        detailAt(QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform()));
    look.isSelected = option->state.testFlag(QStyle::State_Selected);
    look.hasFocus =
        look.isSelected && widget && widget->parentWidget() && widget->parentWidget()->hasFocus();
    look.isMarked = m_isMarked;
    paintStage(*painter, m_view, m_geometry, m_style, look);
}

} // namespace sluice::ui
