// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/dispatcherreader.h"

#include "core/flow/partitionhash.h"
#include "core/pipeline/filewords.h"

#include <algorithm>
#include <utility>

namespace sluice {

bool DispatcherReader::readDispatcher(const JsonNode &node, const StageKind &kind,
                                      StageDescription &stage)
{
    if (!kind.output) {
        return m_json.fail(
            Code::UnknownOption, node,
            QStringLiteral("no dispatcher, because %1 emits nothing").arg(kind.name));
    }
    if (!m_json.check(node, QJsonValue::Object))
        return false;
    const JsonNode *kindNode = m_json.need(node, u"kind");
    qsizetype index = 0;
    if (!kindNode || !m_json.readChoice(*kindNode, dispatcherWords(), index))
        return false;
    DispatcherDescription described;
    described.kind = static_cast<DispatcherKind>(index);
    bool isRight = false;
    switch (described.kind) {
    case DispatcherKind::Demand:
        isRight = readDemandDispatcher(node, described);
        break;
    case DispatcherKind::Broadcast:
        isRight = m_json.checkKeys(node, {QStringLiteral("kind")});
        break;
    case DispatcherKind::Partition:
        isRight = readPartitionDispatcher(node, *kind.output, described);
        break;
    }
    if (!isRight)
        return false;
    stage.run.dispatcher = dispatcherOptions(described, *kind.output);
    stage.dispatcher = std::move(described);
    return true;
}

bool DispatcherReader::readDemand(const JsonNode &node, const StageKind &kind, DemandMode &mode)
{
    if (kind.role != StageRole::Producer) {
        return m_json.fail(
            Code::UnknownOption, node,
            QStringLiteral("no demand mode, because %1 is no producer").arg(kind.name));
    }
    qsizetype index = 0;
    if (!m_json.readChoice(node, demandModeWords(), index))
        return false;
    mode = static_cast<DemandMode>(index);
    return true;
}

bool DispatcherReader::readDemandDispatcher(const JsonNode &node, DispatcherDescription &dispatcher)
{
    if (!m_json.checkKeys(
            node, {QStringLiteral("kind"), QStringLiteral("maxDemand"), QStringLiteral("shuffle")}))
        return false;
    if (const JsonNode *max = node.find(u"maxDemand")) {
        EventCount value = 0;
        if (!m_json.readInteger(*max, 1, demandLimit, value))
            return false;
        dispatcher.maxDemand = value;
    }
    const JsonNode *shuffle = node.find(u"shuffle");
    return !shuffle || m_json.readFlag(*shuffle, dispatcher.shuffle);
}

bool DispatcherReader::readPartitionDispatcher(const JsonNode &node, const EventType &events,
                                               DispatcherDescription &dispatcher)
{
    if (!m_json.checkKeys(
            node, {QStringLiteral("kind"), QStringLiteral("partitions"), QStringLiteral("hash")}))
        return false;
    const JsonNode *partitions = m_json.need(node, u"partitions");
    if (!partitions || !readPartitions(*partitions, dispatcher))
        return false;
    if (const JsonNode *hash = node.find(u"hash");
        hash && !readHash(*hash, events, dispatcher.hash))
        return false;
    return checkHash(node, events, dispatcher);
}

bool DispatcherReader::readPartitions(const JsonNode &node, DispatcherDescription &dispatcher)
{
    const QString orNames = QStringLiteral(", or a list of names");
    if (node.type != QJsonValue::Array) {
        EventCount count = 0;
        if (!m_json.readInteger(node, 1, partitionLimit, count, orNames))
            return false;
        dispatcher.partitions = static_cast<std::size_t>(count);
        return true;
    }
    std::vector<std::string> names;
    for (const JsonNode &name : node.children) {
        if (!readPartitionName(name, names))
            return false;
    }
    if (names.empty() || names.size() > std::size_t(partitionLimit)) {
        return m_json.fail(Code::OutOfRange, node,
                           QStringLiteral("1 to %1 names of partitions").arg(partitionLimit));
    }
    // Names that differ: found by sorting, as there may be many.
    std::vector<std::string> sorted = names;
    std::ranges::sort(sorted);
    if (const auto twice = std::ranges::adjacent_find(sorted); twice != sorted.end()) {
        const auto first = std::ranges::find(names, *twice);
        const auto second = std::find(first + 1, names.end(), *twice);
        return m_json.fail(Code::DuplicateId, node.children[std::size_t(second - names.begin())],
                           QStringLiteral("a name that no other partition has"));
    }
    dispatcher.partitions = std::move(names);
    return true;
}

bool DispatcherReader::readPartitionName(const JsonNode &node, std::vector<std::string> &names)
{
    QString name;
    if (!m_json.readText(node, name))
        return false;
    names.push_back(name.toStdString());
    return isValidStageName(name)
        || m_json.fail(Code::OutOfRange, node,
                       QStringLiteral("1 to 64 of the characters A-Z a-z 0-9 _ . -"));
}

bool DispatcherReader::readHash(const JsonNode &node, const EventType &events,
                                std::optional<HashRule> &rule)
{
    QStringList choices;
    std::vector<HashRule> rules;
    for (qsizetype i = 0; i < hashWords().size(); ++i) {
        if (!isFor(static_cast<HashRule>(i), events))
            continue;
        rules.push_back(static_cast<HashRule>(i));
        choices.append(hashWords()[i]);
    }
    if (rules.empty()) {
        return m_json.fail(
            Code::UnknownOption, node,
            QStringLiteral("no hash, because there is none for events of type %1")
                .arg(QString::fromUtf8(events.name.data(), qsizetype(events.name.size()))));
    }
    if (!m_json.check(node, QJsonValue::Object) || !m_json.checkKeys(node, {QStringLiteral("by")}))
        return false;
    const JsonNode *by = m_json.need(node, u"by");
    qsizetype index = 0;
    if (!by || !m_json.readChoice(*by, choices, index))
        return false;
    rule = rules[std::size_t(index)];
    return true;
}

bool DispatcherReader::checkHash(const JsonNode &node, const EventType &events,
                                 const DispatcherDescription &dispatcher)
{
    if (dispatcher.hash == HashRule::EvenOdd) {
        return (dispatcher.hasPartition("even") && dispatcher.hasPartition("odd")
                && dispatcher.partitionNames().size() == 2)
            || m_json.fail(Code::OutOfRange, *node.find(u"partitions"),
                           QStringLiteral("[\"even\", \"odd\"], for the hash by evenOdd"));
    }
    if (!PartitionNames(dispatcher.partitionNames()).isNumbered()) {
        return m_json.fail(
            dispatcher.hash ? Code::OutOfRange : Code::MissingKey,
            dispatcher.hash ? *node.find(u"partitions") : node,
            dispatcher.hash
                ? QStringLiteral("a number of partitions, for the hash by %1")
                      .arg(hashWords()[qsizetype(*dispatcher.hash)])
                : QStringLiteral("the key \"hash\", because the partitions have names"));
    }
    return dispatcher.hash || events.stableHash
        || m_json.fail(
            Code::UnknownOption, node,
            QStringLiteral("no partitions, because events of type %1 have no hash")
                .arg(QString::fromUtf8(events.name.data(), qsizetype(events.name.size()))));
}

} // namespace sluice
