// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace sluice::ui {

class LogExport;
class LogModel;

/// The line that stands below the log while its rows are written to a file, and says how it ended.
///
/// Threads: the GUI thread's.
class LogExportBar : public QWidget
{
    Q_OBJECT

public:
    explicit LogExportBar(QWidget *parent = nullptr);

    /// Asks for a file and writes the rows of \a model to it that are shown.
    void chooseFile(const LogModel &model);

    /// Writes to \a path; its end says in which format. Does nothing while one is being written.
    void exportTo(const LogModel &model, const QString &path);

    [[nodiscard]] bool isRunning() const;

    /// What it says.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// The file is whole, or there is none.
    void ended();

private:
    void showFinished(qint64 writtenRows, qint64 missedRows);
    void showEnd(const QString &text);

    // Constant after construction.
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_button; ///< Cancel, then Close

    QPointer<LogExport> m_export;
};

} // namespace sluice::ui
