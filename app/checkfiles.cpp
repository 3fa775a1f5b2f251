// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/checkfiles.h"

#include "core/pipeline/pipelinefile.h"
#include "app/exitcode.h"

#include <cstdio>

namespace sluice::app {

int checkFiles(const CheckCommand &command)
{
    int exitCode = exitDone;
    for (const QString &file : command.files) {
        const LoadedPipeline loaded = loadPipeline(file);
        if (loaded.error) {
            std::fprintf(stderr, "%s\n", qUtf8Printable(toString(*loaded.error)));
            exitCode = exitBadUse;
        } else {
            std::printf("%s: ok\n", qUtf8Printable(file));
        }
    }
    return exitCode;
}

} // namespace sluice::app
