// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window.h"

#include "ui/mainwindow.h"
#include "ui/settings/languages.h"
#include "ui/settings/settings.h"

#include <QApplication>

#include <cstdio>

namespace sluice::app {

bool hasDisplay()
{
    for (const char *variable : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}) {
        if (!qEnvironmentVariableIsEmpty(variable))
            return true;
    }
    std::fputs("sluice: there is no display for a window; sluice run needs none\n", stderr);
    return false;
}

int showWindow(const WindowCommand &command)
{
    ui::speakLanguage(ui::Settings(command.settingsFile).appearance().language);
    ui::MainWindow window({command.file, command.settingsFile});
    window.show();
    return QApplication::exec();
}

} // namespace sluice::app
