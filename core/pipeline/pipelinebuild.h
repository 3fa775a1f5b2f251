// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pipeline/pipeline.h"
#include "core/pipeline/pipelinedescription.h"
#include "core/pipeline/stagecatalog.h"

#include <memory>
#include <vector>

namespace sluice {

/// What Pipeline::add() needs for \a stage.
///
/// \a folder is PipelineDescription::folder.
/// Pre: \a stage was validated against \a catalog. The result does not refer to \a catalog.
[[nodiscard]] StageSpec specFor(const StageDescription &stage, const StageCatalog &catalog,
                                std::shared_ptr<EventSink> output, const QString &folder);

/// Adds the stages and subscriptions of \a description to \a pipeline; returns the stages' ids in
/// the description's order. Places the pipeline as the description says.
///
/// Pre: \a description was validated against \a catalog.
std::vector<StageId> build(Pipeline &pipeline, const PipelineDescription &description,
                           const StageCatalog &catalog, std::shared_ptr<EventSink> output);

} // namespace sluice
