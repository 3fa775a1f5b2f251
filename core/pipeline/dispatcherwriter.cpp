// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/dispatcherwriter.h"

#include "core/pipeline/filewords.h"

#include <utility>

namespace sluice {
namespace {

JsonOutput partitionsOutput(const DispatcherDescription::Partitions &partitions)
{
    if (const auto *count = std::get_if<std::size_t>(&partitions))
        return QJsonValue(static_cast<qint64>(*count));
    JsonOutput output = JsonOutput::array();
    for (const std::string &name : std::get<std::vector<std::string>>(partitions))
        output.add(QJsonValue(QString::fromStdString(name)));
    return output;
}

} // namespace

JsonOutput dispatcherOutput(const DispatcherDescription &dispatcher)
{
    JsonOutput output = JsonOutput::object();
    output.add(QStringLiteral("kind"), QJsonValue(dispatcherWords()[qsizetype(dispatcher.kind)]));
    if (dispatcher.maxDemand)
        output.add(QStringLiteral("maxDemand"), QJsonValue(qint64(*dispatcher.maxDemand)));
    if (dispatcher.shuffle)
        output.add(QStringLiteral("shuffle"), QJsonValue(true));
    if (dispatcher.kind == DispatcherKind::Partition)
        output.add(QStringLiteral("partitions"), partitionsOutput(dispatcher.partitions));
    if (dispatcher.hash) {
        JsonOutput hash = JsonOutput::object();
        hash.add(QStringLiteral("by"), QJsonValue(hashWords()[qsizetype(*dispatcher.hash)]));
        output.add(QStringLiteral("hash"), std::move(hash));
    }
    return output;
}

JsonOutput selectorOutput(const SelectorDescription &selector)
{
    JsonOutput output = JsonOutput::object();
    if (selector.keep)
        output.add(QStringLiteral("keep"), QJsonValue(selectorWords()[qsizetype(*selector.keep)]));
    if (selector.of)
        output.add(QStringLiteral("of"), QJsonValue(qint64(*selector.of)));
    if (selector.atLeast)
        output.add(QStringLiteral("atLeast"), QJsonValue(qint64(*selector.atLeast)));
    if (selector.contains)
        output.add(QStringLiteral("contains"), QJsonValue(*selector.contains));
    return output;
}

JsonOutput partitionOutput(const std::string &partition)
{
    const QString name = QString::fromStdString(partition);
    const qint64 number = name.toLongLong();
    // Also 0 if it is no number at all.
    return QString::number(number) == name ? QJsonValue(number) : QJsonValue(name);
}

} // namespace sluice
