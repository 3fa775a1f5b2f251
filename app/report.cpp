// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report.h"

#include "core/pipeline/pipelinefile.h"

#include <cstdio>
#include <utility>

namespace sluice::app {

void printError(const QString &text)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(text));
}

std::optional<PipelineDescription> loadOrReport(const QString &file)
{
    LoadedPipeline loaded = loadPipeline(file);
    if (!loaded.error)
        return std::move(loaded.pipeline);
    printError(toString(*loaded.error));
    return {};
}

} // namespace sluice::app
