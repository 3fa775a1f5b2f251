// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/pipelinedocument.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

/// Which stage is meant when somebody says "add one" or "remove one".
namespace sluice::ui {

/// The stage a new consumer subscribes to: the first selected one that emits events, or else the
/// one before the first selected consumer; with nothing selected the first producer-consumer, or
/// else the first producer. Empty if there is none.
[[nodiscard]] QString producerFor(const PipelineDescription &pipeline, const QStringList &selected);

/// A new consumer of \a producer with a name of its own: made like the last one that \a producer
/// has, or else a plain printer. Of a stage that partitions it takes the first free partition;
/// nothing if there is none.
[[nodiscard]] std::optional<StagePart> newConsumer(const PipelineDescription &pipeline,
                                                   const QString &producer);

/// Gives \a subscription a partition that is free in \a pipeline if its producer partitions, or
/// else takes one away. False if all have their consumer.
[[nodiscard]] bool choosePartition(SubscriptionDescription &subscription,
                                   const PipelineDescription &pipeline);

/// How \a to is to take events of \a from. It leaves with \a from only if it takes from nobody else.
/// Nothing if \a from partitions and has no partition left.
[[nodiscard]] std::optional<SubscriptionDescription>
newSubscription(const PipelineDescription &pipeline, const QString &from, const QString &to,
                const SubscriptionOptions &limits);

/// A new stage of \a kind with a name of its own and the kind's own options. What takes events
/// subscribes to the stage that producerFor() means, or else to the last one that emits what it
/// takes; selected stages that take what a producer emits subscribe to it.
/// Subscriptions have \a limits, work takes \a workTime.
struct NewStage
{
    QString kind;
    QString name; ///< empty: made of the kind
    SubscriptionOptions limits{};
    std::chrono::nanoseconds workTime{0};
};

[[nodiscard]] StagePart newStage(const PipelineDescription &pipeline, const NewStage &wanted,
                                 const QStringList &selected);

/// \a stem without a number at its end, with the first number that makes it free.
[[nodiscard]] QString freeName(const PipelineDescription &pipeline, QString stem);

/// Whether a stage of \a kind can do without options of its own.
[[nodiscard]] bool canBeginPlain(const StageKind &kind);

/// Which of the selected stages can be removed: all. With nothing selected, the consumer that was
/// added last.
[[nodiscard]] QStringList removableStages(const PipelineDescription &pipeline,
                                          const QStringList &selected);

/// \a names and all stages that stop when they leave, because they subscribe to them permanently;
/// consumers before their producers.
[[nodiscard]] QStringList leavingWith(const PipelineDescription &pipeline,
                                      const QStringList &names);

} // namespace sluice::ui
