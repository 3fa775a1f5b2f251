// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/canvas/stagegeometry.h"
#include "ui/canvas/stagepainter.h"
#include "ui/canvas/stageview.h"

#include <QGraphicsObject>

namespace sluice::ui {

/// A stage on the canvas: selection and hit testing around paintStage().
///
/// Lifetime: the style outlives it.
class StageItem final : public QGraphicsObject
{
    Q_OBJECT

public:
    StageItem(StageId id, StageRole role, const CanvasStyle &style);

    [[nodiscard]] StageId id() const { return m_view.id; }

    [[nodiscard]] const StageGeometry &geometry() const { return m_geometry; }

    [[nodiscard]] StageRole role() const { return m_view.role; }

    [[nodiscard]] const StageTexts &texts() const { return m_view.texts; }

    void setGeometry(const StageGeometry &geometry);
    void setGauges(StageGauges gauges);
    void setTexts(StageTexts texts);
    void setMarked(bool isMarked);
    void setHistory(const StageHistory::Slices &history);

    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const CanvasStyle &m_style;
    StageView m_view;
    StageGeometry m_geometry;
    bool m_isMarked = false;
};

} // namespace sluice::ui
