// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/wiretool.h"

#include "ui/canvas/graphscene.h"

#include <QLineF>
#include <QPainter>

namespace sluice::ui {
namespace {

constexpr qreal handleRadius = 0.5; // em
constexpr qreal catchRadius = 1;    // em; larger, for it is small
constexpr qreal wireWidth = 0.25;   // em

} // namespace

qreal WireTool::radius() const
{
    return handleRadius * m_scene.canvasStyle().em;
}

std::optional<QPointF> WireTool::handleOf(StageId node) const
{
    const StageSnapshot *stage = m_scene.shown().stage(node);
    const auto place = m_scene.layout().stages.find(node);
    if (!stage || stage->role == StageRole::Consumer || place == m_scene.layout().stages.end())
        return {};
    const QRectF &rect = place->second;
    return QPointF(rect.right() + radius(), rect.center().y());
}

StageId WireTool::stageAt(QPointF position) const
{
    for (const auto &[id, rect] : m_scene.layout().stages) {
        if (rect.contains(position))
            return id;
    }
    return {};
}

bool WireTool::press(QPointF position)
{
    const qreal reach = catchRadius * m_scene.canvasStyle().em;
    for (const auto &[id, rect] : m_scene.layout().stages) {
        const auto handle = handleOf(id);
        if (!handle || QLineF(*handle, position).length() > reach)
            continue;
        m_from = id;
        m_end = position;
        m_way = Way::Pressed;
        return true;
    }
    return false;
}

bool WireTool::drag(QPointF position)
{
    if (m_way != Way::Pressed && m_way != Way::Mouse)
        return false;
    // A click with a trembling hand draws nothing.
    const bool isFar = QLineF(m_end, position).length() > radius();
    if (m_way == Way::Pressed && !isFar)
        return false;
    m_way = Way::Mouse;
    m_end = position;
    return true;
}

std::optional<WireTool::End> WireTool::release(QPointF position)
{
    const bool hasWire = m_way == Way::Mouse;
    if (m_way != Way::Keyboard)
        cancel();
    if (!hasWire)
        return {};
    const StageId to = stageAt(position);
    if (to == m_from)
        return {};
    return End{m_from, to};
}

bool WireTool::begin()
{
    const QList<StageId> selected = m_scene.selectedNodes();
    if (selected.isEmpty() || !handleOf(selected.constLast()))
        return false;
    m_from = selected.constLast();
    m_way = Way::Keyboard;
    return true;
}

std::optional<WireTool::End> WireTool::finish()
{
    const QList<StageId> selected = m_scene.selectedNodes();
    cancel();
    if (selected.isEmpty() || selected.constLast() == m_from)
        return {};
    return End{m_from, selected.constLast()};
}

void WireTool::paint(QPainter &painter) const
{
    const CanvasStyle &style = m_scene.canvasStyle();
    painter.setPen(QPen(style.colours.events, 0.15 * style.em));
    painter.setBrush(style.colours.ground);
    for (const StageId node : m_scene.selectedNodes()) {
        if (const auto handle = handleOf(node))
            painter.drawEllipse(*handle, radius(), radius());
    }
    const auto from = handleOf(m_from);
    if (!from || (m_way != Way::Mouse && m_way != Way::Keyboard))
        return;
    QPointF end = m_end;
    if (m_way == Way::Keyboard) {
        const QList<StageId> selected = m_scene.selectedNodes();
        if (selected.isEmpty() || selected.constLast() == m_from)
            return;
        const QRectF rect = m_scene.layout().stages.at(selected.constLast());
        end = QPointF(rect.left(), rect.center().y());
    }
    painter.setPen(
        QPen(style.colours.selection, wireWidth * style.em, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(*from, end);
    painter.setBrush(style.colours.selection);
    painter.drawEllipse(end, radius(), radius());
}

} // namespace sluice::ui
