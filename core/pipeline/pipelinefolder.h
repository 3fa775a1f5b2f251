// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pipeline/pipelinedescription.h"
#include "core/pipeline/stagecatalog.h"

#include <QString>

namespace sluice {

/// Where an input of a pipeline lies that its file calls \a path: a relative one is looked for from
/// \a folder, the pipeline file's own; from the working directory if that is empty.
[[nodiscard]] QString inputPath(const QString &path, const QString &folder);

/// \a pipeline as its file must say it in \a folder, so that relative inputs are found as before.
[[nodiscard]] PipelineDescription movedTo(const QString &folder, PipelineDescription pipeline,
                                          const StageCatalog &catalog = StageCatalog::standard());

} // namespace sluice
