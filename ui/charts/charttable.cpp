// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/charttable.h"

#include "ui/panels/format.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QTableView>
#include <QTime>

#include <set>
#include <utility>

namespace sluice::ui {

ChartTable::ChartTable(const QStringList &charts, Source source, QWidget *parent)
    : QWidget(parent)
    , m_source(std::move(source))
    , m_model(new ChartTableModel(this))
    , m_charts(new QComboBox)
    , m_view(new QTableView)
    , m_remark(new QLabel)
{
    m_charts->addItems(charts);
    m_charts->setAccessibleName(tr("Which chart's numbers"));
    auto *fresh = new QPushButton(tr("&Refresh"));
    fresh->setToolTip(tr("Takes the numbers of this moment; until then the table stands still"));
    auto *copyButton = new QPushButton(tr("&Copy"));
    copyButton->setToolTip(tr("Copies the selected cells, or all, with tabs between them"));
    auto *save = new QPushButton(tr("&Save as CSV…"));
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Numbers of the chart"));
    m_view->verticalHeader()->hide();
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->installEventFilter(this);
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setAccessibleName(tr("About the table"));

    auto *line = new QHBoxLayout;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_charts, fresh, copyButton, save})
        line->addWidget(widget);
    line->addWidget(m_remark, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(line);
    column->addWidget(m_view, 1);

    connect(m_charts, &QComboBox::currentIndexChanged, this, &ChartTable::takeNumbers);
    connect(fresh, &QPushButton::clicked, this, &ChartTable::takeNumbers);
    connect(copyButton, &QPushButton::clicked, this, &ChartTable::copy);
    connect(save, &QPushButton::clicked, this, &ChartTable::chooseFile);
}

void ChartTable::setChart(int chart)
{
    m_charts->setCurrentIndex(chart);
}

void ChartTable::takeNumbers()
{
    m_model->setChart(m_source(m_charts->currentIndex()));
    m_remark->setText(
        tr("%1 samples, as they were at %2")
            .arg(formatCount(m_model->rowCount()),
                 numberLocale().toString(QTime::currentTime(), QLocale::ShortFormat)));
}

QString ChartTable::copiedText() const
{
    // What was selected, as the rows and columns it spans.
    std::set<int> rows;
    std::set<int> columns;
    for (const QModelIndex &index : m_view->selectionModel()->selectedIndexes()) {
        rows.insert(index.row());
        columns.insert(index.column());
    }
    const bool isAll = rows.empty();
    for (int row = 0; isAll && row < m_model->rowCount(); ++row)
        rows.insert(row);
    for (int column = 0; isAll && column < m_model->columnCount(); ++column)
        columns.insert(column);
    QStringList fields;
    for (int column : columns)
        fields += m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    QString text = fields.join(u'\t') + u'\n';
    for (int row : rows) {
        fields.clear();
        for (int column : columns)
            fields += m_model->index(row, column).data().toString();
        text += fields.join(u'\t') + u'\n';
    }
    return text;
}

void ChartTable::copy()
{
    QGuiApplication::clipboard()->setText(copiedText());
}

void ChartTable::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save the numbers"), QString(), tr("CSV (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const QString wrong = saveTo(path);
        m_remark->setText(wrong.isEmpty() ? tr("Saved as %1").arg(path) : wrong);
    });
    dialog->open();
}

QString ChartTable::saveTo(const QString &path) const
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(m_model->csv()) >= 0 && file.commit())
        return {};
    return tr("%1 could not be written: %2").arg(path, file.errorString());
}

bool ChartTable::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey =
        event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy))
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        copy();
    event->accept();
    return true;
}

} // namespace sluice::ui
