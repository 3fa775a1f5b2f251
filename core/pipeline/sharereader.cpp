// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/sharereader.h"

#include "core/flow/partitionhash.h"
#include "core/pipeline/filewords.h"

#include <limits>

namespace sluice {
namespace {

QString allowed(const DispatcherDescription &dispatcher)
{
    return QString::fromStdString(PartitionNames(dispatcher.partitionNames()).text());
}

} // namespace

bool ShareReader::read(const JsonNode &node, const StageDescription &from, const StageKind &kind,
                       SubscriptionDescription &subscription)
{
    const DispatcherDescription dispatcher = from.dispatcher.value_or(DispatcherDescription());
    const QString word = dispatcherWords()[qsizetype(dispatcher.kind)];
    const JsonNode *selector = node.find(u"selector");
    if (selector && dispatcher.kind != DispatcherKind::Broadcast) {
        return m_json.fail(Code::UnknownOption, *selector,
                           QStringLiteral("no selector, because %1 does not broadcast (its "
                                          "dispatcher is %2)")
                               .arg(from.id, word));
    }
    if (selector) {
        SelectorDescription described;
        if (!readSelector(*selector, *kind.output, described))
            return false;
        subscription.options.selector = makeSelector(described, *kind.output);
        subscription.selector = std::move(described);
    }
    if (dispatcher.kind == DispatcherKind::Partition)
        return readPartition(node, dispatcher, subscription);
    const JsonNode *partition = node.find(u"partition");
    return !partition
        || m_json.fail(Code::UnknownOption, *partition,
                       QStringLiteral("no partition, because %1 has none (its dispatcher is %2)")
                           .arg(from.id, word));
}

bool ShareReader::readPartition(const JsonNode &node, const DispatcherDescription &dispatcher,
                                SubscriptionDescription &subscription)
{
    const JsonNode *partition = node.find(u"partition");
    if (!partition) {
        return m_json.fail(
            Code::MissingKey, node,
            QStringLiteral("the key \"partition\", which is one of %1").arg(allowed(dispatcher)));
    }
    const auto number = exactInteger(partition->scalar);
    const QString name = number ? QString::number(*number) : partition->scalar.toString();
    if (!dispatcher.hasPartition(name.toStdString())) {
        const bool isName = number || partition->type == QJsonValue::String;
        return m_json.fail(isName ? Code::UnknownChoice : Code::WrongType, *partition,
                           QStringLiteral("one of %1").arg(allowed(dispatcher)));
    }
    subscription.options.partition = name.toStdString();
    // §12.3: each partition takes one consumer.
    const auto [taker, isFree] =
        m_takers.insert({{subscription.from, name.toStdString()}, subscription.to});
    return isFree
        || m_json.fail(Code::PartitionTaken, *partition,
                       QStringLiteral("a partition of its own for %1 (%2 of %3 goes to %4 already)")
                           .arg(subscription.to, name, subscription.from, taker->second));
}

bool ShareReader::readSelector(const JsonNode &node, const EventType &events,
                               SelectorDescription &selector)
{
    if (!m_json.check(node, QJsonValue::Object))
        return false;
    if (events == eventType<Integer>())
        return readNumberSelector(node, selector);
    if (events == eventType<std::string>())
        return readTextSelector(node, selector);
    return m_json.fail(
        Code::UnknownOption, node,
        QStringLiteral("no selector, because there is none for events of type %1")
            .arg(QString::fromUtf8(events.name.data(), qsizetype(events.name.size()))));
}

bool ShareReader::readNumberSelector(const JsonNode &node, SelectorDescription &selector)
{
    if (!m_json.checkKeys(
            node, {QStringLiteral("keep"), QStringLiteral("of"), QStringLiteral("atLeast")}))
        return false;
    if (const JsonNode *keep = node.find(u"keep")) {
        qsizetype index = 0;
        if (!m_json.readChoice(*keep, selectorWords(), index))
            return false;
        selector.keep = static_cast<SelectorDescription::Keep>(index);
    }
    if (const JsonNode *of = node.find(u"of")) {
        if (selector.keep != SelectorDescription::Keep::Multiple) {
            return m_json.fail(Code::UnknownOption, *of,
                               QStringLiteral("\"of\" only with \"keep\": \"multiple\""));
        }
        if (!readInteger(*of, 1, selector.of))
            return false;
    }
    const JsonNode *atLeast = node.find(u"atLeast");
    if (atLeast && !readInteger(*atLeast, std::numeric_limits<Integer>::min(), selector.atLeast))
        return false;
    return selector.keep || selector.atLeast
        || m_json.fail(Code::MissingKey, node,
                       QStringLiteral("a condition: \"keep\" or \"atLeast\""));
}

bool ShareReader::readTextSelector(const JsonNode &node, SelectorDescription &selector)
{
    if (!m_json.checkKeys(node, {QStringLiteral("contains")}))
        return false;
    const JsonNode *contains = m_json.need(node, u"contains");
    if (!contains || !m_json.readText(*contains, selector.contains.emplace()))
        return false;
    return !selector.contains->isEmpty()
        || m_json.fail(Code::OutOfRange, *contains, QStringLiteral("a text that is not empty"));
}

bool ShareReader::readInteger(const JsonNode &node, Integer smallest, std::optional<Integer> &value)
{
    EventCount read = 0;
    if (!m_json.readInteger(node, smallest, std::numeric_limits<EventCount>::max(), read))
        return false;
    value = read;
    return true;
}

} // namespace sluice
