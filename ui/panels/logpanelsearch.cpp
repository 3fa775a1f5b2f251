// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/logpanel.h"
#include "ui/panels/logsearchbar.h"
#include "ui/panels/logview.h"

#include <QKeyEvent>

// How the log is searched.

namespace sluice::ui {
namespace {

bool isSearchKey(const QKeyEvent &event)
{
    return event.matches(QKeySequence::Find) || event.matches(QKeySequence::FindNext)
        || event.matches(QKeySequence::FindPrevious);
}

} // namespace

void LogPanel::connectSearch()
{
    connect(m_search, &LogSearchBar::filterChosen, this, &LogPanel::search);
    connect(m_search, &LogSearchBar::nextRequested, this, &LogPanel::findNext);
    connect(m_search, &LogSearchBar::previousRequested, this, &LogPanel::findPrevious);
    connect(m_search, &LogSearchBar::left, m_view, [this] { m_view->setFocus(); });
    connect(m_model, &LogModel::matchesChanged, this, [this] { m_search->showProgress(*m_model); });
    m_search->showProgress(*m_model);
}

/// What is being read stays in sight if the search does not hide it.
void LogPanel::search(const LogFilter &filter, LogModel::Showing showing)
{
    const QModelIndex current = m_view->currentIndex();
    const std::int64_t number =
        !isFollowing() && current.isValid() ? m_model->numberOf(current.row()) : -1;
    m_model->setFilter(filter, showing);
    const int row = m_model->rowOf(number);
    if (row >= 0)
        m_view->goToRow(row);
}

void LogPanel::startSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
}

void LogPanel::searchFor(const QString &text)
{
    m_search->setText(text);
}

void LogPanel::findNext()
{
    const QModelIndex current = m_view->currentIndex();
    // Without a current row the search begins with the first match.
    const int row = m_model->nextMatch(current.isValid() ? current.row() : -1);
    if (row >= 0)
        m_view->goToRow(row);
}

void LogPanel::findPrevious()
{
    const QModelIndex current = m_view->currentIndex();
    const int row = m_model->previousMatch(current.isValid() ? current.row() : m_model->rowCount());
    if (row >= 0)
        m_view->goToRow(row);
}

bool LogPanel::event(QEvent *event)
{
    // These keys are the log's while it has the focus, whatever the window does with them.
    if (event->type() == QEvent::ShortcutOverride
        && isSearchKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void LogPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find))
        startSearch();
    else if (event->matches(QKeySequence::FindNext))
        findNext();
    else if (event->matches(QKeySequence::FindPrevious))
        findPrevious();
    else
        QWidget::keyPressEvent(event);
}

} // namespace sluice::ui
