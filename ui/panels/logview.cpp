// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/logview.h"

#include "ui/models/logmodel.h"
#include "ui/panels/format.h"
#include "ui/panels/logdelegate.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHeaderView>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace sluice::ui {

LogView::LogView(QWidget *parent)
    : QTableView(parent)
    , m_delegate(new LogDelegate(this))
    , m_newRowsButton(new QPushButton(this))
{
    setAccessibleName(tr("Log"));
    setAccessibleDescription(
        tr("What the consumers handled, one row for each batch. "
           "Right unfolds a batch, Left folds it, End goes to the newest row."));
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    // By pixels: by items, Qt aligns rows to the bottom at the end and to the top elsewhere, which
    // would move what is being read when the end moves on.
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    horizontalHeader()->setStretchLastSection(true);

    m_newRowsButton->hide();
    m_newRowsButton->setStyleSheet(QStringLiteral(
        "QPushButton { background: palette(highlight); color: palette(highlighted-text);"
        " border: 2px solid palette(base); border-radius: 0.8em; padding: 0.25em 1em; }"
        "QPushButton:focus { border-color: palette(text); }"));
    connect(m_newRowsButton, &QPushButton::clicked, this, [this] { setFollowing(true); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::takeScroll);
    applyFont();
}

void LogView::setLog(LogModel *model)
{
    m_log = model;
    setModel(model);
    connectLog();
    fitColumns();
}

/// After the view's own connections, so that it has taken a change when these functions run.
void LogView::connectLog()
{
    connect(m_log, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { takeInsertion(first, last); });
    connect(m_log, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { takeRemoval(first, last); });
    connect(m_log, &QAbstractItemModel::modelReset, this, [this] {
        setFollowing(true);
        tellMoment();
    });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &LogView::tellMoment);
    connect(m_log, &LogModel::matchesChanged, viewport(), qOverload<>(&QWidget::update));
}

void LogView::applyFont()
{
    // Set attribute by attribute: what is not set explicitly comes from the parent, and the
    // header's parent is this view with its digits.
    const QFont around = parentWidget() ? parentWidget()->font() : QFont();
    QFont words = around;
    words.setFamily(around.family());
    words.setPointSizeF(around.pointSizeF());
    QFont digits = words;
    digits.setFamily(QFontDatabase::systemFont(QFontDatabase::FixedFont).family());
    if (font().family() != digits.family() || font().pointSizeF() != digits.pointSizeF())
        setFont(digits);
    horizontalHeader()->setFont(words);
    const int height = fontMetrics().height() + 4;
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

/// Lets go of the columns that can be missed most where there is little room. The numbers take
/// what is left.
void LogView::fitColumns()
{
    const int digit = fontMetrics().horizontalAdvance(u'0');
    const int all = viewport()->width();
    const bool isNarrow = all < 64 * digit;
    setColumnHidden(LogModel::ThreadColumn, isNarrow);
    setColumnHidden(LogModel::WaitColumn, all < 56 * digit);
    setColumnWidth(LogModel::TimeColumn, (isNarrow ? 9 : 11) * digit);
    setColumnWidth(LogModel::ConsumerColumn, (isNarrow ? 11 : 18) * digit);
    setColumnWidth(LogModel::ThreadColumn, 8 * digit);
    setColumnWidth(LogModel::CountColumn, (isNarrow ? 6 : 9) * digit);
    setColumnWidth(LogModel::WaitColumn, (isNarrow ? 9 : 11) * digit);
}

void LogView::setFollowing(bool follows)
{
    const bool isChange = follows != m_isFollowing;
    m_isFollowing = follows;
    m_newRows = 0;
    if (follows)
        updateGeometries();
    showNewRows();
    if (isChange)
        Q_EMIT followingChanged(follows);
}

void LogView::updateGeometries()
{
    const QScopedValueRollback adjusting(m_isAdjusting, true);
    QTableView::updateGeometries();
    verticalScrollBar()->setSingleStep(lineHeight());
    if (m_isFollowing)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    m_lastValue = verticalScrollBar()->value();
}

void LogView::takeScroll(int value)
{
    const int before = std::exchange(m_lastValue, value);
    if (m_isAdjusting)
        return;
    if (value == verticalScrollBar()->maximum())
        setFollowing(true);
    else if (value < before && m_isFollowing)
        setFollowing(false);
}

void LogView::moveTo(int value)
{
    const QScopedValueRollback adjusting(m_isAdjusting, true);
    verticalScrollBar()->setValue(value);
    m_lastValue = verticalScrollBar()->value();
}

/// Rows that come above the first visible one must not move it.
void LogView::takeInsertion(int first, int last)
{
    const int count = last - first + 1;
    if (m_isFollowing)
        return;
    if (first * lineHeight() < m_lastValue) {
        const int value = m_lastValue + count * lineHeight();
        updateGeometries();
        moveTo(value);
    } else if (last == m_log->rowCount() - 1) {
        m_newRows += count;
        showNewRows();
    }
}

void LogView::takeRemoval(int first, int last)
{
    const int top = m_lastValue / lineHeight();
    if (m_isFollowing || first > top)
        return;
    // If the first visible row itself has gone, what came after it takes its place.
    moveTo(last < top ? m_lastValue - (last - first + 1) * lineHeight() : first * lineHeight());
    m_newRows = std::min(m_newRows, m_log->rowCount());
}

int LogView::lineHeight() const
{
    return verticalHeader()->defaultSectionSize();
}

void LogView::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    // The view would make the next row the current one and scroll to it.
    const int current = currentIndex().row();
    if (current >= first && current <= last)
        selectionModel()->clearCurrentIndex();
    QTableView::rowsAboutToBeRemoved(parent, first, last);
}

void LogView::showNewRows()
{
    m_newRowsButton->setVisible(!m_isFollowing && m_newRows > 0);
    if (m_newRows == 0)
        return;
    const QString count = m_newRows < 10'000 ? formatCount(m_newRows) : formatShort(m_newRows);
    m_newRowsButton->setText(m_newRows == 1 ? tr("1 new row ↓") : tr("%1 new rows ↓").arg(count));
    m_newRowsButton->setAccessibleDescription(tr("Goes to the newest row and follows"));
    m_newRowsButton->resize(m_newRowsButton->sizeHint());
    const QRect area = viewport()->geometry();
    m_newRowsButton->move(area.center().x() - m_newRowsButton->width() / 2,
                          area.bottom() - m_newRowsButton->height() - fontMetrics().height() / 2);
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (m_log)
        fitColumns();
    showNewRows();
}

void LogView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        applyFont();
}

void LogView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_log && m_log->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setFont(horizontalHeader()->font());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const int margin = fontMetrics().height();
    painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin),
                     Qt::AlignCenter | Qt::TextWordWrap,
                     m_log && m_log->hasFilter() && m_log->store().size() > 0
                         ? tr("No row matches the search.")
                         : tr("Nothing yet. What the consumers handle appears here."));
}

} // namespace sluice::ui
