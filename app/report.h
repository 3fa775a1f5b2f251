// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/pipelinedescription.h"

#include <QString>

#include <optional>

namespace sluice::app {

/// Prints \a text as a line on standard error.
void printError(const QString &text);

/// The pipeline in \a file; nothing if there is none, and standard error says why.
[[nodiscard]] std::optional<PipelineDescription> loadOrReport(const QString &file);

} // namespace sluice::app
