// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/canvas/edgegeometry.h"
#include "ui/canvas/edgepainter.h"
#include "ui/canvas/edgeview.h"

#include <QGraphicsObject>

namespace sluice::ui {

/// A subscription on the canvas: selection and hit testing around paintEdge().
///
/// Lifetime: the style outlives it.
class EdgeItem final : public QGraphicsObject
{
    Q_OBJECT

public:
    EdgeItem(SubscriptionId id, const CanvasStyle &style);

    [[nodiscard]] SubscriptionId id() const { return m_view.id; }

    [[nodiscard]] const EdgeGeometry &geometry() const { return m_geometry; }

    void setGeometry(EdgeGeometry geometry);

    /// Notes whether the producer has unmet demand; to be called with every snapshot.
    void note(const SubscriptionSnapshot &subscription);

    /// Shows the figures, and whether there was unmet demand since the last time.
    void showFigures(const SubscriptionSnapshot &subscription, double sentPerSecond);

    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const CanvasStyle &m_style;
    EdgeView m_view;
    EdgeGeometry m_geometry;
    bool m_sawDemand = false;
};

} // namespace sluice::ui
