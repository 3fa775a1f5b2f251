// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/screenshot.h"

#include "core/pipeline/pipelinefile.h"
#include "app/exitcode.h"
#include "ui/actions/actions.h"
#include "ui/mainwindow.h"
#include "ui/settings/languages.h"
#include "ui/settings/settings.h"
#include "ui/window/windowlayout.h"

#include <QApplication>
#include <QImageWriter>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

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
    std::fprintf(stderr, "sluice: %s: %s\n", qUtf8Printable(path),
                 qUtf8Printable(writer.errorString()));
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
    if (!command.file.isEmpty()) {
        // The window would say so in its message bar; here nobody would read that.
        if (const auto error = loadPipeline(command.file).error) {
            std::fprintf(stderr, "%s\n", qUtf8Printable(toString(*error)));
            return exitBadUse;
        }
    }
    // Settings of its own: the picture shows the program as it comes, and changes nobody's layout.
    const QTemporaryDir settings;
    ui::speakLanguage(command.language.isEmpty() ? QStringLiteral("en") : command.language);
    ui::MainWindow window({command.file, settings.filePath(QStringLiteral("sluice.ini"))});
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
