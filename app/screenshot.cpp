// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/screenshot.h"

#include "app/exitcode.h"
#include "app/freshwindow.h"
#include "app/report.h"
#include "ui/actions/actions.h"
#include "ui/settings/settings.h"
#include "ui/window/windowlayout.h"

#include <QApplication>
#include <QImageWriter>
#include <QTimer>

namespace sluice::app {

namespace {

QtMessageHandler otherHandler = nullptr;

// Every window of the offscreen platform says this, and there is nothing to be done about it.
void dropSizeHints(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (text != u"This plugin does not support propagateSizeHints()")
        otherHandler(type, context, text);
}

ui::Theme themeOf(const QString &name)
{
    if (name == u"light")
        return ui::Theme::Light;
    if (name == u"dark")
        return ui::Theme::Dark;
    return name == u"high-contrast" ? ui::Theme::HighContrast : ui::Theme::System;
}

int save(const QImage &image, const QString &path)
{
    QImageWriter writer(path);
    if (writer.write(image))
        return exitDone;
    printError(QStringLiteral("sluice: %1: %2").arg(path, writer.errorString()));
    return exitBadUse;
}

} // namespace

void drawOffscreen()
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    otherHandler = qInstallMessageHandler(dropSizeHints);
}

int takeScreenshot(const ScreenshotCommand &command)
{
    FreshWindow fresh(command.file,
                      command.language.isEmpty() ? QStringLiteral("en") : command.language);
    if (!fresh.window())
        return exitBadUse;
    ui::MainWindow &window = *fresh.window();
    window.settings().setAppearance(
        {themeOf(command.theme), ui::Motion::Full, 100, command.language});
    window.resize(command.size);
    window.layouts().apply(command.size.width() < 1280 ? ui::WindowLayout::BuiltIn::Compact
                                                       : ui::WindowLayout::BuiltIn::Default);
    window.show();
    if (command.isPresenting) {
        window.action(ui::Act::Presenter)->trigger();
        window.showNormal(); // the offscreen screen is not as large as the picture
        window.resize(command.size);
    }
    int exitCode = exitDone;
    QTimer::singleShot(std::chrono::ceil<std::chrono::milliseconds>(command.at), Qt::PreciseTimer,
                       &window, [&] {
                           exitCode = save(window.grab().toImage(), command.output);
                           QApplication::quit();
                       });
    QApplication::exec();
    return exitCode;
}

} // namespace sluice::app
