// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/app/programrun.h"

namespace sluice::test {

/// Milliseconds until a command of the shell counts as stuck: hashing and sorting take their time.
inline constexpr int shellPatience = 30'000;

/// Runs \a command by bash in \a directory; $sluice, $pipelines and $samples are set.
inline ProgramResult runShell(const QString &command, const QString &directory)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("sluice"), QStringLiteral(SLUICE_PROGRAM));
    environment.insert(QStringLiteral("pipelines"),
                       QStringLiteral(SLUICE_RESOURCES) + QStringLiteral("/pipelines"));
    environment.insert(QStringLiteral("samples"),
                       QStringLiteral(SLUICE_RESOURCES) + QStringLiteral("/samples"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(directory);
    process.start(
        QStringLiteral("bash"),
        {QStringLiteral("-o"), QStringLiteral("pipefail"), QStringLiteral("-c"), command});
    return finish(process, shellPatience);
}

} // namespace sluice::test
