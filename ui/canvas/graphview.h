// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/models/ratetable.h"
#include "ui/theme/themechoice.h"

#include <QGraphicsView>
#include <QList>

#include <optional>

namespace sluice::ui {

class GraphScene;
class WhyLine;

/// The pipeline as a picture: stages as nodes, subscriptions as two lanes between them.
///
/// Click, Ctrl+click, Tab and the arrow keys select; dragging the ground, the middle button or
/// Space pan; the wheel zooms. As long as the user has done neither of the last two, everything
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

    /// In the order they were added.
    [[nodiscard]] QList<StageId> selectedStages() const;
    [[nodiscard]] std::optional<SubscriptionId> selectedSubscription() const;

    /// Selects only this stage and brings it into view; an unknown id clears the selection.
    void selectStage(StageId id);

    /// How much of what happens moves; everything if not told.
    void setMotion(Motion motion);

    void fitAll();
    void zoomIn();
    void zoomOut();

Q_SIGNALS:
    /// Why the pipeline waits, in words; about once a second.
    void explained(const QString &sentence);
    void selectionChanged();
    void addConsumerRequested(sluice::StageId producer);
    void removeRequested(QList<sluice::StageId> stages);
    void contextMenuRequested(QPoint globalPos);

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &exposed) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void zoomBy(qreal factor);
    void keepAllInView();
    bool selectNext(bool next);
    bool selectTowards(int key);
    void describeSelection();

    void placeWhyLine();

    GraphScene *m_scene; // child
    WhyLine *m_why;      // child

    bool m_keepsAllInView = true; // until the user pans or zooms
    bool m_spaceIsDown = false;
    bool m_isPanning = false;
    bool m_hasMoved = false; // since the button went down
    QPoint m_lastPosition;
};

} // namespace sluice::ui
