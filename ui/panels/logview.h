// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/flow/ids.h"

#include <QTableView>

#include <cstdint>
#include <optional>

class QPushButton;

namespace sluice::ui {

class LogDelegate;
class LogModel;

/// The table of the log. It follows the newest row, or it keeps the rows that are being read where
/// they are, whatever is appended below or dropped above them.
class LogView : public QTableView
{
    Q_OBJECT

public:
    /// Rows that can be copied at once; more would block the window.
    static constexpr int maxCopiedRows = 50'000;

    explicit LogView(QWidget *parent = nullptr);

    /// Shows \a model. To be called once. Ownership: not taken.
    void setLog(LogModel *model);

    [[nodiscard]] LogModel *log() const noexcept { return m_log; }

    [[nodiscard]] bool isFollowing() const noexcept { return m_isFollowing; }
    void setFollowing(bool follows);

    /// Makes \a row the current one, in sight and selected, and stops following.
    void goToRow(int row);

    /// Rows that came since the view stopped following.
    [[nodiscard]] int newRows() const noexcept { return m_newRows; }

    /// The selected rows as the table shows them, fields separated by tabs.
    [[nodiscard]] QString selectedText() const;
    void copySelection() const;

    /// Unfolds, folds or shows more, whatever the row offers.
    void activateRow(int row);

Q_SIGNALS:
    void followingChanged(bool follows);
    void clearRequested();

    /// Somebody wants to see the consumer of a row.
    void stageChosen(sluice::StageId consumer);

    /// The selected row, of several the current one, is of this moment of the steady clock in
    /// nanoseconds, and of \a consumer, if of any; or none is selected any more.
    void momentChosen(std::optional<std::int64_t> momentNs, sluice::StageId consumer);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void updateGeometries() override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;

private:
    void connectLog();
    void applyFont();
    void fitColumns();
    void takeScroll(int value);
    void takeInsertion(int first, int last);
    void takeRemoval(int first, int last);
    void moveTo(int value);
    bool foldByKey(int key);
    void tellMoment();
    [[nodiscard]] StageId consumerOf(int row) const;
    [[nodiscard]] bool isOnMark(QPoint position) const;
    void startFromVisibleRow(int key);
    void showNewRows();
    [[nodiscard]] int lineHeight() const;

    LogModel *m_log = nullptr;
    LogDelegate *m_delegate;
    QPushButton *m_newRowsButton;
    bool m_isFollowing = true;
    bool m_isAdjusting = false; ///< the scroll bar is moved by us, not by the user
    int m_lastValue = 0;        ///< of the scroll bar, in pixels
    int m_newRows = 0;
};

} // namespace sluice::ui
