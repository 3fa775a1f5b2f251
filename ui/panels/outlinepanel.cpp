// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/outlinepanel.h"

#include "ui/models/outlinemodel.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QPainter>

#include <utility>

namespace sluice::ui {

OutlinePanel::OutlinePanel(QWidget *parent)
    : QTreeView(parent)
    , m_model(new OutlineModel(this))
{
    setModel(m_model);
    setAccessibleName(tr("Outline of the pipeline"));
    setAccessibleDescription(
        tr("All stages with their figures and subscriptions. Select a stage, then add or remove; "
           "F2 edits a limit or a work time."));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    header()->setSectionResizeMode(OutlineModel::Name, QHeaderView::Interactive);
    header()->resizeSection(OutlineModel::Name, 14 * fontMetrics().height());
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &OutlinePanel::tellSelection);
}

void OutlinePanel::setFigures(const Snapshot &snapshot, const RateTable &rates)
{
    m_snapshot = snapshot;
    m_rates = &rates;
    if (!isVisible() || state() == EditingState)
        return;
    const bool wasEmpty = m_model->rowCount() == 0;
    m_model->setSnapshot(snapshot, rates);
    if (wasEmpty || m_model->rowCount() == 0)
        viewport()->update();
    if (selectedStages() != m_told)
        selectStages(m_told); // one that has just appeared
}

void OutlinePanel::showEvent(QShowEvent *event)
{
    QTreeView::showEvent(event);
    if (m_rates)
        setFigures(Snapshot(m_snapshot), *m_rates);
}

void OutlinePanel::selectStages(const QList<StageId> &stages)
{
    m_told = stages;
    if (selectedStages() == stages)
        return;
    QItemSelection selection;
    for (const StageId stage : stages) {
        const QModelIndex index = m_model->indexOf(stage);
        if (index.isValid())
            selection.select(index, index.siblingAtColumn(OutlineModel::Value));
    }
    const QSignalBlocker silent(this);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (!selection.isEmpty()) {
        selectionModel()->setCurrentIndex(selection.first().topLeft(),
                                          QItemSelectionModel::NoUpdate);
        scrollTo(selection.first().topLeft());
    }
}

QList<StageId> OutlinePanel::selectedStages() const
{
    QList<StageId> stages;
    for (const QModelIndex &index : selectionModel()->selectedRows()) {
        const StageId stage = m_model->stageOf(index);
        if (!stages.contains(stage))
            stages.append(stage);
    }
    return stages;
}

void OutlinePanel::tellSelection()
{
    const QList<StageId> stages = selectedStages();
    if (stages == m_told || signalsBlocked())
        return;
    m_told = stages;
    Q_EMIT stagesSelected(stages);
}

void OutlinePanel::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT contextMenuRequested(event->globalPos());
    event->accept();
}

void OutlinePanel::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    if (m_model->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const int margin = fontMetrics().height();
    painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin),
                     Qt::AlignTop | Qt::AlignHCenter | Qt::TextWordWrap,
                     tr("No stages. Add one from the Edit menu, or open a pipeline."));
}

} // namespace sluice::ui
