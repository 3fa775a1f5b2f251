// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/checkfiles.h"
#include "app/commandline.h"
#include "app/exitcode.h"
#include "app/framefigures.h"
#include "app/headlessrunner.h"
#include "app/listkinds.h"
#include "app/screenshot.h"
#include "app/window.h"

#include <QApplication>

#include <cstdio>

using namespace sluice::app;

namespace {

template<class... Functions>
struct Overloaded : Functions...
{
    using Functions::operator()...;
};

template<class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

} // namespace

int main(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    QCoreApplication::setApplicationName(QStringLiteral("sluice"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SLUICE_VERSION));

    const auto say = [](const Message &message) {
        std::fputs(qUtf8Printable(message.text), message.exitCode == exitDone ? stdout : stderr);
        return message.exitCode;
    };
    const auto run = [&](const RunCommand &command) {
        const QCoreApplication application(argc, argv);
        return runPipeline(command);
    };
    const auto check = [](const CheckCommand &command) { return checkFiles(command); };
    const auto kinds = [](const KindsCommand &command) {
        const auto &catalog = sluice::StageCatalog::standard();
        std::fputs(kindsText(catalog, command.format).constData(), stdout);
        return exitDone;
    };
    const auto screenshot = [&](const ScreenshotCommand &command) {
        drawOffscreen();
        const QApplication application(argc, argv);
        return takeScreenshot(command);
    };
    const auto frames = [&](const FramesCommand &command) {
        drawOffscreen();
        MeasuredApplication application(argc, argv);
        return measureFrames(command, application);
    };
    const auto window = [&](const WindowCommand &command) {
        if (!hasDisplay())
            return exitBadUse;
        const QApplication application(argc, argv);
        return showWindow(command);
    };
    return std::visit(Overloaded{say, run, check, kinds, screenshot, frames, window},
                      parseCommandLine(arguments));
}
