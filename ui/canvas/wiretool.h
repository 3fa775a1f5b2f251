// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/flow/ids.h"

#include <QPointF>

#include <optional>

class QPainter;

namespace sluice::ui {

class GraphScene;

/// Draws a wire from a stage that emits events to whoever is to take them: with the mouse from the
/// handle at the stage's point, or with the keyboard to the stage that is selected next.
///
/// Lifetime: the scene outlives it.
/// Units: positions are the scene's.
class WireTool
{
public:
    explicit WireTool(const GraphScene &scene)
        : m_scene(scene)
    {
    }

    /// Where a wire ends; without a stage: on the ground.
    struct End
    {
        StageId from;
        StageId to;
    };

    // The mouse.

    /// Whether a wire may begin at \a position; it does as soon as drag() is called.
    bool press(QPointF position);

    /// Returns whether there is a wire to draw.
    bool drag(QPointF position);

    /// Ends the wire; nothing if there was none.
    std::optional<End> release(QPointF position);

    // The keyboard.

    /// Begins at the selected stage; false if that emits nothing or none is selected.
    bool begin();

    /// Ends the wire at the selected stage; nothing if that is where it began.
    std::optional<End> finish();

    /// Whether a wire was begun with the keyboard.
    [[nodiscard]] bool isChoosing() const { return m_way == Way::Keyboard; }

    void cancel() { m_way = Way::None; }

    void paint(QPainter &painter) const;

    /// The handle of the stage \a node: where a wire can be taken; nothing for a consumer.
    [[nodiscard]] std::optional<QPointF> handleOf(StageId node) const;

private:
    enum class Way : unsigned char { None, Pressed, Mouse, Keyboard };

    [[nodiscard]] StageId stageAt(QPointF position) const;
    [[nodiscard]] qreal radius() const;

    const GraphScene &m_scene;
    Way m_way = Way::None;
    StageId m_from;
    QPointF m_end;
};

} // namespace sluice::ui
