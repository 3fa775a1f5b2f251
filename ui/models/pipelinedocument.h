// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/pipeline.h"
#include "core/pipeline/pipelinedescription.h"
#include "core/pipeline/pipelinefile.h"

#include <QObject>
#include <QUndoStack>

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace sluice::ui {

/// A stage together with its subscriptions.
struct StagePart
{
    StageDescription stage;
    std::vector<SubscriptionDescription> subscriptions; ///< to the stages before it
    std::vector<SubscriptionDescription> subscribers{}; ///< of the stages after it
    std::size_t index = 0;                              ///< of the stage in the description
};

/// One pipeline, described and running: what the window edits, opens and saves.
///
/// An edit changes the description and the running pipeline together. Everything is said by stage
/// name, because a stage that comes back by undo has another id. Edits here are the bare acts:
/// commands (ui/commands) make them undoable.
///
/// Threads: the GUI thread's.
/// Ownership: owns the pipeline; opening another file ends it, and that joins its threads.
class PipelineDocument final : public QObject
{
    Q_OBJECT

public:
    explicit PipelineDocument(QObject *parent = nullptr);
    ~PipelineDocument() override;

    // The file.

    /// Opens \a path in place of what there is, and does not start it. After an error everything
    /// is and runs as before.
    [[nodiscard]] std::optional<PipelineFileError> open(const QString &path);

    /// The same with a copy of something that was never saved: it has no file yet, and changes.
    [[nodiscard]] std::optional<PipelineFileError> openCopy(const QString &path);

    /// An empty pipeline in place of what there is, with no file; not started.
    void clear();

    /// Writes to \a path, which becomes the document's file unless that fails.
    [[nodiscard]] std::optional<PipelineFileError> save(const QString &path);

    /// Empty before the first open().
    [[nodiscard]] const QString &filePath() const noexcept { return m_filePath; }

    /// Whether the file is one that came with the program and cannot be written to.
    [[nodiscard]] bool isBundled() const;

    /// The pipeline's own title, or else the file's name.
    [[nodiscard]] QString title() const;
    [[nodiscard]] bool isModified() const { return !m_undoStack.isClean(); }
    [[nodiscard]] QUndoStack &undoStack() noexcept { return m_undoStack; }

    // What it is.

    [[nodiscard]] Pipeline &pipeline() noexcept { return *m_pipeline; }
    [[nodiscard]] const PipelineDescription &description() const noexcept { return m_description; }

    /// nullptr if there is no such stage.
    [[nodiscard]] const StageDescription *stage(const QString &name) const;
    [[nodiscard]] const SubscriptionDescription *subscription(const QString &from,
                                                              const QString &to) const;
    [[nodiscard]] StageId stageId(const QString &name) const;

    /// Empty for a stage that has been removed.
    [[nodiscard]] QString stageName(StageId stage) const;
    [[nodiscard]] QStringList stageNames(const QList<StageId> &stages) const;

    /// Asks a stage about itself, if it is there; see Pipeline::examine().
    void examine(StageId stage);
    void endExamination(StageId stage);

    // Edits. Names that are not there are ignored.

    void addStage(const StagePart &part);

    /// Puts stages and subscriptions into the order that they have in \a model; what is not there
    /// comes last. For undo: the file is then the same as before.
    void orderLike(const PipelineDescription &model);

    /// What to give to addStage() to have it back. Stages that subscribe to it permanently stop.
    [[nodiscard]] std::optional<StagePart> removeStage(const QString &name);
    /// Without a \a minimum it is what it always is: half of the maximum.
    void setDemand(const QString &from, const QString &to, EventCount maximum,
                   std::optional<EventCount> minimum);
    void setWorkTime(const QString &name, std::chrono::nanoseconds workTime);

    /// Which threads the stages run on when the pipeline starts the next time.
    void setPlacement(const Placement &placement);

    /// Lets events flow as \a subscription says; if the pipeline refuses, nothing has changed and
    /// it says why.
    [[nodiscard]] PipelineError tryConnect(const SubscriptionDescription &subscription);

    /// The same for one that was there before.
    void connectAgain(const SubscriptionDescription &subscription);

    /// What to give to connectAgain() to have it back. The consumer stays, whatever its cancel mode.
    [[nodiscard]] std::optional<SubscriptionDescription> disconnectStages(const QString &from,
                                                                          const QString &to);

    /// The same for all consumers: the pace of the class, not a property of the pipeline; it is
    /// saved with the rest but does not count as a change.
    void setPace(std::chrono::nanoseconds workTime);

    /// The shortest and the longest work time of the consumers; nothing if there are none.
    [[nodiscard]] std::optional<std::pair<std::chrono::nanoseconds, std::chrono::nanoseconds>>
    pace() const;

Q_SIGNALS:
    /// pipeline() is about to end; let go of it.
    void aboutToBeReplaced();
    void replaced();

    /// The description changed.
    void changed();

    /// title(), filePath() or isModified() changed.
    void titleChanged();

    /// The answer to examine().
    void examined(sluice::StageId stage, const sluice::Examination &found);

    /// A stage has left and everything about it is settled.
    void settled(const sluice::Settlement &settlement);

    /// The supervisor restarts nothing any more, and the pipeline stops.
    void gaveUp(const sluice::SupervisionEnd &end);

private:
    void buildPipeline();
    void subscribe(const SubscriptionDescription &subscription);
    [[nodiscard]] StageDescription *find(const QString &name);
    [[nodiscard]] SubscriptionDescription *find(const QString &from, const QString &to);
    [[nodiscard]] std::optional<SubscriptionId> subscriptionId(const QString &from,
                                                               const QString &to) const;

    QUndoStack m_undoStack;
    PipelineDescription m_description;
    std::unique_ptr<Pipeline> m_pipeline;
    std::map<QString, StageId> m_ids;
    QString m_filePath;
};

/// What \a kind of the stage catalogue does in the flow.
[[nodiscard]] StageRole roleOf(const StageDescription &stage);

} // namespace sluice::ui
