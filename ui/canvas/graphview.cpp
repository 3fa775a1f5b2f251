// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/graphview.h"

#include "ui/canvas/canvasnotice.h"
#include "ui/canvas/graphnavigation.h"
#include "ui/canvas/graphscene.h"
#include "ui/canvas/whyline.h"

#include <QContextMenuEvent>
#include <QGraphicsItem>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace sluice::ui {
namespace {

constexpr qreal smallestZoom = 0.3;
constexpr qreal largestZoom = 2;
constexpr qreal smallestFit = 0.05; // with very many stages, to see at least their colours
constexpr qreal zoomStep = 1.2;

} // namespace

GraphView::GraphView(QWidget *parent)
    : QGraphicsView(parent)
    , m_scene(new GraphScene(font(), palette(), this))
    , m_why(new WhyLine(this))
{
    setScene(m_scene);
    setViewportUpdateMode(FullViewportUpdate); // nearly everything changes with every snapshot
    setTransformationAnchor(AnchorUnderMouse);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(20 * fontMetrics().height(), 12 * fontMetrics().height());
    setAccessibleName(tr("Pipeline"));
    connect(m_scene, &GraphScene::explained, m_why, &WhyLine::setSentence);
    connect(m_scene, &GraphScene::explained, this, &GraphView::explained);
    connect(m_scene, &GraphScene::laidOut, this, &GraphView::keepAllInView);
    connect(m_scene, &GraphScene::selectionChanged, this, &GraphView::describeSelection);
    connect(m_scene, &GraphScene::selectionChanged, this, &GraphView::selectionChanged);
}

void GraphView::setSnapshot(const Snapshot &snapshot, const RateTable &rates)
{
    const bool wasEmpty = m_scene->snapshot().stages.empty();
    m_scene->setSnapshot(snapshot, rates);
    if (wasEmpty && !snapshot.stages.empty()) {
        m_keepsAllInView = true; // another pipeline
        keepAllInView();
    }
}

QList<StageId> GraphView::selectedStages() const
{
    return m_scene->selectedStages();
}

std::optional<SubscriptionId> GraphView::selectedSubscription() const
{
    return m_scene->selectedSubscription();
}

void GraphView::selectStage(StageId id)
{
    m_scene->selectOnly(id);
    const auto place = m_scene->layout().stages.find(id);
    if (place != m_scene->layout().stages.end())
        ensureVisible(place->second);
}

void GraphView::setMotion(Motion motion)
{
    m_scene->setMotion(motion);
}

void GraphView::fitAll()
{
    m_keepsAllInView = true;
    keepAllInView();
}

void GraphView::zoomIn()
{
    zoomBy(zoomStep);
}

void GraphView::zoomOut()
{
    zoomBy(1 / zoomStep);
}

void GraphView::zoomBy(qreal factor)
{
    m_keepsAllInView = false;
    const qreal now = transform().m11();
    const qreal zoom =
        std::clamp(now * factor, std::min(now, smallestZoom), std::max(now, largestZoom));
    scale(zoom / now, zoom / now);
}

void GraphView::keepAllInView()
{
    if (!m_keepsAllInView || m_scene->snapshot().stages.empty())
        return;
    const QRectF all = m_scene->sceneRect();
    const QSize room = maximumViewportSize();
    const qreal zoom =
        std::clamp(std::min(room.width() / all.width(), room.height() / all.height()), smallestFit,
                   largestZoom);
    setTransform(QTransform::fromScale(zoom, zoom));
    centerOn(all.center());
}

bool GraphView::selectNext(bool next)
{
    const bool hasMoved = m_scene->selectNext(next);
    const QList<StageId> selected = selectedStages();
    if (hasMoved && !selected.isEmpty())
        ensureVisible(m_scene->layout().stages.at(selected.constFirst()));
    return hasMoved;
}

bool GraphView::selectTowards(int key)
{
    const QList<StageId> selected = selectedStages();
    if (selected.isEmpty())
        return selectNext(true);
    const auto stage =
        stageTowards(m_scene->layout(), selected.constLast(), static_cast<Qt::Key>(key));
    if (stage)
        selectStage(*stage);
    return stage.has_value();
}

void GraphView::describeSelection()
{
    QStringList tips;
    const QList<QGraphicsItem *> selected = m_scene->selectedItems();
    for (const QGraphicsItem *item : selected)
        tips += m_scene->tip(item);
    setAccessibleDescription(tips.isEmpty() ? tr("Nothing is selected") : tips.join(u'\n'));
}

void GraphView::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    const bool isLook = event->type() == QEvent::FontChange
        || event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange;
    if (isLook) {
        m_scene->setLook(font(), palette());
        placeWhyLine();
    }
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

void GraphView::drawForeground(QPainter *painter, const QRectF &)
{
    const bool isEmpty = m_scene->snapshot().stages.empty();
    if (!isEmpty && !m_scene->isRushing())
        return;
    painter->save();
    painter->resetTransform();
    if (isEmpty)
        paintEmptyNotice(*painter, viewport()->rect(), m_scene->canvasStyle());
    else
        paintRushNotice(*painter, viewport()->rect(), m_scene->canvasStyle());
    painter->restore();
}

bool GraphView::focusNextPrevChild(bool next)
{
    return (hasFocus() && selectNext(next)) || QGraphicsView::focusNextPrevChild(next);
}

void GraphView::keyPressEvent(QKeyEvent *event)
{
    const QList<StageId> selected = selectedStages();
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        selectTowards(event->key());
        return;
    case Qt::Key_Space:
        m_spaceIsDown = true;
        return;
    case Qt::Key_Escape:
        if (m_scene->selectedItems().isEmpty())
            break;
        m_scene->clearSelection();
        return;
    case Qt::Key_Insert:
        if (!selected.isEmpty())
            Q_EMIT addConsumerRequested(selected.constLast());
        return;
    case Qt::Key_Delete:
        if (!selected.isEmpty())
            Q_EMIT removeRequested(selected);
        return;
    default:
        break;
    }
    QGraphicsView::keyPressEvent(event);
}

void GraphView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat())
        m_spaceIsDown = false;
    QGraphicsView::keyReleaseEvent(event);
}

void GraphView::mousePressEvent(QMouseEvent *event)
{
    const bool isOnGround = !itemAt(event->position().toPoint());
    m_isPanning = event->button() == Qt::MiddleButton
        || (event->button() == Qt::LeftButton && (m_spaceIsDown || isOnGround));
    m_hasMoved = false;
    m_lastPosition = event->position().toPoint();
    if (m_isPanning)
        viewport()->setCursor(Qt::ClosedHandCursor);
    else if (event->button() == Qt::LeftButton)
        QGraphicsView::mousePressEvent(event);
}

void GraphView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isPanning) {
        QGraphicsView::mouseMoveEvent(event);
        return;
    }
    const QPoint way = event->position().toPoint() - m_lastPosition;
    m_lastPosition = event->position().toPoint();
    m_hasMoved = m_hasMoved || !way.isNull();
    m_keepsAllInView = m_keepsAllInView && !m_hasMoved;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - way.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - way.y());
}

void GraphView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_isPanning) {
        QGraphicsView::mouseReleaseEvent(event);
        return;
    }
    m_isPanning = false;
    viewport()->unsetCursor();
    if (!m_hasMoved && event->button() == Qt::LeftButton && !m_spaceIsDown)
        m_scene->clearSelection();
}

void GraphView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    placeWhyLine();
    keepAllInView();
}

void GraphView::placeWhyLine()
{
    const int height = m_why->sizeHint().height();
    setViewportMargins(0, 0, 0, height);
    m_why->setGeometry(0, this->height() - height, width(), height);
}

bool GraphView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QGraphicsView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString tip = m_scene->tip(itemAt(help->pos()));
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), tip, viewport());
    return true;
}

void GraphView::wheelEvent(QWheelEvent *event)
{
    zoomBy(std::pow(zoomStep, event->angleDelta().y() / 120.0));
    event->accept();
}

} // namespace sluice::ui
