// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/pipelinedocument.h"

#include <QUndoCommand>

#include <chrono>
#include <optional>
#include <vector>

/// The undoable edits of a pipeline; each may run while it does.
///
/// Lifetime: the document must outlive them, as it owns the stack they are on.
/// Threads: the GUI thread's.
namespace sluice::ui {

/// Adds one stage. Undoing removes it again; what it did stays done.
class AddStage final : public QUndoCommand
{
public:
    AddStage(PipelineDocument &document, StagePart stage);

    void redo() override;
    void undo() override;

private:
    PipelineDocument &m_document;
    StagePart m_stage;
};

/// Removes stages, and with them those that subscribe to them permanently, for they would stop.
/// Undoing adds stages like them; they begin anew.
class RemoveStages final : public QUndoCommand
{
public:
    RemoveStages(PipelineDocument &document, const QStringList &names);

    void redo() override;
    void undo() override;

private:
    PipelineDocument &m_document;
    QStringList m_names;
    QString m_what;                   ///< for the text
    PipelineDescription m_before;     ///< its order is to be restored
    std::vector<StagePart> m_removed; ///< consumers before their producers
};

/// Connects two stages. Made after PipelineDocument::tryConnect() did it, for that may fail.
class ConnectStages final : public QUndoCommand
{
public:
    ConnectStages(PipelineDocument &document, SubscriptionDescription made);

    void redo() override;
    void undo() override;

private:
    PipelineDocument &m_document;
    SubscriptionDescription m_subscription;
    bool m_isDone = true;
};

/// Disconnects two stages; both stay.
class DisconnectStages final : public QUndoCommand
{
public:
    DisconnectStages(PipelineDocument &document, const QString &from, const QString &to);

    void redo() override;
    void undo() override;

private:
    PipelineDocument &m_document;
    QString m_from;
    QString m_to;
    PipelineDescription m_before; ///< its order is to be restored
    std::optional<SubscriptionDescription> m_removed;
};

/// The demand limits of one subscription.
struct DemandLimits
{
    EventCount maximum = 0;
    EventCount minimum = 0;

    friend bool operator==(const DemandLimits &, const DemandLimits &) = default;
};

/// Changes the demand limits of a subscription; changes of the same one in a row are one step.
class SetDemand final : public QUndoCommand
{
public:
    SetDemand(PipelineDocument &document, const QString &from, const QString &to,
              DemandLimits limits);

    void redo() override;
    void undo() override;
    [[nodiscard]] int id() const override;
    bool mergeWith(const QUndoCommand *other) override;

private:
    PipelineDocument &m_document;
    QString m_from;
    QString m_to;
    DemandLimits m_before;
    std::optional<EventCount> m_writtenMinimum; ///< before, if the file says one
    DemandLimits m_after;
};

/// Changes the work time of a stage; changes of the same one in a row are one step.
class SetWorkTime final : public QUndoCommand
{
public:
    SetWorkTime(PipelineDocument &document, const QString &stage, std::chrono::nanoseconds time);

    void redo() override;
    void undo() override;
    [[nodiscard]] int id() const override;
    bool mergeWith(const QUndoCommand *other) override;

private:
    PipelineDocument &m_document;
    QString m_stage;
    std::chrono::nanoseconds m_before{0};
    std::chrono::nanoseconds m_after;
};

/// Changes which threads the stages run on from the next start on.
class SetPlacement final : public QUndoCommand
{
public:
    SetPlacement(PipelineDocument &document, const Placement &placement);

    void redo() override;
    void undo() override;

private:
    PipelineDocument &m_document;
    Placement m_before;
    Placement m_after;
};

} // namespace sluice::ui
