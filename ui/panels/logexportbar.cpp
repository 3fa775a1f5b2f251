// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/logexportbar.h"

#include "ui/models/logexport.h"
#include "ui/panels/format.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace sluice::ui {
namespace {

constexpr int progressSteps = 1000;

} // namespace

LogExportBar::LogExportBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel)
    , m_progress(new QProgressBar)
    , m_button(new QPushButton)
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setAccessibleName(tr("State of the export"));
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_progress->setRange(0, progressSteps);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(6, 2, 4, 2);
    line->addWidget(m_text, 1);
    line->addWidget(m_progress, 1);
    line->addWidget(m_button);
    hide();
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (isRunning())
            m_export->cancel();
        else
            hide();
    });
}

bool LogExportBar::isRunning() const
{
    return m_export && m_export->isRunning();
}

QString LogExportBar::text() const
{
    return m_text->text();
}

void LogExportBar::chooseFile(const LogModel &model)
{
    // Opened, not executed: the pipeline and the log go on meanwhile.
    auto *dialog = new QFileDialog(
        this, model.isHiding() ? tr("Export the matching rows") : tr("Export the log"), QString(),
        tr("CSV (*.csv);;JSON Lines (*.jsonl)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(QStringLiteral("jsonl")) ? QStringLiteral("jsonl")
                                                                          : QStringLiteral("csv"));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, &model](const QString &path) { exportTo(model, path); });
    dialog->open();
}

void LogExportBar::exportTo(const LogModel &model, const QString &path)
{
    if (isRunning())
        return;
    delete m_export;
    m_export = new LogExport(model, path, LogExport::formatOf(path), this);
    m_text->setText(tr("Exporting to %1").arg(QFileInfo(path).fileName()));
    m_progress->setValue(0);
    m_progress->show();
    m_button->setText(tr("Cancel"));
    m_button->setAccessibleName(tr("Cancel the export"));
    show();
    connect(m_export, &LogExport::progressed, m_progress, [this](double share) {
        m_progress->setValue(static_cast<int>(share * progressSteps));
    });
    connect(m_export, &LogExport::finished, this, &LogExportBar::showFinished);
    connect(m_export, &LogExport::failed, this, &LogExportBar::showEnd);
    connect(m_export, &LogExport::cancelled, this,
            [this] { showEnd(tr("The export was cancelled; no file was written.")); });
    m_export->start();
}

void LogExportBar::showFinished(qint64 writtenRows, qint64 missedRows)
{
    const QString file = QFileInfo(m_export->path()).fileName();
    QString text = tr("%1 rows exported to %2.").arg(formatCount(writtenRows), file);
    if (missedRows > 0)
        text += u' '
            + tr("%1 left the log before their turn; the file says so.")
                  .arg(formatCount(missedRows));
    showEnd(text);
}

void LogExportBar::showEnd(const QString &text)
{
    m_text->setText(text);
    m_progress->hide();
    m_button->setText(tr("Close"));
    m_button->setAccessibleName(tr("Close the line about the export"));
    Q_EMIT ended();
}

} // namespace sluice::ui
