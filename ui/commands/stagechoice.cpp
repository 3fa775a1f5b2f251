// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/commands/stagechoice.h"

#include "core/flow/anyevent.h"

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

const StageKind *kindOf(const PipelineDescription &pipeline, const QString &name)
{
    const StageDescription *stage = find(pipeline, name);
    return stage ? StageCatalog::standard().find(stage->kind) : nullptr;
}

/// Whether \a taker can subscribe to \a kind.
bool takesFrom(const StageKind &taker, const StageKind &kind)
{
    return taker.input && kind.output && accepts(*taker.input, *kind.output);
}

/// The one that producerFor() means if \a taker can subscribe to it, or else the last one to which
/// it can.
QString producerOf(const PipelineDescription &pipeline, const StageKind &taker,
                   const QStringList &selected)
{
    const QString meant = producerFor(pipeline, selected);
    const StageKind *kind = kindOf(pipeline, meant);
    if (kind && takesFrom(taker, *kind))
        return meant;
    QString last;
    for (const StageDescription &stage : pipeline.stages) {
        const StageKind *other = StageCatalog::standard().find(stage.kind);
        if (other && takesFrom(taker, *other))
            last = stage.id;
    }
    return last;
}

} // namespace

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

bool choosePartition(SubscriptionDescription &subscription, const PipelineDescription &pipeline)
{
    subscription.options.partition.reset();
    const StageDescription *producer = find(pipeline, subscription.from);
    if (!producer || !producer->dispatcher
        || producer->dispatcher->kind != DispatcherKind::Partition)
        return true;
    const auto isTaken = [&](const std::string &partition) {
        return std::ranges::any_of(
            pipeline.subscriptions, [&](const SubscriptionDescription &other) {
                return other.from == subscription.from && other.options.partition == partition;
            });
    };
    for (const std::string &partition : producer->dispatcher->partitionNames()) {
        if (isTaken(partition))
            continue;
        subscription.options.partition = partition;
        return true;
    }
    return false;
}

std::optional<StagePart> newConsumer(const PipelineDescription &pipeline, const QString &producer)
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
    if (!choosePartition(subscription, pipeline))
        return {};
    part.subscriptions.push_back(subscription);
    return part;
}

std::optional<SubscriptionDescription> newSubscription(const PipelineDescription &pipeline,
                                                       const QString &from, const QString &to,
                                                       const SubscriptionOptions &limits)
{
    SubscriptionDescription subscription{from, to, limits, {}};
    const bool isOneOfSeveral =
        std::ranges::find(pipeline.subscriptions, to, &SubscriptionDescription::to)
        != pipeline.subscriptions.end();
    if (isOneOfSeveral)
        subscription.options.cancel = CancelMode::Temporary;
    if (!choosePartition(subscription, pipeline))
        return {};
    return subscription;
}

bool canBeginPlain(const StageKind &kind)
{
    return !kind.validate({});
}

StagePart newStage(const PipelineDescription &pipeline, const NewStage &wanted,
                   const QStringList &selected)
{
    StagePart part;
    part.index = pipeline.stages.size();
    part.stage.kind = wanted.kind;
    part.stage.id = freeName(pipeline, wanted.name.isEmpty() ? wanted.kind : wanted.name);
    part.stage.run.workTime = wanted.workTime;
    const StageKind *kind = StageCatalog::standard().find(wanted.kind);
    if (!kind)
        return part;
    if (kind->input) {
        const QString producer = producerOf(pipeline, *kind, selected);
        SubscriptionDescription subscription{producer, part.stage.id, wanted.limits, {}};
        if (!producer.isEmpty() && choosePartition(subscription, pipeline))
            part.subscriptions.push_back(subscription);
        return part;
    }
    for (const QString &name : selected) {
        const StageKind *taker = kindOf(pipeline, name);
        if (!taker || !takesFrom(*taker, *kind))
            continue;
        // Whoever takes from it besides others does not leave with it.
        SubscriptionOptions options = wanted.limits;
        options.cancel = CancelMode::Temporary;
        part.subscribers.push_back({.from = part.stage.id, .to = name, .options = options});
    }
    return part;
}

QStringList removableStages(const PipelineDescription &pipeline, const QStringList &selected)
{
    if (!selected.isEmpty())
        return selected;
    QStringList consumers;
    for (const StageDescription &stage : pipeline.stages) {
        if (roleOf(stage) == StageRole::Consumer)
            consumers.append(stage.id);
    }
    return consumers.mid(consumers.size() - 1);
}

QStringList leavingWith(const PipelineDescription &pipeline, const QStringList &names)
{
    QStringList leaving;
    for (const QString &name : names) {
        if (find(pipeline, name) && !leaving.contains(name))
            leaving.append(name);
    }
    // The list grows while it is walked through.
    for (qsizetype i = 0; i < leaving.size(); ++i) {
        for (const SubscriptionDescription &subscription : pipeline.subscriptions) {
            if (subscription.from == leaving[i] && !leaving.contains(subscription.to)
                && subscription.options.cancel == CancelMode::Permanent)
                leaving.append(subscription.to);
        }
    }
    // Moves every stage before those it subscribes to; there are no cycles.
    const auto subscribes = [&pipeline](const QString &to, const QString &from) {
        return std::ranges::any_of(pipeline.subscriptions,
                                   [&](const SubscriptionDescription &subscription) {
                                       return subscription.from == from && subscription.to == to;
                                   });
    };
    QStringList ordered;
    while (!leaving.isEmpty()) {
        const auto last = std::ranges::find_if(leaving, [&](const QString &name) {
            return std::ranges::none_of(
                leaving, [&](const QString &other) { return subscribes(other, name); });
        });
        if (last == leaving.end())
            return ordered + leaving;
        ordered.append(*last);
        leaving.erase(last);
    }
    return ordered;
}

} // namespace sluice::ui
