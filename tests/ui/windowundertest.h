// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/mainwindow.h"

#include <QDockWidget>
#include <QTemporaryDir>

#include <memory>

/// A real window with settings of its own, shown and active.
class WindowUnderTest
{
public:
    explicit WindowUnderTest(const QString &file = {});

    [[nodiscard]] sluice::ui::MainWindow &operator*() { return *m_window; }
    [[nodiscard]] sluice::ui::MainWindow *operator->() { return m_window.get(); }

    /// Ends the window and joins its threads.
    void destroy() { m_window.reset(); }

    /// Selects the stage in the graph as a click would; false if it never appears there.
    bool select(const QString &stage);

    [[nodiscard]] sluice::Snapshot snapshot();

    [[nodiscard]] QString path(const QString &fileName) const
    {
        return m_folder.filePath(fileName);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<sluice::ui::MainWindow> m_window;
};

/// The panel of that name.
[[nodiscard]] inline QDockWidget *dock(sluice::ui::MainWindow &window, const char *name)
{
    return window.findChild<QDockWidget *>(QLatin1String(name));
}

[[nodiscard]] inline QString fullSpeed()
{
    return QStringLiteral(":/sluice/pipelines/full-speed.sluice");
}
