// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/logfilter.h"
#include "ui/models/logmodel.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace sluice::ui {

/// The line in which one says what is looked for in the log.
///
/// A text that can be understood takes effect as it is typed. Of one that cannot, the wrong parts
/// are underlined, the first reason stands below, and the filter before it stays in effect.
///
/// Threads: the GUI thread's.
class LogSearchBar : public QWidget
{
    Q_OBJECT

public:
    explicit LogSearchBar(QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString &text);

    /// What the search in \a model has found so far.
    void showProgress(const LogModel &model);

    /// The parts of the text that cannot be understood.
    [[nodiscard]] const std::vector<LogFilter::Error> &errors() const noexcept { return m_errors; }

    /// What is said about the text: how many rows match, or why it cannot be understood.
    [[nodiscard]] QString remark() const;

Q_SIGNALS:
    void filterChosen(const sluice::ui::LogFilter &filter, sluice::ui::LogModel::Showing showing);
    void nextRequested();
    void previousRequested();
    /// Escape in an empty field.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose();
    void underline();
    void showRemark(const QString &text, bool isWrong);

    // Constant after construction.
    QLineEdit *m_field;
    QCheckBox *m_onlyMatching;
    QToolButton *m_previous;
    QToolButton *m_next;
    QLabel *m_remark;

    LogFilter m_filter; ///< the last that could be understood
    std::vector<LogFilter::Error> m_errors;
};

} // namespace sluice::ui
