// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/pipelinedocument.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

/// Stages as text on the clipboard, and their copies.
namespace sluice::ui {

/// The stages called \a names and their subscriptions among each other, as the text of a pipeline
/// file; empty if there are none.
[[nodiscard]] QByteArray copyStages(const PipelineDescription &pipeline, const QStringList &names);

/// The stages of \a text with names that are free in \a pipeline; producers come first. A stage that
/// subscribes to none of them subscribes to the stage that an added one of its kind would.
/// Nothing if \a text is no pipeline file.
[[nodiscard]] std::vector<StagePart> pasteStages(const QByteArray &text,
                                                 const PipelineDescription &pipeline,
                                                 const QStringList &selected);

/// Copies of the stages called \a names, with the same subscriptions: to each other's copies where
/// there are any, else to the same stages as the originals as long as these have partitions left.
[[nodiscard]] std::vector<StagePart> duplicateStages(const PipelineDescription &pipeline,
                                                     const QStringList &names);

} // namespace sluice::ui
