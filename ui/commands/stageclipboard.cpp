// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/commands/stageclipboard.h"

#include "ui/commands/stagechoice.h"

#include <algorithm>
#include <map>
#include <utility>

namespace sluice::ui {
namespace {

/// The stages called \a names with all that they subscribe to, in the pipeline's order.
PipelineDescription excerpt(const PipelineDescription &pipeline, const QStringList &names)
{
    PipelineDescription part;
    for (const StageDescription &stage : pipeline.stages) {
        if (names.contains(stage.id))
            part.stages.push_back(stage);
    }
    for (const SubscriptionDescription &subscription : pipeline.subscriptions) {
        if (names.contains(subscription.to))
            part.subscriptions.push_back(subscription);
    }
    return part;
}

/// The stages of \a copied under names that are free in \a pipeline, each with what it subscribes to.
std::vector<StagePart> renamed(const PipelineDescription &copied,
                               const PipelineDescription &pipeline)
{
    std::map<QString, QString> names;
    PipelineDescription taken = pipeline;
    for (const StageDescription &stage : copied.stages) {
        names[stage.id] = freeName(taken, stage.id);
        taken.stages.push_back(stage);
        taken.stages.back().id = names[stage.id];
    }
    const auto newName = [&names](const QString &name) {
        const auto found = names.find(name);
        return found == names.end() ? name : found->second;
    };
    std::vector<StagePart> parts;
    for (const StageDescription &stage : copied.stages) {
        StagePart part;
        part.stage = stage;
        part.stage.id = names[stage.id];
        part.index = pipeline.stages.size() + parts.size();
        for (SubscriptionDescription subscription : copied.subscriptions) {
            // From either end: whichever of the two stages is added later makes it.
            if (subscription.to != stage.id && subscription.from != stage.id)
                continue;
            const bool isTaker = subscription.to == stage.id;
            const bool isFromCopy = names.contains(subscription.from);
            subscription.from = newName(subscription.from);
            subscription.to = newName(subscription.to);
            if (!isFromCopy) { // a partition of the original has one consumer
                if (!choosePartition(subscription, taken))
                    continue;
                taken.subscriptions.push_back(subscription);
            }
            if (!isTaker) // whoever takes from it besides others does not leave with it
                subscription.options.cancel = CancelMode::Temporary;
            (isTaker ? part.subscriptions : part.subscribers).push_back(subscription);
        }
        parts.push_back(std::move(part));
    }
    return parts;
}

} // namespace

QByteArray copyStages(const PipelineDescription &pipeline, const QStringList &names)
{
    PipelineDescription part = excerpt(pipeline, names);
    std::erase_if(part.subscriptions, [&names](const SubscriptionDescription &subscription) {
        return !names.contains(subscription.from);
    });
    return part.stages.empty() ? QByteArray() : pipelineText(part);
}

std::vector<StagePart> pasteStages(const QByteArray &text, const PipelineDescription &pipeline,
                                   const QStringList &selected)
{
    const LoadedPipeline loaded = readPipeline(text, {});
    if (!loaded)
        return {};
    std::vector<StagePart> parts = renamed(loaded.pipeline, pipeline);
    PipelineDescription taken = pipeline;
    for (StagePart &part : parts) {
        if (part.subscriptions.empty()) {
            part.subscriptions =
                newStage(taken, {part.stage.kind, part.stage.id, {}, {}}, selected).subscriptions;
            for (SubscriptionDescription &subscription : part.subscriptions) {
                subscription.to = part.stage.id;
                taken.subscriptions.push_back(subscription);
            }
        }
    }
    return parts;
}

std::vector<StagePart> duplicateStages(const PipelineDescription &pipeline,
                                       const QStringList &names)
{
    return renamed(excerpt(pipeline, names), pipeline);
}

} // namespace sluice::ui
