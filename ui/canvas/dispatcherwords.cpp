// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/dispatcherwords.h"

#include "ui/panels/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace sluice::ui {
namespace {

constexpr int mostLines = 8; // of consumers, and names of partitions

struct DispatcherTexts
{
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};

QString hashWords(const std::optional<HashRule> &hash)
{
    if (!hash)
        return DispatcherTexts::tr("by a stable hash of the event");
    switch (*hash) {
    case HashRule::Modulo:
        return DispatcherTexts::tr("by the remainder of the number");
    case HashRule::EvenOdd:
        return DispatcherTexts::tr("by whether the number is even or odd");
    case HashRule::FirstLetter:
        break;
    }
    return DispatcherTexts::tr("by the first letter of the text");
}

QString partitionWords(const DispatcherDescription &dispatcher)
{
    const auto *named = std::get_if<std::vector<std::string>>(&dispatcher.partitions);
    if (!named)
        return DispatcherTexts::tr("%n partition(s) with numbers from 0", nullptr,
                                   static_cast<int>(std::get<std::size_t>(dispatcher.partitions)));
    QStringList names;
    for (const std::string &name : *named) {
        if (names.size() < mostLines)
            names.append(QString::fromStdString(name));
    }
    if (const auto more = static_cast<int>(named->size()) - mostLines; more > 0)
        names.append(DispatcherTexts::tr("and %n more", nullptr, more));
    return DispatcherTexts::tr("partitions %1").arg(names.join(QStringLiteral(", ")));
}

QString ruleWords(DispatcherKind kind, const DispatcherDescription *dispatcher)
{
    switch (kind) {
    case DispatcherKind::Broadcast:
        return DispatcherTexts::tr(
            "B: every event goes to every consumer; as many are sent as all of them "
            "have asked for");
    case DispatcherKind::Partition: {
        const QString rule =
            DispatcherTexts::tr("P: each event goes to the consumer of its partition");
        if (!dispatcher)
            return rule;
        return DispatcherTexts::tr("%1: %2, chosen %3")
            .arg(rule, partitionWords(*dispatcher), hashWords(dispatcher->hash));
    }
    case DispatcherKind::Demand:
        break;
    }
    const QString rule =
        DispatcherTexts::tr("D: each event goes to the consumer with the largest demand");
    if (dispatcher && dispatcher->shuffle)
        return DispatcherTexts::tr("%1, of equals in an order that was drawn").arg(rule);
    return rule;
}

/// Of the subscription of \a consumer to \a producer, which events it is for; empty: any.
QString choiceWords(const PipelineDescription &description, const QString &producer,
                    const QString &consumer)
{
    const auto found = std::ranges::find_if(
        description.subscriptions, [&](const SubscriptionDescription &subscription) {
            return subscription.from == producer && subscription.to == consumer;
        });
    if (found == description.subscriptions.end())
        return {};
    if (found->options.partition)
        return DispatcherTexts::tr("partition %1")
            .arg(QString::fromStdString(*found->options.partition));
    return found->selector ? DispatcherTexts::tr("only some") : QString();
}

QString gotWords(const QString &name, const QString &choice, EventCount sent, EventCount all)
{
    const double share = all > 0 ? static_cast<double>(sent) / static_cast<double>(all) : 0;
    const QString got =
        DispatcherTexts::tr("%1 got %2 (%3)").arg(name, formatCount(sent), formatShare(share));
    return choice.isEmpty() ? got : DispatcherTexts::tr("%1, %2").arg(got, choice);
}

} // namespace

QString dispatcherLetter(const StageSnapshot &stage, int subscriptions)
{
    if (stage.role == StageRole::Consumer)
        return {};
    switch (stage.dispatcher) {
    case DispatcherKind::Broadcast:
        return QStringLiteral("B");
    case DispatcherKind::Partition:
        return QStringLiteral("P");
    case DispatcherKind::Demand:
        break;
    }
    return subscriptions > 1 ? QStringLiteral("D") : QString();
}

QStringList dispatcherLines(const StageSnapshot &stage, const Snapshot &snapshot,
                            const PipelineDescription &description)
{
    std::vector<const SubscriptionSnapshot *> outlets;
    EventCount all = 0;
    for (const SubscriptionSnapshot &subscription : snapshot.subscriptions) {
        if (subscription.producer != stage.id)
            continue;
        outlets.push_back(&subscription);
        all += subscription.outlet.sent;
    }
    if (dispatcherLetter(stage, static_cast<int>(outlets.size())).isEmpty())
        return {};
    const auto described = std::ranges::find(description.stages, stage.name, &StageDescription::id);
    const bool isDescribed =
        described != description.stages.end() && described->dispatcher.has_value();
    QStringList lines{ruleWords(stage.dispatcher, isDescribed ? &*described->dispatcher : nullptr)};
    for (const SubscriptionSnapshot *outlet : outlets) {
        const StageSnapshot *consumer = snapshot.stage(outlet->consumer);
        if (consumer && lines.size() <= mostLines)
            lines += gotWords(consumer->name, choiceWords(description, stage.name, consumer->name),
                              outlet->outlet.sent, all);
    }
    if (const auto more = static_cast<int>(outlets.size()) - mostLines; more > 0)
        lines += DispatcherTexts::tr("and %n more", nullptr, more);
    return lines;
}

} // namespace sluice::ui
