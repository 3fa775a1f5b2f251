// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/notespanel.h"

#include "core/pipeline/pipeline.h"
#include "ui/models/notesmodel.h"
#include "ui/panels/format.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace sluice::ui {

NotesPanel::NotesPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new NotesModel(this))
    , m_table(new QTableView)
    , m_total(new QLabel)
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Notes of the stages"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setResizeContentsPrecision(0); // of the visible rows
    m_table->horizontalHeader()->setStretchLastSection(true);
    setFocusProxy(m_table);
    m_total->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_total);
    column->addWidget(m_table, 1);
    connect(m_model, &NotesModel::changed, this, &NotesPanel::showTotal);
    connect(m_model, &NotesModel::changed, this, &NotesPanel::changed);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const StageId stage = m_model->stageAt(index.row()); stage.isValid())
            Q_EMIT stageChosen(stage);
    });
    showTotal();
}

void NotesPanel::setPipeline(Pipeline *pipeline)
{
    if (m_pipeline)
        m_pipeline->disconnect(m_model);
    m_pipeline = pipeline;
    reset();
    if (!pipeline)
        return;
    connect(pipeline, &Pipeline::stageNoted, m_model, &NotesModel::add);
    connect(pipeline, &Pipeline::restarted, m_model, &NotesModel::addRestart);
    connect(pipeline, &Pipeline::gaveUp, m_model, &NotesModel::addEnd);
}

void NotesPanel::reset()
{
    m_model->clear();
}

void NotesPanel::refresh(const Snapshot &snapshot)
{
    m_model->refresh(snapshot);
}

void NotesPanel::showTotal()
{
    if (m_model->total() == 0) {
        m_total->setText(tr("Nothing has been noted. Discarded events, restarts, refused "
                            "subscriptions and the like are listed here."));
        return;
    }
    QString text = tr("%1 in all").arg(formatCount(m_model->total()));
    if (m_model->dropped() > 0)
        text = tr("%1; %2 of them not listed any more").arg(text, formatCount(m_model->dropped()));
    m_total->setText(text);
}

} // namespace sluice::ui
