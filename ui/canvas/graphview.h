// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/pipelinedescription.h"
#include "core/pipeline/snapshot.h"
#include "ui/canvas/wiretool.h"
#include "ui/models/ratetable.h"
#include "ui/theme/themechoice.h"

#include <QGraphicsView>
#include <QList>

#include <optional>
#include <utility>

namespace sluice::ui {

class GraphScene;
class Grouping;
class WhyLine;

/// The pipeline as a picture: stages as nodes, subscriptions as two lanes between them.
///
/// Click, Ctrl+click, Tab and the arrow keys select; dragging the ground, the middle button or
/// Space pan; the wheel zooms. A wire is drawn from the handle of a selected stage. As long as the user has done neither of the last two, everything
/// is kept in view.
///
/// Threads: GUI thread only.
/// Units: one scene unit is one pixel at zoom 1; all sizes follow the font.
class GraphView final : public QGraphicsView
{
    Q_OBJECT

public:
    explicit GraphView(QWidget *parent = nullptr);

    /// Shows \a snapshot; cheap unless stages or subscriptions came or went. Motion advances with
    /// the snapshots' time, so call it regularly also while the pipeline is paused.
    void setSnapshot(const Snapshot &snapshot, const RateTable &rates);

    /// For tooltips: what no snapshot says, such as the names of partitions.
    void setDescription(const PipelineDescription &description);

    /// In the order they were added.
    [[nodiscard]] QList<StageId> selectedStages() const;
    [[nodiscard]] std::optional<SubscriptionId> selectedSubscription() const;

    /// The producer and the consumer of the selected subscription.
    [[nodiscard]] std::optional<std::pair<StageId, StageId>> selectedEnds() const;

    /// Selects only this stage and brings it into view; an unknown id clears the selection.
    void selectStage(StageId id);

    /// Selects all of \a stages, and brings the first into view.
    void selectStages(const QList<StageId> &stages);

    /// How much of what happens moves; everything if not told.
    void setMotion(Motion motion);

    /// Whether \a stage is drawn as one of many.
    [[nodiscard]] bool isGrouped(StageId stage) const;

    /// Which stages of \a snapshot are drawn as one; it need not have been drawn yet.
    [[nodiscard]] const Grouping &grouping(const Snapshot &snapshot);

    /// Opens the selected group, or closes the one that the selected stage was in.
    void toggleGroup();

    /// Frames \a stage, or what it is grouped in, as that which something else speaks of; an invalid
    /// id frames none.
    void markStage(StageId stage);

    /// Another pipeline is shown from now on.
    void forgetPipeline();

    /// Begins a wire at the selected stage; the stage that is selected next is to take its events.
    /// Ends it there if one was begun.
    void drawWire();

    void fitAll();

    /// Shows what is selected as large as it fits; everything if nothing is.
    void fitSelected();
    void zoomIn();
    void zoomOut();

Q_SIGNALS:
    /// Why the pipeline waits, in words; about once a second.
    void explained(const QString &sentence);
    void selectionChanged();
    void addConsumerRequested(sluice::StageId producer);
    /// What is selected is not wanted any more.
    void removeRequested();
    void contextMenuRequested(QPoint globalPos);

    /// Enter or a double click on a stage: its work time is to be changed.
    void activated();
    void connectRequested(sluice::StageId from, sluice::StageId to);

    /// A stage of \a kind was dropped on \a stage, or on the ground.
    void kindDropped(const QString &kind, sluice::StageId stage);

    /// What to do next, in a sentence.
    void hinted(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &exposed) override;
    void dropEvent(QDropEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    static constexpr qreal zoomStep = 1.2;

    void zoomBy(qreal factor);
    void keepAllInView();
    bool selectNext(bool next);
    bool selectTowards(int key);
    void describeSelection();

    void endWire(const std::optional<WireTool::End> &end);
    void placeWhyLine();

    GraphScene *m_scene; // child
    WhyLine *m_why;      // child
    WireTool m_wire;

    bool m_keepsAllInView = true; // until the user pans or zooms
    bool m_spaceIsDown = false;
    bool m_isPanning = false;
    bool m_hasMoved = false; // since the button went down
    QPoint m_lastPosition;
};

} // namespace sluice::ui
