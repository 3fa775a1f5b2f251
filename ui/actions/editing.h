// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/pipeline.h"
#include "ui/models/pipelinedocument.h"

#include <QObject>
#include <QStringList>

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace sluice::ui {

class Actions;
class MessageBar;
class Settings;
struct TypedAdd;

/// Turns "add one here" and "remove that" into commands, and says what became of it.
///
/// Lifetime: everything handed over must outlive it.
/// Threads: the GUI thread's.
class Editing final : public QObject
{
    Q_OBJECT

public:
    Editing(PipelineDocument &document, Actions &actions, MessageBar &bar, Settings &settings,
            QObject *parent);

    /// The producer and the consumer of a subscription.
    using Ends = std::pair<StageId, StageId>;

    /// Which stages, or which subscription, the next edit is about.
    void setSelection(const QList<StageId> &stages, const std::optional<Ends> &subscription = {});

    /// Lets \a to take events of \a from, or says why it cannot.
    void connectStages(StageId from, StageId to);

    /// A consumer of \a producer.
    void addConsumerTo(StageId producer);

    /// A stage of \a kind beside \a near, or beside what is selected if that is no stage.
    void addStageNear(const QString &kind, StageId near);

    /// A consumer like those that are there.
    void addConsumer();

    /// A stage of \a kind of the catalogue.
    void addStage(const QString &kind);

    /// Removes the selected stages or the selected subscription, or else the last consumer.
    void removeConsumers();

    void copyStages();
    void cutStages();
    void pasteStages();
    void duplicateStages();

    /// Does what \a text says; see readTypedCommand(). Nothing if it is no command, else what is
    /// wrong with it, empty if it was done.
    std::optional<QString> runTyped(const QString &text);

    /// Undoable changes of one field.
    void setDemand(const QString &from, const QString &to, EventCount maximum, EventCount minimum);
    void setWorkTime(const QString &stage, std::chrono::nanoseconds time);

    /// The same, and if \a to or \a stage is selected, with all that are selected in one step: each
    /// with what it takes from \a from.
    void setDemandOfSelected(const QString &from, const QString &to, EventCount maximum,
                             EventCount minimum);
    void setWorkTimeOfSelected(const QString &stage, std::chrono::nanoseconds time);

    /// Threads of their own for the stages, or shared ones. Undoable; says that it counts from the
    /// next start on if the pipeline runs.
    void choosePlacement(Placement::Kind kind);

Q_SIGNALS:
    /// A stage was added here, not by undo or redo.
    void added(sluice::StageId stage);

private:
    QString addTyped(const TypedAdd &add);
    void disconnectStages();
    [[nodiscard]] SubscriptionOptions defaultLimits() const;
    [[nodiscard]] QStringList selectedWith(const QString &stage) const;
    void add(StagePart stage);
    void addAll(std::vector<StagePart> stages, const QString &text);
    void remove(const QStringList &names);
    void updateActions();
    void showSettlement(const Settlement &settlement);
    void withdrawUndo();

    PipelineDocument &m_document;
    Actions &m_actions;
    MessageBar &m_bar;
    Settings &m_settings;

    QStringList m_selected;
    std::optional<Ends> m_selectedEnds; ///< of the selected subscription
    QString m_companions;               ///< who left with the last that were removed, in a sentence
    std::vector<Settlement> m_settled;  ///< since the last removal
    int m_removalIndex = -1;            ///< of the undo stack right after it
};

/// What became of stages that left, for the message bar.
[[nodiscard]] QString settlementText(const std::vector<Settlement> &settled);

/// Why \a to cannot take events of \a from.
[[nodiscard]] QString refusalText(PipelineError error, const StageDescription &from,
                                  const StageDescription &to);

/// Why \a producer, which partitions, gets no consumer.
[[nodiscard]] QString noPartitionText(const QString &producer);

} // namespace sluice::ui
