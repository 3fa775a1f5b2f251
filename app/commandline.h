// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/flow/eventcount.h"
#include "core/pipeline/placement.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <variant>

namespace sluice::app {

/// How machines or people want to read what is printed. Plain is for events only: without the
/// consumer's name, for programs that want to know nothing of consumers.
enum class OutputFormat : unsigned char { Text, Json, Plain };

/// sluice run
struct RunCommand
{
    QString file; ///< empty: the bundled pipeline at full speed
    std::optional<EventCount> events;
    std::optional<std::chrono::nanoseconds> duration;
    QStringList settings;             ///< "STAGE.KEY=VALUE"
    QString metricsFile;              ///< empty: none
    std::optional<Placement> threads; ///< empty: as the file says
    OutputFormat format = OutputFormat::Text;
    bool quiet = false;
    bool check = false;
};

/// sluice check
struct CheckCommand
{
    QStringList files;
};

/// sluice kinds
struct KindsCommand
{
    OutputFormat format = OutputFormat::Text;
};

/// sluice screenshot
struct ScreenshotCommand
{
    QString file; ///< empty: the window's own first pipeline
    QString output;
    QSize size = {1600, 900};
    std::chrono::nanoseconds at = std::chrono::seconds(3);
    QString theme;    ///< light, dark or high-contrast; empty: the desktop's
    QString language; ///< such as de; empty: English
    bool isPresenting = false;
};

/// sluice frames
struct FramesCommand
{
    QString file; ///< empty: the window's own first pipeline
    QSize size = {1600, 900};
    std::chrono::nanoseconds duration = std::chrono::seconds(10);
};

/// sluice, or sluice FILE
struct WindowCommand
{
    QString file;         ///< empty: the window's own first pipeline
    QString settingsFile; ///< empty: the user's own
};

/// Something to say instead: help, the version, or what is wrong with the command line.
struct Message
{
    QString text;
    int exitCode = 0;
};

using Command = std::variant<Message, RunCommand, CheckCommand, KindsCommand, ScreenshotCommand,
                             FramesCommand, WindowCommand>;

/// What \a arguments, without the program's name, ask for. Needs no application object.
[[nodiscard]] Command parseCommandLine(const QStringList &arguments);

} // namespace sluice::app
