// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/canvas/edgepainter.h"

#include <QGraphicsItem>

#include <optional>
#include <vector>

namespace sluice::ui {

/// All that moves on the canvas, above everything else, in one item.
///
/// Lifetime: the style outlives it.
class MotionItem final : public QGraphicsItem
{
public:
    explicit MotionItem(const CanvasStyle &style);

    void setBounds(const QRectF &bounds);
    void setMarks(std::vector<MovingMark> marks);

    [[nodiscard]] const std::vector<MovingMark> &marks() const { return m_marks; }

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }

    [[nodiscard]] QPainterPath shape() const override { return {}; } // clicks pass through

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const CanvasStyle &m_style;
    QRectF m_bounds;
    std::vector<MovingMark> m_marks;
};

/// Where a token on its way is; nothing if it has arrived where there is no room for it to rest.
[[nodiscard]] std::optional<MovingMark> tokenMark(const Token &token, double progress,
                                                  const EdgeGeometry &edge);

/// Appends the texture of a lane that rushes: marks \a step apart that move at constant speed.
void appendTexture(std::vector<MovingMark> &marks, const EdgeGeometry &edge,
                   FlowDirection direction, std::int64_t nowNs, qreal step);

} // namespace sluice::ui
