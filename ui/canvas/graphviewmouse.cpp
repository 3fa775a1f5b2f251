// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of GraphView that is about the mouse, and about wires.

#include "ui/canvas/graphscene.h"
#include "ui/canvas/graphview.h"
#include "ui/canvas/stageitem.h"
#include "ui/panels/stagepalette.h"

#include <QContextMenuEvent>
#include <QDropEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

namespace sluice::ui {

void GraphView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QList<StageId> nodes = m_scene->selectedNodes();
    if (nodes.size() != 1 || !itemAt(event->position().toPoint()))
        return;
    if (m_scene->isGroup(nodes.constFirst()))
        m_scene->toggleGroup();
    else
        Q_EMIT activated();
}

void GraphView::mousePressEvent(QMouseEvent *event)
{
    const bool isOnGround = !itemAt(event->position().toPoint());
    m_isPanning = event->button() == Qt::MiddleButton
        || (event->button() == Qt::LeftButton && (m_spaceIsDown || isOnGround));
    m_hasMoved = false;
    m_lastPosition = event->position().toPoint();
    if (event->button() == Qt::LeftButton && !m_spaceIsDown
        && m_wire.press(mapToScene(event->position().toPoint()))) {
        m_isPanning = false;
        return;
    }
    if (m_isPanning)
        viewport()->setCursor(Qt::ClosedHandCursor);
    else if (event->button() == Qt::LeftButton)
        QGraphicsView::mousePressEvent(event);
}

void GraphView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_wire.drag(mapToScene(event->position().toPoint()))) {
        viewport()->update();
        return;
    }
    if (!m_isPanning) {
        QGraphicsView::mouseMoveEvent(event);
        return;
    }
    const QPoint way = event->position().toPoint() - m_lastPosition;
    m_lastPosition = event->position().toPoint();
    m_hasMoved = m_hasMoved || !way.isNull();
    const QPoint before(horizontalScrollBar()->value(), verticalScrollBar()->value());
    horizontalScrollBar()->setValue(before.x() - way.x());
    verticalScrollBar()->setValue(before.y() - way.y());
    // While everything is in view there is nowhere to go, and newcomers are to be in view as well.
    if (before != QPoint(horizontalScrollBar()->value(), verticalScrollBar()->value()))
        m_keepsAllInView = false;
}

void GraphView::mouseReleaseEvent(QMouseEvent *event)
{
    endWire(m_wire.release(mapToScene(event->position().toPoint())));
    if (!m_isPanning) {
        QGraphicsView::mouseReleaseEvent(event);
        return;
    }
    m_isPanning = false;
    viewport()->unsetCursor();
    if (!m_hasMoved && event->button() == Qt::LeftButton && !m_spaceIsDown)
        m_scene->clearSelection();
}

void GraphView::drawWire()
{
    if (m_wire.isChoosing())
        endWire(m_wire.finish());
    else if (m_wire.begin())
        Q_EMIT hinted(tr("Select the stage that is to take the events, then press Enter; Escape "
                         "ends it."));
    else
        Q_EMIT hinted(tr("Select a stage that emits events first; a wire begins there."));
}

void GraphView::endWire(const std::optional<WireTool::End> &end)
{
    viewport()->update();
    if (!end)
        return;
    if (end->to.isValid())
        Q_EMIT connectRequested(end->from, end->to);
    else
        Q_EMIT addConsumerRequested(end->from);
}

void GraphView::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(!StagePalette::draggedKind(event->mimeData()).isEmpty());
}

void GraphView::dragMoveEvent(QDragMoveEvent *event)
{
    event->setAccepted(!StagePalette::draggedKind(event->mimeData()).isEmpty());
}

void GraphView::dropEvent(QDropEvent *event)
{
    const auto *item = dynamic_cast<StageItem *>(itemAt(event->position().toPoint()));
    event->acceptProposedAction();
    Q_EMIT kindDropped(StagePalette::draggedKind(event->mimeData()), item ? item->id() : StageId{});
}

void GraphView::wheelEvent(QWheelEvent *event)
{
    zoomBy(std::pow(zoomStep, event->angleDelta().y() / 120.0));
    event->accept();
}

void GraphView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        QGraphicsItem *item = itemAt(event->pos());
        if (!item || !item->isSelected()) {
            m_scene->clearSelection();
            if (item)
                item->setSelected(true);
        }
    }
    Q_EMIT contextMenuRequested(event->globalPos());
    event->accept();
}

} // namespace sluice::ui
