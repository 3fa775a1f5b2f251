// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/graphview.h"

#include "ui/canvas/accessiblecanvas.h"
#include "ui/canvas/canvasnotice.h"
#include "ui/canvas/graphnavigation.h"
#include "ui/canvas/graphscene.h"
#include "ui/canvas/whyline.h"

#include <QAccessible>
#include <QGraphicsItem>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace sluice::ui {
namespace {

constexpr qreal smallestZoom = 0.3;
constexpr qreal largestZoom = 2;
constexpr qreal smallestFit = 0.05; // with very many stages, to see at least their colours

} // namespace

GraphView::GraphView(QWidget *parent)
    : QGraphicsView(parent)
    , m_scene(new GraphScene(font(), palette(), this))
    , m_why(new WhyLine(this))
    , m_wire(*m_scene)
{
    installAccessibleCanvas();
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

void GraphView::setDescription(const PipelineDescription &description)
{
    m_scene->setDescription(description);
}

QList<StageId> GraphView::selectedStages() const
{
    return m_scene->selectedStages();
}

std::optional<SubscriptionId> GraphView::selectedSubscription() const
{
    return m_scene->selectedSubscription();
}

std::optional<std::pair<StageId, StageId>> GraphView::selectedEnds() const
{
    const auto id = selectedSubscription();
    const SubscriptionSnapshot *edge = id ? m_scene->shown().subscription(*id) : nullptr;
    if (!edge)
        return {};
    return std::pair{edge->producer, edge->consumer};
}

void GraphView::selectStage(StageId id)
{
    selectStages({id});
}

void GraphView::selectStages(const QList<StageId> &stages)
{
    m_scene->selectOnly(stages);
    const auto place = m_scene->layout().stages.find(m_scene->nodeOf(stages.value(0)));
    if (place != m_scene->layout().stages.end())
        ensureVisible(place->second);
}

void GraphView::setMotion(Motion motion)
{
    m_scene->setMotion(motion);
}

const Grouping &GraphView::grouping(const Snapshot &snapshot)
{
    return m_scene->grouping(snapshot);
}

void GraphView::fitAll()
{
    m_keepsAllInView = true;
    keepAllInView();
}

void GraphView::fitSelected()
{
    QRectF area;
    const QList<QGraphicsItem *> selected = m_scene->selectedItems();
    for (const QGraphicsItem *item : selected)
        area |= item->sceneBoundingRect();
    if (area.isEmpty()) {
        fitAll();
        return;
    }
    m_keepsAllInView = false;
    const QSizeF room = viewport()->size();
    const qreal zoom =
        std::clamp(std::min(room.width() / area.width(), room.height() / area.height()),
                   smallestFit, largestZoom);
    setTransform(QTransform::fromScale(zoom, zoom));
    centerOn(area.center());
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
    const QList<StageId> selected = m_scene->selectedNodes();
    if (hasMoved && !selected.isEmpty())
        ensureVisible(m_scene->layout().stages.at(selected.constFirst()));
    return hasMoved;
}

bool GraphView::selectTowards(int key)
{
    const QList<StageId> selected = m_scene->selectedNodes();
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
    if (selected.isEmpty() || !hasFocus())
        return;
    QAccessibleEvent event(selected.constFirst()->toGraphicsObject(), QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

void GraphView::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    const bool isLook = event->type() == QEvent::FontChange
        || event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange;
    if (isLook) {
        m_scene->setLook(font(), palette());
        m_why->setBaseFont(font());
        placeWhyLine();
    }
}

void GraphView::drawForeground(QPainter *painter, const QRectF &)
{
    m_wire.paint(*painter);
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

bool GraphView::isGrouped(StageId stage) const
{
    return m_scene->nodeOf(stage) != stage;
}

void GraphView::toggleGroup()
{
    m_scene->toggleGroup();
}

void GraphView::markStage(StageId stage)
{
    m_scene->markStage(stage);
}

void GraphView::forgetPipeline()
{
    m_scene->forgetPipeline();
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
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_wire.isChoosing())
            drawWire();
        else if (!selected.isEmpty())
            Q_EMIT activated();
        return;
    case Qt::Key_Escape:
        if (m_wire.isChoosing())
            Q_EMIT hinted(tr("No wire was drawn."));
        m_wire.cancel();
        if (m_scene->selectedItems().isEmpty())
            break;
        m_scene->clearSelection();
        return;
    case Qt::Key_Insert:
        if (!selected.isEmpty())
            Q_EMIT addConsumerRequested(selected.constLast());
        return;
    case Qt::Key_Delete:
        if (!m_scene->selectedItems().isEmpty())
            Q_EMIT removeRequested();
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

} // namespace sluice::ui
