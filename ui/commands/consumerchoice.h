// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/pipelinedocument.h"

#include <QString>
#include <QStringList>

/// Which consumer is meant when somebody says "add one" or "remove one".
namespace sluice::ui {

/// The stage a new consumer subscribes to: the first selected one that emits events, or else the
/// one before the first selected consumer; with nothing selected the first producer-consumer, or
/// else the first producer. Empty if there is none.
[[nodiscard]] QString producerFor(const PipelineDescription &pipeline, const QStringList &selected);

/// A new consumer of \a producer with a name of its own: made like the last one that \a producer
/// has, or else a plain printer.
[[nodiscard]] StagePart newConsumer(const PipelineDescription &pipeline, const QString &producer);

/// Which of the selected stages can be removed: those nobody subscribes to, except producers.
/// With nothing selected, the consumer that was added last.
[[nodiscard]] QStringList removableStages(const PipelineDescription &pipeline,
                                          const QStringList &selected);

} // namespace sluice::ui
