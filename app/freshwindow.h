// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/mainwindow.h"

#include <QTemporaryDir>

#include <optional>

namespace sluice::app {

/// A window with settings of its own: it shows the program as it comes, and changes nobody's.
class FreshWindow final
{
public:
    /// Opens \a file, or the even numbers if it is empty, in \a language. If that fails there is no
    /// window, and standard error says why: nobody would read the message bar.
    FreshWindow(const QString &file, const QString &language);

    /// Null if there is none.
    [[nodiscard]] ui::MainWindow *window() { return m_window ? &*m_window : nullptr; }

private:
    QTemporaryDir m_settings;
    std::optional<ui::MainWindow> m_window;
};

} // namespace sluice::app
