// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/commands/typedcommand.h"

#include "core/pipeline/duration.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace sluice::ui {
namespace {

struct CommandTexts
{
    Q_DECLARE_TR_FUNCTIONS(TypedCommand)
};

bool hasStage(const PipelineDescription &pipeline, const QString &name)
{
    return std::ranges::find(pipeline.stages, name, &StageDescription::id) != pipeline.stages.end();
}

TypedProblem noStage(const PipelineDescription &pipeline, const QString &name)
{
    QStringList names;
    for (const StageDescription &stage : pipeline.stages)
        names.append(stage.id);
    return {CommandTexts::tr("There is no stage “%1”. There are: %2.")
                .arg(name, names.isEmpty() ? CommandTexts::tr("none") : names.join(u", "))};
}

TypedCommand readAdd(const QStringList &words, const PipelineDescription &pipeline)
{
    TypedAdd add;
    const auto to = words.indexOf(QStringLiteral("to"));
    const QStringList what = words.mid(1, to < 0 ? -1 : to - 1);
    if (what.isEmpty() || what.size() > 2 || (to >= 0 && words.size() != to + 2))
        return TypedProblem{
            CommandTexts::tr("Write: add KIND [NAME] [to STAGE], such as “add consumer "
                             "to evens”.")};
    if (what[0] != u"consumer") {
        add.kind = what[0];
        const StageKind *kind = StageCatalog::standard().find(add.kind);
        QStringList kinds{QStringLiteral("consumer")};
        for (const StageKind &other : StageCatalog::standard().kinds())
            kinds.append(other.name);
        if (!kind)
            return TypedProblem{CommandTexts::tr("There is no kind of stage “%1”. There are: %2.")
                                    .arg(add.kind, kinds.join(u", "))};
        if (!canBeginPlain(*kind))
            return TypedProblem{
                CommandTexts::tr("A stage of kind “%1” needs options; write it into the "
                                 "pipeline's file.")
                    .arg(add.kind)};
    }
    add.name = what.value(1);
    if (!add.name.isEmpty() && !isValidStageName(add.name))
        return TypedProblem{
            CommandTexts::tr("A stage cannot be called “%1”: only letters, digits and "
                             "_ . - are possible.")
                .arg(add.name)};
    if (to >= 0) {
        add.to = words[to + 1];
        if (!hasStage(pipeline, add.to))
            return noStage(pipeline, add.to);
    }
    return add;
}

TypedCommand readRemove(const QStringList &words, const PipelineDescription &pipeline)
{
    if (words.size() != 2)
        return TypedProblem{CommandTexts::tr("Write: remove STAGE, such as “remove printer2”.")};
    if (!hasStage(pipeline, words[1]))
        return noStage(pipeline, words[1]);
    return TypedRemove{words[1]};
}

TypedCommand readDemand(const SubscriptionDescription &subscription, const QString &key,
                        const QString &value)
{
    bool ok = false;
    const EventCount number = value.toLongLong(&ok);
    const SubscriptionOptions &options = subscription.options;
    TypedDemand demand{subscription.from, subscription.to, options.maxDemand, options.minimum()};
    const bool isMaximum = key == u"maxDemand";
    if (isMaximum) {
        demand.maximum = number;
        // As in the inspector, the minimum makes room.
        demand.minimum = std::min(demand.minimum, number - 1);
    } else {
        demand.minimum = number;
    }
    const EventCount least = isMaximum ? 1 : 0;
    const EventCount most = isMaximum ? demandLimit : demand.maximum - 1;
    if (!ok || number < least || number > most)
        return TypedProblem{CommandTexts::tr("%1 must be a whole number from %2 to %3, not “%4”.")
                                .arg(key)
                                .arg(least)
                                .arg(most)
                                .arg(value)};
    return demand;
}

TypedCommand readSet(const QStringList &words, const PipelineDescription &pipeline)
{
    const QString place = words.value(1);
    const auto dot = place.lastIndexOf(u'.');
    const QString stage = place.left(dot);
    const QString key = place.mid(dot + 1);
    const bool isKnown = key == u"maxDemand" || key == u"minDemand" || key == u"workTime";
    if (words.size() != 3 || dot < 1 || !isKnown)
        return TypedProblem{
            CommandTexts::tr("Write: set STAGE.maxDemand NUMBER, STAGE.minDemand NUMBER or "
                             "STAGE.workTime TIME, such as “set printer.workTime 2ms”.")};
    if (!hasStage(pipeline, stage))
        return noStage(pipeline, stage);
    if (key == u"workTime") {
        const auto time = parseDuration(words[2]);
        if (!time || *time > workTimeLimit)
            return TypedProblem{
                CommandTexts::tr("“%1” is no time of at most an hour, such as 2ms.").arg(words[2])};
        return TypedWorkTime{stage, *time};
    }
    const auto found =
        std::ranges::find(pipeline.subscriptions, stage, &SubscriptionDescription::to);
    if (found == pipeline.subscriptions.end())
        return TypedProblem{CommandTexts::tr("“%1” subscribes to nothing.").arg(stage)};
    return readDemand(*found, key, words[2]);
}

} // namespace

std::optional<TypedCommand> readTypedCommand(const QString &text,
                                             const PipelineDescription &pipeline)
{
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.size() < 2)
        return {};
    if (words[0] == u"add")
        return readAdd(words, pipeline);
    if (words[0] == u"remove")
        return readRemove(words, pipeline);
    if (words[0] == u"set")
        return readSet(words, pipeline);
    return {};
}

} // namespace sluice::ui
