// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/freshwindow.h"

#include "app/report.h"
#include "ui/settings/languages.h"

namespace sluice::app {

FreshWindow::FreshWindow(const QString &file, const QString &language)
{
    if (!file.isEmpty() && !loadOrReport(file))
        return;
    ui::speakLanguage(language);
    m_window.emplace(ui::WindowOptions{file, m_settings.filePath(QStringLiteral("sluice.ini"))});
}

} // namespace sluice::app
