// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of Editing that is about subscriptions alone.

#include "ui/actions/editing.h"
#include "ui/commands/pipelinecommands.h"
#include "ui/commands/stagechoice.h"
#include "ui/panels/messagebar.h"

#include <utility>

namespace sluice::ui {
namespace {

QString typeName(const EventType *type)
{
    return type ? QString::fromUtf8(type->name.data(), static_cast<qsizetype>(type->name.size()))
                : QString();
}

QString typesText(const StageDescription &from, const StageDescription &to)
{
    const StageKind *emits = StageCatalog::standard().find(from.kind);
    const StageKind *takes = StageCatalog::standard().find(to.kind);
    return Editing::tr("%1 emits %2, and %3 takes %4.")
        .arg(from.id, typeName(emits ? emits->output : nullptr), to.id,
             typeName(takes ? takes->input : nullptr));
}

} // namespace

QString refusalText(PipelineError error, const StageDescription &from, const StageDescription &to)
{
    switch (error) {
    case PipelineError::NotAProducer:
        return Editing::tr("%1 emits no events: it is a consumer.").arg(from.id);
    case PipelineError::NotAConsumer:
        return Editing::tr("%1 takes no events: it is a producer.").arg(to.id);
    case PipelineError::TypesDiffer:
        return typesText(from, to);
    case PipelineError::WouldCycle:
        return Editing::tr("Events of %1 would come back to it.").arg(from.id);
    case PipelineError::NotNow:
        return Editing::tr("%1 or %2 is leaving, or the pipeline is stopping.").arg(from.id, to.id);
    case PipelineError::BadOptions:
        return Editing::tr("The demand limits in the settings cannot be used.");
    case PipelineError::UnknownStage:
    case PipelineError::UnknownSubscription:
    case PipelineError::None:
        break;
    }
    return {};
}

void Editing::connectStages(StageId from, StageId to)
{
    const StageDescription *producer = m_document.stage(m_document.stageName(from));
    const StageDescription *consumer = m_document.stage(m_document.stageName(to));
    if (!producer || !consumer) {
        m_bar.showNotice(tr("A group cannot be connected; open it first."));
        return;
    }
    if (m_document.subscription(producer->id, consumer->id)) {
        m_bar.showNotice(tr("%1 takes events of %2 already.").arg(consumer->id, producer->id));
        return;
    }
    auto wanted =
        newSubscription(m_document.description(), producer->id, consumer->id, defaultLimits());
    if (!wanted) {
        m_bar.showNotice(noPartitionText(producer->id));
        return;
    }
    const PipelineError error = m_document.tryConnect(*wanted);
    if (error != PipelineError::None) {
        m_bar.showNotice(refusalText(error, *producer, *consumer));
        return;
    }
    m_document.undoStack().push(new ConnectStages(m_document, std::move(*wanted)));
}

void Editing::disconnectStages()
{
    const QString from = m_document.stageName(m_selectedEnds->first);
    const QString to = m_document.stageName(m_selectedEnds->second);
    if (from.isEmpty() || to.isEmpty()) {
        m_bar.showNotice(tr("Open the group to disconnect one of it."));
        return;
    }
    if (m_document.subscription(from, to))
        m_document.undoStack().push(new DisconnectStages(m_document, from, to));
}

} // namespace sluice::ui
