// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions/editing.h"

#include "ui/actions/actions.h"
#include "ui/commands/consumerchoice.h"
#include "ui/commands/pipelinecommands.h"
#include "ui/models/pipelinedocument.h"
#include "ui/panels/format.h"
#include "ui/panels/messagebar.h"

#include <utility>

namespace sluice::ui {

QString settlementText(const std::vector<Settlement> &settled)
{
    if (settled.empty())
        return {};
    Settlement sum = settled.front();
    for (std::size_t i = 1; i < settled.size(); ++i) {
        sum.handled += settled[i].handled;
        sum.lost += settled[i].lost;
        sum.withdrawn += settled[i].withdrawn;
    }
    const QString who = settled.size() == 1
        ? sum.name
        : Editing::tr("%n stage(s)", nullptr, static_cast<int>(settled.size()));
    const QString text = Editing::tr("Removed %1: %2 demand withdrawn, %3 events lost.")
                             .arg(who, formatCount(sum.withdrawn), formatCount(sum.lost));
    if (sum.handled == 0)
        return text;
    return text + u' '
        + Editing::tr("The %1 numbers received before stay received.")
              .arg(formatCount(sum.handled));
}

Editing::Editing(PipelineDocument &document, Actions &actions, MessageBar &bar, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_actions(actions)
    , m_bar(bar)
{
    connect(actions[Act::AddConsumer], &QAction::triggered, this, &Editing::addConsumer);
    connect(actions[Act::RemoveConsumer], &QAction::triggered, this, &Editing::removeConsumers);
    connect(&document, &PipelineDocument::changed, this, &Editing::updateActions);
    connect(&document, &PipelineDocument::settled, this, &Editing::showSettlement);
    connect(&document.undoStack(), &QUndoStack::indexChanged, this, &Editing::withdrawUndo);
    updateActions();
}

void Editing::setSelection(const QList<StageId> &stages)
{
    m_selected = m_document.stageNames(stages);
    updateActions();
}

void Editing::addConsumer()
{
    const QString producer = producerFor(m_document.description(), m_selected);
    if (producer.isEmpty())
        return;
    StagePart consumer = newConsumer(m_document.description(), producer);
    const QString name = consumer.stage.id;
    m_document.undoStack().push(new AddConsumer(m_document, std::move(consumer)));
    Q_EMIT added(m_document.stageId(name));
}

void Editing::removeConsumers()
{
    const QStringList names = removableStages(m_document.description(), m_selected);
    if (names.isEmpty()) {
        m_bar.showNotice(tr("Only a stage that nobody subscribes to can be removed."));
        return;
    }
    m_settled.clear();
    m_document.undoStack().push(new RemoveStages(m_document, names));
    m_removalIndex = m_document.undoStack().index();
    if (m_document.pipeline().runState() == RunState::Paused)
        m_bar.showNotice(tr("%1 leaves when the pipeline goes on.").arg(names.join(u", ")));
}

void Editing::setDemand(const QString &from, const QString &to, EventCount maximum,
                        EventCount minimum)
{
    m_document.undoStack().push(new SetDemand(m_document, from, to, {maximum, minimum}));
}

void Editing::setWorkTime(const QString &stage, std::chrono::nanoseconds time)
{
    m_document.undoStack().push(new SetWorkTime(m_document, stage, time));
}

void Editing::updateActions()
{
    const PipelineDescription &pipeline = m_document.description();
    m_actions[Act::AddConsumer]->setEnabled(!producerFor(pipeline, m_selected).isEmpty());
    m_actions[Act::RemoveConsumer]->setEnabled(!removableStages(pipeline, m_selected).isEmpty());
}

void Editing::showSettlement(const Settlement &settlement)
{
    const bool isOurs = m_removalIndex == m_document.undoStack().index();
    if (!isOurs)
        m_settled.clear();
    m_settled.push_back(settlement);
    const QString text = settlementText(m_settled);
    if (isOurs)
        m_bar.showNotice(text, tr("Undo"), [this] { m_document.undoStack().undo(); });
    else
        m_bar.showNotice(text);
}

void Editing::withdrawUndo()
{
    if (m_document.undoStack().index() == m_removalIndex)
        return;
    m_removalIndex = -1;
    m_bar.withdrawAction();
}

} // namespace sluice::ui
