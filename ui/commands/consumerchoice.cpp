// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/commands/consumerchoice.h"

#include <algorithm>

namespace sluice::ui {
namespace {

const StageDescription *find(const PipelineDescription &pipeline, const QString &name)
{
    const auto found = std::ranges::find(pipeline.stages, name, &StageDescription::id);
    return found == pipeline.stages.end() ? nullptr : &*found;
}

QString firstOfRole(const PipelineDescription &pipeline, StageRole role)
{
    const auto found = std::ranges::find(pipeline.stages, role, &roleOf);
    return found == pipeline.stages.end() ? QString() : found->id;
}

/// "printer" of "printer12", with the next number that is free.
QString freeName(const PipelineDescription &pipeline, QString stem)
{
    while (stem.size() > 1 && stem.back().isDigit())
        stem.chop(1);
    if (!find(pipeline, stem))
        return stem;
    for (int number = 2;; ++number) {
        const QString name = stem + QString::number(number);
        if (!find(pipeline, name))
            return name;
    }
}

/// The subscription of the last plain consumer of \a producer.
const SubscriptionDescription *lastSibling(const PipelineDescription &pipeline,
                                           const QString &producer)
{
    const SubscriptionDescription *last = nullptr;
    for (const SubscriptionDescription &subscription : pipeline.subscriptions) {
        const StageDescription *consumer = find(pipeline, subscription.to);
        if (subscription.from == producer && consumer && roleOf(*consumer) == StageRole::Consumer)
            last = &subscription;
    }
    return last;
}

} // namespace

QString producerFor(const PipelineDescription &pipeline, const QStringList &selected)
{
    for (const QString &name : selected) {
        const StageDescription *stage = find(pipeline, name);
        if (stage && roleOf(*stage) != StageRole::Consumer)
            return name;
    }
    for (const QString &name : selected) {
        const auto upstream =
            std::ranges::find(pipeline.subscriptions, name, &SubscriptionDescription::to);
        if (upstream != pipeline.subscriptions.end())
            return upstream->from;
    }
    const QString middle = firstOfRole(pipeline, StageRole::ProducerConsumer);
    return middle.isEmpty() ? firstOfRole(pipeline, StageRole::Producer) : middle;
}

StagePart newConsumer(const PipelineDescription &pipeline, const QString &producer)
{
    StagePart part;
    part.index = pipeline.stages.size();
    SubscriptionDescription subscription;
    if (const SubscriptionDescription *sibling = lastSibling(pipeline, producer)) {
        part.stage = *find(pipeline, sibling->to);
        subscription = *sibling;
    } else {
        part.stage.id = QStringLiteral("printer");
        part.stage.kind = QStringLiteral("print");
    }
    part.stage.id = freeName(pipeline, part.stage.id);
    subscription.from = producer;
    subscription.to = part.stage.id;
    part.subscriptions.push_back(subscription);
    return part;
}

QStringList removableStages(const PipelineDescription &pipeline, const QStringList &selected)
{
    QStringList removable;
    for (const StageDescription &stage : pipeline.stages) {
        const bool isMeant =
            selected.isEmpty() ? roleOf(stage) == StageRole::Consumer : selected.contains(stage.id);
        const bool isLast =
            std::ranges::find(pipeline.subscriptions, stage.id, &SubscriptionDescription::from)
            == pipeline.subscriptions.end();
        if (isMeant && isLast && roleOf(stage) != StageRole::Producer)
            removable.append(stage.id);
    }
    return selected.isEmpty() ? removable.mid(removable.size() - 1) : removable;
}

} // namespace sluice::ui
