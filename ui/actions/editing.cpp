// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions/editing.h"

#include "ui/actions/actions.h"
#include "ui/commands/pipelinecommands.h"
#include "ui/commands/stagechoice.h"
#include "ui/commands/stageclipboard.h"
#include "ui/commands/typedcommand.h"
#include "ui/panels/format.h"
#include "ui/panels/messagebar.h"
#include "ui/settings/settings.h"

#include <QClipboard>
#include <QGuiApplication>

#include <utility>
#include <variant>

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

QString noPartitionText(const QString &producer)
{
    return Editing::tr("Each partition of %1 has its consumer already. Remove one of them first, "
                       "or write more partitions into the file.")
        .arg(producer);
}

Editing::Editing(PipelineDocument &document, Actions &actions, MessageBar &bar, Settings &settings,
                 QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_actions(actions)
    , m_bar(bar)
    , m_settings(settings)
{
    connect(actions[Act::AddConsumer], &QAction::triggered, this, &Editing::addConsumer);
    connect(actions[Act::RemoveConsumer], &QAction::triggered, this, &Editing::removeConsumers);
    connect(actions[Act::OwnThreads], &QAction::triggered, this,
            [this] { choosePlacement(Placement::Kind::Dedicated); });
    connect(actions[Act::SharedThreads], &QAction::triggered, this,
            [this] { choosePlacement(Placement::Kind::Shared); });
    connect(&document, &PipelineDocument::changed, this, &Editing::updateActions);
    connect(&document, &PipelineDocument::settled, this, &Editing::showSettlement);
    connect(&document.undoStack(), &QUndoStack::indexChanged, this, &Editing::withdrawUndo);
    connect(actions[Act::Cut], &QAction::triggered, this, &Editing::cutStages);
    connect(actions[Act::Copy], &QAction::triggered, this, &Editing::copyStages);
    connect(actions[Act::Paste], &QAction::triggered, this, &Editing::pasteStages);
    connect(actions[Act::Duplicate], &QAction::triggered, this, &Editing::duplicateStages);
    updateActions();
}

void Editing::setSelection(const QList<StageId> &stages, const std::optional<Ends> &subscription)
{
    m_selectedEnds = subscription;
    m_selected = m_document.stageNames(stages);
    updateActions();
}

void Editing::addConsumer()
{
    const QString producer = producerFor(m_document.description(), m_selected);
    if (producer.isEmpty())
        return;
    if (auto consumer = newConsumer(m_document.description(), producer))
        add(std::move(*consumer));
    else
        m_bar.showNotice(noPartitionText(producer));
}

void Editing::addConsumerTo(StageId producer)
{
    m_selected = m_document.stageNames({producer});
    addConsumer();
}

void Editing::addStage(const QString &kind)
{
    addStageNear(kind, {});
}

void Editing::addStageNear(const QString &kind, StageId near)
{
    const QString problem = addTyped({kind, {}, m_document.stageName(near)});
    if (!problem.isEmpty())
        m_bar.showNotice(problem);
}

SubscriptionOptions Editing::defaultLimits() const
{
    const NewStageSettings &defaults = m_settings.newStages();
    SubscriptionOptions limits;
    limits.maxDemand = defaults.maxDemand;
    limits.minDemand = defaults.minDemand;
    return limits;
}

QString Editing::addTyped(const TypedAdd &typed)
{
    const PipelineDescription &pipeline = m_document.description();
    const QStringList near = typed.to.isEmpty() ? m_selected : QStringList{typed.to};
    if (typed.kind.isEmpty()) {
        const QString producer = producerFor(pipeline, near);
        if (producer.isEmpty())
            return tr("There is no stage that a consumer could subscribe to.");
        std::optional<StagePart> consumer = newConsumer(pipeline, producer);
        if (!consumer)
            return noPartitionText(producer);
        if (!typed.name.isEmpty()) {
            if (m_document.stage(typed.name))
                return tr("There is a stage “%1” already.").arg(typed.name);
            consumer->stage.id = typed.name;
            consumer->subscriptions.front().to = typed.name;
        }
        add(std::move(*consumer));
        return {};
    }
    const NewStageSettings &defaults = m_settings.newStages();
    const NewStage wanted{typed.kind, typed.name, defaultLimits(), defaults.workTime};
    StagePart stage = newStage(pipeline, wanted, near);
    const bool isAlone = stage.subscriptions.empty() && stage.subscribers.empty();
    const QString name = stage.stage.id;
    add(std::move(stage));
    if (isAlone && pipeline.stages.size() > 1)
        m_bar.showNotice(tr("%1 is not connected to anything yet.").arg(name));
    return {};
}

void Editing::add(StagePart stage)
{
    const QString name = stage.stage.id;
    m_document.undoStack().push(new AddStage(m_document, std::move(stage)));
    Q_EMIT added(m_document.stageId(name));
}

void Editing::addAll(std::vector<StagePart> stages, const QString &text)
{
    if (stages.empty())
        return;
    m_document.undoStack().beginMacro(text);
    for (StagePart &stage : stages)
        m_document.undoStack().push(new AddStage(m_document, std::move(stage)));
    m_document.undoStack().endMacro();
}

void Editing::copyStages()
{
    const QByteArray text = ui::copyStages(m_document.description(), m_selected);
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
}

void Editing::cutStages()
{
    copyStages();
    if (!m_selected.isEmpty())
        remove(m_selected);
}

void Editing::pasteStages()
{
    std::vector<StagePart> stages = ui::pasteStages(QGuiApplication::clipboard()->text().toUtf8(),
                                                    m_document.description(), m_selected);
    if (stages.empty()) {
        m_bar.showNotice(
            tr("There are no stages on the clipboard. Select some and copy them first."));
        return;
    }
    const int count = static_cast<int>(stages.size());
    addAll(std::move(stages), tr("pasting %n stage(s)", nullptr, count));
}

void Editing::duplicateStages()
{
    addAll(ui::duplicateStages(m_document.description(), m_selected),
           tr("duplicating %n stage(s)", nullptr, static_cast<int>(m_selected.size())));
}

void Editing::removeConsumers()
{
    if (m_selected.isEmpty() && m_selectedEnds)
        disconnectStages();
    else
        remove(removableStages(m_document.description(), m_selected));
}

void Editing::remove(const QStringList &names)
{
    if (names.isEmpty())
        return;
    QStringList companions;
    for (const QString &name : leavingWith(m_document.description(), names)) {
        if (!names.contains(name))
            companions.append(name);
    }
    m_companions.clear();
    if (!companions.isEmpty()) {
        m_companions = tr("%1 left too: the subscription was permanent.", nullptr,
                          static_cast<int>(companions.size()))
                           .arg(companions.join(u", "));
    }
    m_settled.clear();
    m_document.undoStack().push(new RemoveStages(m_document, names));
    m_removalIndex = m_document.undoStack().index();
    if (m_document.pipeline().runState() == RunState::Paused)
        m_bar.showNotice(tr("%1 leaves when the pipeline goes on.").arg(names.join(u", ")));
}

std::optional<QString> Editing::runTyped(const QString &text)
{
    const auto command = readTypedCommand(text, m_document.description());
    if (!command)
        return {};
    if (const auto *problem = std::get_if<TypedProblem>(&*command))
        return problem->text;
    if (const auto *typed = std::get_if<TypedAdd>(&*command))
        return addTyped(*typed);
    if (const auto *typed = std::get_if<TypedRemove>(&*command))
        remove({typed->stage});
    else if (const auto *demand = std::get_if<TypedDemand>(&*command))
        setDemand(demand->from, demand->to, demand->maximum, demand->minimum);
    else if (const auto *workTime = std::get_if<TypedWorkTime>(&*command))
        setWorkTime(workTime->stage, workTime->time);
    return QString();
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

void Editing::choosePlacement(Placement::Kind kind)
{
    if (m_document.description().placement.kind == kind)
        return; // and shared:N of the file keeps its N
    m_document.undoStack().push(new SetPlacement(m_document, {kind, 0}));
    const RunState state = m_document.pipeline().runState();
    if (state != RunState::Idle && state != RunState::Stopped)
        m_bar.showNotice(
            tr("The threads change at the next start: stop the pipeline, then run it."));
}

void Editing::updateActions()
{
    const bool isShared = m_document.description().placement.kind == Placement::Kind::Shared;
    m_actions[isShared ? Act::SharedThreads : Act::OwnThreads]->setChecked(true);
    const PipelineDescription &pipeline = m_document.description();
    m_actions[Act::AddConsumer]->setEnabled(!producerFor(pipeline, m_selected).isEmpty());
    for (const Act act : {Act::Cut, Act::Copy, Act::Duplicate, Act::WorkTime})
        m_actions[act]->setEnabled(!m_selected.isEmpty());
    m_actions[Act::RemoveConsumer]->setEnabled(m_selectedEnds
                                               || !removableStages(pipeline, m_selected).isEmpty());
}

void Editing::showSettlement(const Settlement &settlement)
{
    const bool isOurs = m_removalIndex == m_document.undoStack().index();
    if (!isOurs)
        m_settled.clear();
    m_settled.push_back(settlement);
    QString text = settlementText(m_settled);
    if (isOurs && !m_companions.isEmpty())
        text += u' ' + m_companions;
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
