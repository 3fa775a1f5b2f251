// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/commands/pipelinecommands.h"

#include <QCoreApplication>

#include <utility>

namespace sluice::ui {
namespace {

enum CommandId : int { SetDemandId = 1, SetWorkTimeId = 2 };

QString words(const char *text)
{
    return QCoreApplication::translate("Commands", text);
}

} // namespace

AddConsumer::AddConsumer(PipelineDocument &document, StagePart consumer)
    : m_document(document)
    , m_consumer(std::move(consumer))
{
}

void AddConsumer::redo()
{
    m_document.addStage(m_consumer);
    setText(words(QT_TRANSLATE_NOOP("Commands", "adding %1 (what it printed stays printed)"))
                .arg(m_consumer.stage.id));
}

void AddConsumer::undo()
{
    // Its work time may have followed the pace since.
    if (auto removed = m_document.removeStage(m_consumer.stage.id))
        m_consumer = std::move(*removed);
    setText(words(QT_TRANSLATE_NOOP("Commands", "adding %1")).arg(m_consumer.stage.id));
}

RemoveStages::RemoveStages(PipelineDocument &document, const QStringList &names)
    : m_document(document)
    , m_names(names)
{
    const QString what = names.size() == 1
        ? names.first()
        : QCoreApplication::translate("Commands", "%n stage(s)", nullptr,
                                      static_cast<int>(names.size()));
    setText(words(QT_TRANSLATE_NOOP("Commands", "removing %1")).arg(what));
}

void RemoveStages::redo()
{
    m_removed.clear();
    for (const QString &name : m_names) {
        if (auto removed = m_document.removeStage(name))
            m_removed.push_back(std::move(*removed));
    }
}

void RemoveStages::undo()
{
    for (auto part = m_removed.rbegin(); part != m_removed.rend(); ++part)
        m_document.addStage(*part);
}

SetDemand::SetDemand(PipelineDocument &document, const QString &from, const QString &to,
                     DemandLimits limits)
    : m_document(document)
    , m_from(from)
    , m_to(to)
    , m_before(limits)
    , m_after(limits)
{
    if (const SubscriptionDescription *subscription = document.subscription(from, to))
        m_before = {subscription->options.maxDemand, subscription->options.minimum()};
    setText(words(QT_TRANSLATE_NOOP("Commands", "changing the demand of %1")).arg(to));
}

void SetDemand::redo()
{
    m_document.setDemand(m_from, m_to, m_after.maximum, m_after.minimum);
}

void SetDemand::undo()
{
    m_document.setDemand(m_from, m_to, m_before.maximum, m_before.minimum);
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
    setObsolete(m_after == m_before);
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
    setText(words(QT_TRANSLATE_NOOP("Commands", "changing the work time of %1")).arg(stage));
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

} // namespace sluice::ui
