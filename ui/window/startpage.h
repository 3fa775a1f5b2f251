// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QScrollArea>

class QAction;
class QVBoxLayout;

namespace sluice::ui {

class FileHandling;

/// What the middle of the window shows while the pipeline has no stages: how to begin one, the
/// examples, and the files used last.
///
/// Lifetime: files and actions must outlive it.
/// Threads: the GUI thread's.
class StartPage final : public QScrollArea
{
    Q_OBJECT

public:
    /// \a beginnings are offered first, in this order.
    StartPage(FileHandling &files, const QList<QAction *> &beginnings, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addHeading(const QString &text);
    void addLink(const QString &text, const QString &tip, const QString &path);
    void fill();

    // Constant after construction.
    FileHandling &m_files;
    QList<QAction *> m_beginnings;

    QVBoxLayout *m_column = nullptr; ///< of the present contents
};

} // namespace sluice::ui
