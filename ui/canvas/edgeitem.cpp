// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/edgeitem.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <utility>

namespace sluice::ui {

EdgeItem::EdgeItem(SubscriptionId id, const CanvasStyle &style)
    : m_style(style)
{
    m_view.id = id;
    setFlag(ItemIsSelectable);
}

void EdgeItem::setGeometry(EdgeGeometry geometry)
{
    prepareGeometryChange();
    m_geometry = std::move(geometry);
}

void EdgeItem::note(const SubscriptionSnapshot &subscription)
{
    m_sawDemand = m_sawDemand || subscription.outlet.demand > 0;
}

void EdgeItem::showFigures(const SubscriptionSnapshot &subscription, double sentPerSecond)
{
    m_view = edgeView(subscription, sentPerSecond, m_sawDemand);
    m_sawDemand = false;
    update();
}

QRectF EdgeItem::boundingRect() const
{
    return m_geometry.bounds;
}

QPainterPath EdgeItem::shape() const
{
    return m_geometry.shape;
}

void EdgeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    EdgeLook look;
    look.detail =
        detailAt(QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform()));
    look.isSelected = option->state.testFlag(QStyle::State_Selected);
    paintEdge(*painter, m_view, m_geometry, m_style, look);
}

} // namespace sluice::ui
