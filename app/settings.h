// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/pipelinedescription.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace sluice::app {

/// Changes \a pipeline as \a settings say, each "STAGE.KEY=VALUE" as in `sluice run --help`.
///
/// Returns what is wrong, for people; \a pipeline is then of no use.
[[nodiscard]] std::optional<QString> applySettings(PipelineDescription &pipeline,
                                                   const QStringList &settings);

} // namespace sluice::app
