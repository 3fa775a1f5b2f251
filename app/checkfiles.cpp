// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/checkfiles.h"

#include "app/exitcode.h"
#include "app/report.h"

#include <cstdio>

namespace sluice::app {

int checkFiles(const CheckCommand &command)
{
    int exitCode = exitDone;
    for (const QString &file : command.files) {
        if (loadOrReport(file))
            std::printf("%s: ok\n", qUtf8Printable(file));
        else
            exitCode = exitBadUse;
    }
    return exitCode;
}

} // namespace sluice::app
