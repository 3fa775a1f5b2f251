// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/commands/pipelinecommands.h"

#include "ui/commands/stagechoice.h"

#include <QCoreApplication>

#include <utility>

namespace sluice::ui {
namespace {

enum CommandId : int { SetDemandId = 1, SetWorkTimeId = 2 };

QString commandWords(const char *text)
{
    return QCoreApplication::translate("Commands", text);
}

} // namespace

AddStage::AddStage(PipelineDocument &document, StagePart stage)
    : m_document(document)
    , m_stage(std::move(stage))
{
}

void AddStage::redo()
{
    m_document.addStage(m_stage);
    const QString text = roleOf(m_stage.stage) == StageRole::Consumer
        ? commandWords(QT_TRANSLATE_NOOP("Commands", "adding %1 (what it printed stays printed)"))
        : commandWords(QT_TRANSLATE_NOOP("Commands", "adding %1 (what it sent stays sent)"));
    setText(text.arg(m_stage.stage.id));
}

void AddStage::undo()
{
    // Its work time may have followed the pace since.
    if (auto removed = m_document.removeStage(m_stage.stage.id))
        m_stage = std::move(*removed);
    setText(commandWords(QT_TRANSLATE_NOOP("Commands", "adding %1")).arg(m_stage.stage.id));
}

RemoveStages::RemoveStages(PipelineDocument &document, const QStringList &names)
    : m_document(document)
    , m_names(leavingWith(document.description(), names))
{
    m_what = m_names.size() == 1 ? m_names.first()
                                 : QCoreApplication::translate("Commands", "%n stage(s)", nullptr,
                                                               static_cast<int>(m_names.size()));
}

void RemoveStages::redo()
{
    m_before = m_document.description();
    m_removed.clear();
    for (const QString &name : m_names) {
        if (auto removed = m_document.removeStage(name))
            m_removed.push_back(std::move(*removed));
    }
    setText(commandWords(QT_TRANSLATE_NOOP("Commands", "removing %1 (what comes back begins anew)"))
                .arg(m_what));
}

void RemoveStages::undo()
{
    for (auto part = m_removed.rbegin(); part != m_removed.rend(); ++part)
        m_document.addStage(*part);
    m_document.orderLike(m_before);
    setText(commandWords(QT_TRANSLATE_NOOP("Commands", "removing %1")).arg(m_what));
}

ConnectStages::ConnectStages(PipelineDocument &document, SubscriptionDescription made)
    : m_document(document)
    , m_subscription(std::move(made))
{
}

void ConnectStages::redo()
{
    if (!m_isDone)
        m_document.connectAgain(m_subscription);
    m_isDone = true;
    setText(commandWords(
                QT_TRANSLATE_NOOP("Commands", "connecting %1 to %2 (what was sent stays sent)"))
                .arg(m_subscription.from, m_subscription.to));
}

void ConnectStages::undo()
{
    static_cast<void>(m_document.disconnectStages(m_subscription.from, m_subscription.to));
    m_isDone = false;
    setText(commandWords(QT_TRANSLATE_NOOP("Commands", "connecting %1 to %2"))
                .arg(m_subscription.from, m_subscription.to));
}

DisconnectStages::DisconnectStages(PipelineDocument &document, const QString &from,
                                   const QString &to)
    : m_document(document)
    , m_from(from)
    , m_to(to)
{
}

void DisconnectStages::redo()
{
    m_before = m_document.description();
    m_removed = m_document.disconnectStages(m_from, m_to);
    setText(
        commandWords(QT_TRANSLATE_NOOP("Commands", "disconnecting %1 from %2 (demand begins anew)"))
            .arg(m_to, m_from));
}

void DisconnectStages::undo()
{
    if (m_removed)
        m_document.connectAgain(*m_removed);
    m_document.orderLike(m_before);
    setText(
        commandWords(QT_TRANSLATE_NOOP("Commands", "disconnecting %1 from %2")).arg(m_to, m_from));
}

SetDemand::SetDemand(PipelineDocument &document, const QString &from, const QString &to,
                     DemandLimits limits)
    : m_document(document)
    , m_from(from)
    , m_to(to)
    , m_before(limits)
    , m_after(limits)
{
    if (const SubscriptionDescription *subscription = document.subscription(from, to)) {
        m_before = {subscription->options.maxDemand, subscription->options.minimum()};
        m_writtenMinimum = subscription->options.minDemand;
    }
    setText(commandWords(QT_TRANSLATE_NOOP("Commands", "changing the demand of %1")).arg(to));
}

void SetDemand::redo()
{
    m_document.setDemand(m_from, m_to, m_after.maximum, m_after.minimum);
}

void SetDemand::undo()
{
    m_document.setDemand(m_from, m_to, m_before.maximum, m_writtenMinimum);
}

int SetDemand::id() const
{
    return SetDemandId;
}

bool SetDemand::mergeWith(const QUndoCommand *other)
{
    const auto *next = static_cast<const SetDemand *>(other);
    if (next->m_from != m_from || next->m_to != m_to)
        return false;
    m_after = next->m_after;
    if (m_after == m_before) {
        undo(); // the file may have said no minimum
        setObsolete(true);
    }
    return true;
}

SetWorkTime::SetWorkTime(PipelineDocument &document, const QString &stage,
                         std::chrono::nanoseconds time)
    : m_document(document)
    , m_stage(stage)
    , m_before(time)
    , m_after(time)
{
    if (const StageDescription *described = document.stage(stage))
        m_before = described->run.workTime;
    setText(commandWords(QT_TRANSLATE_NOOP("Commands", "changing the work time of %1")).arg(stage));
}

void SetWorkTime::redo()
{
    m_document.setWorkTime(m_stage, m_after);
}

void SetWorkTime::undo()
{
    m_document.setWorkTime(m_stage, m_before);
}

int SetWorkTime::id() const
{
    return SetWorkTimeId;
}

bool SetWorkTime::mergeWith(const QUndoCommand *other)
{
    const auto *next = static_cast<const SetWorkTime *>(other);
    if (next->m_stage != m_stage)
        return false;
    m_after = next->m_after;
    setObsolete(m_after == m_before);
    return true;
}

SetPlacement::SetPlacement(PipelineDocument &document, const Placement &placement)
    : m_document(document)
    , m_before(document.description().placement)
    , m_after(placement)
{
    setText(placement.kind == Placement::Kind::Shared
                ? commandWords(QT_TRANSLATE_NOOP("Commands", "sharing the threads"))
                : commandWords(QT_TRANSLATE_NOOP("Commands", "a thread for each stage")));
}

void SetPlacement::redo()
{
    m_document.setPlacement(m_after);
}

void SetPlacement::undo()
{
    m_document.setPlacement(m_before);
}

} // namespace sluice::ui
