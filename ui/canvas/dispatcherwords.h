// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/pipelinedescription.h"
#include "core/pipeline/snapshot.h"

#include <QString>
#include <QStringList>

/// What the canvas says about who gets which event of a stage.
namespace sluice::ui {

/// The letter of the dispatcher's glyph: "B" or "P", and "D" where several consumers share the
/// events of \a stage. Empty where there is nothing to choose.
[[nodiscard]] QString dispatcherLetter(const StageSnapshot &stage, int subscriptions);

/// The rule in words, then what each consumer got; nothing without a letter. What the snapshot
/// does not know, such as the names of partitions, is taken from \a description.
[[nodiscard]] QStringList dispatcherLines(const StageSnapshot &stage, const Snapshot &snapshot,
                                          const PipelineDescription &description);

} // namespace sluice::ui
