// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logmodel.h"
#include "ui/panels/format.h"
#include "ui/panels/logdelegate.h"
#include "ui/panels/logview.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <memory>

// Keys, mouse, menu and clipboard of the log's view.

namespace sluice::ui {

bool LogView::event(QEvent *event)
{
    // Copy is the view's while it has the focus, whatever action of the window has the same key.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const int last = m_log ? m_log->rowCount() - 1 : -1;
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    if (last < 0) {
        QTableView::keyPressEvent(event);
        return;
    }
    if (key == Qt::Key_End || key == Qt::Key_Home) {
        const QModelIndex target = m_log->index(key == Qt::Key_End ? last : 0, 0);
        selectionModel()->setCurrentIndex(target, selectionCommand(target, event));
        setFollowing(key == Qt::Key_End || verticalScrollBar()->maximum() == 0);
        return;
    }
    if (foldByKey(key))
        return;
    startFromVisibleRow(key);
    QTableView::keyPressEvent(event);
}

/// Without a current row, arrows would begin at the first of a million rows.
void LogView::startFromVisibleRow(int key)
{
    const bool isUpwards = key == Qt::Key_Up || key == Qt::Key_PageUp;
    const bool isDownwards = key == Qt::Key_Down || key == Qt::Key_PageDown;
    if (isUpwards && m_isFollowing && verticalScrollBar()->maximum() > 0)
        setFollowing(false);
    if (currentIndex().isValid() || !(isUpwards || isDownwards))
        return;
    const int bottom = rowAt(viewport()->height() - 1);
    const int row = isDownwards ? rowAt(0) : bottom < 0 ? m_log->rowCount() - 1 : bottom;
    selectionModel()->setCurrentIndex(m_log->index(row, 0), QItemSelectionModel::NoUpdate);
}

bool LogView::foldByKey(int key)
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return false;
    const int row = current.row();
    const LogModel::Fold fold = m_log->fold(row);
    const int batch = m_log->batchRow(row);
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activateRow(row);
        return true;
    case Qt::Key_Right:
    case Qt::Key_Plus:
        if (fold != LogModel::Fold::Folded)
            return key == Qt::Key_Plus;
        activateRow(row);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Minus:
        // In another column, Left is the way back to the first.
        if (key == Qt::Key_Left && current.column() != LogModel::TimeColumn)
            return false;
        if (batch != row)
            setCurrentIndex(m_log->index(batch, LogModel::TimeColumn));
        else if (fold == LogModel::Fold::Unfolded)
            activateRow(row);
        return true;
    default:
        return false;
    }
}

void LogView::activateRow(int row)
{
    const LogModel::Fold fold = m_log->fold(row);
    if (fold == LogModel::Fold::None && m_log->rowKind(row) != LogModel::RowKind::More)
        return;
    // Whoever opens a row wants to read it.
    setFollowing(false);
    if (fold == LogModel::Fold::None)
        m_log->showMore(row);
    else
        m_log->setUnfolded(row, fold == LogModel::Fold::Folded);
}

void LogView::goToRow(int row)
{
    setFollowing(false);
    // Arriving at the end by searching is no wish to follow.
    const QScopedValueRollback adjusting(m_isAdjusting, true);
    const QModelIndex index = m_log->index(row, LogModel::TimeColumn);
    selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index, PositionAtCenter);
}

/// Whether a click at \a position is one on the mark of a batch.
bool LogView::isOnMark(QPoint position) const
{
    const QModelIndex index = indexAt(position);
    const int x = position.x() - columnViewportPosition(LogModel::NumbersColumn);
    return index.isValid() && x >= 0 && x < m_delegate->markWidth()
        && m_log->fold(index.row()) != LogModel::Fold::None;
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    const QModelIndex index = indexAt(position);
    const bool isOnMore = index.isValid() && index.column() == LogModel::NumbersColumn
        && m_log->rowKind(index.row()) == LogModel::RowKind::More;
    if (event->button() == Qt::LeftButton && (isOnMark(position) || isOnMore))
        activateRow(index.row());
    else
        QTableView::mousePressEvent(event);
}

void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    // A quick second click on the mark is a click on the mark.
    if (index.isValid() && event->button() == Qt::LeftButton)
        activateRow(index.row());
}

void LogView::tellMoment()
{
    const int row = selectionModel()->hasSelection() ? currentIndex().row() : -1;
    if (row < 0)
        Q_EMIT momentChosen({}, {});
    else
        Q_EMIT momentChosen(m_log->store().row(m_log->numberOf(row)).timeNs, consumerOf(row));
}

StageId LogView::consumerOf(int row) const
{
    const std::uint32_t place = m_log->store().row(m_log->numberOf(row)).consumer;
    return place < m_log->consumers().size() ? m_log->consumers()[place].id : StageId{};
}

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isByKey ? currentIndex() : indexAt(event->pos());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString copyKey = QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText);
    QAction *copy =
        menu->addAction(tr("&Copy rows") + u'\t' + copyKey, this, [this] { copySelection(); });
    copy->setEnabled(selectionModel()->hasSelection());
    const LogModel::Fold fold = index.isValid() ? m_log->fold(index.row()) : LogModel::Fold::None;
    // Rows move while the menu is open.
    const QPersistentModelIndex row(index);
    QAction *unfold = menu->addAction(fold == LogModel::Fold::Unfolded ? tr("&Hide single numbers")
                                                                       : tr("&Show single numbers"),
                                      this, [this, row] {
                                          if (row.isValid())
                                              activateRow(row.row());
                                      });
    unfold->setEnabled(fold != LogModel::Fold::None);
    const StageId consumer = index.isValid() ? consumerOf(index.row()) : StageId{};
    QAction *find = menu->addAction(tr("&Select the consumer in the graph"), this,
                                    [this, consumer] { Q_EMIT stageChosen(consumer); });
    find->setEnabled(consumer.isValid());
    menu->addSeparator();
    menu->addAction(tr("Clear &list"), this, [this] { Q_EMIT clearRequested(); });
    menu->popup(isByKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

QString LogView::selectedText() const
{
    QList<QItemSelectionRange> ranges = selectionModel()->selection();
    std::ranges::sort(ranges, {}, &QItemSelectionRange::top);
    QString text;
    int copied = 0;
    int left = 0;
    int next = 0; // ranges may overlap
    for (const QItemSelectionRange &range : std::as_const(ranges)) {
        for (int row = std::max(next, range.top()); row <= range.bottom(); ++row) {
            if (copied == maxCopiedRows) {
                left += range.bottom() - row + 1;
                break;
            }
            for (int column = 0; column < LogModel::ColumnCount; ++column) {
                if (column > 0)
                    text += u'\t';
                text += m_log->index(row, column).data().toString();
            }
            text += u'\n';
            ++copied;
        }
        next = std::max(next, range.bottom() + 1);
    }
    if (left > 0)
        text += tr("%1 more rows were not copied").arg(formatCount(left)) + u'\n';
    return text;
}

void LogView::copySelection() const
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace sluice::ui
