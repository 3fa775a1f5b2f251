// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>

namespace sluice::test {

/// What a program that has ended leaves behind.
struct ProgramResult
{
    int exitCode = -1; ///< -1: it was stuck or crashed
    QByteArray output;
    QByteArray errors;
};

/// Milliseconds until a program counts as stuck.
inline constexpr int patience = 20'000;

/// The environment of a machine without a display.
inline QProcessEnvironment noDisplay()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QString::fromLatin1(name));
    return environment;
}

/// Starts the program as its users start it.
inline void startSluice(QProcess &process, const QStringList &arguments)
{
    process.setProcessEnvironment(noDisplay());
    process.start(QStringLiteral(SLUICE_PROGRAM), arguments);
}

/// Waits for the end, at most \a milliseconds.
inline ProgramResult finish(QProcess &process, int milliseconds = patience)
{
    const bool ended = process.waitForFinished(milliseconds);
    if (!ended)
        process.kill();
    return {ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

inline ProgramResult runSluice(const QStringList &arguments, int milliseconds = patience)
{
    QProcess process;
    startSluice(process, arguments);
    return finish(process, milliseconds);
}

} // namespace sluice::test
