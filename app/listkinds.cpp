// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/listkinds.h"

#include "core/pipeline/pipelinefile.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace sluice::app {

namespace {

QString roleName(StageRole role)
{
    switch (role) {
    case StageRole::Producer:
        return QStringLiteral("producer");
    case StageRole::ProducerConsumer:
        return QStringLiteral("producer-consumer");
    case StageRole::Consumer:
        break;
    }
    return QStringLiteral("consumer");
}

QString typeName(const EventType *type)
{
    return type ? QString::fromUtf8(type->name.data(), static_cast<qsizetype>(type->name.size()))
                : QString();
}

QString typeName(OptionSpec::Type type)
{
    switch (type) {
    case OptionSpec::Type::WholeNumber:
        return QStringLiteral("integer");
    case OptionSpec::Type::Number:
        return QStringLiteral("number");
    case OptionSpec::Type::Choice:
        return QStringLiteral("choice");
    case OptionSpec::Type::Boolean:
        return QStringLiteral("true|false");
    case OptionSpec::Type::Text:
        return QStringLiteral("text");
    case OptionSpec::Type::InputPath:
        return QStringLiteral("path to read");
    case OptionSpec::Type::OutputPath:
        return QStringLiteral("path to write");
    case OptionSpec::Type::Duration:
        break;
    }
    return QStringLiteral("duration");
}

/// The options of \a kind, with the one that the pipeline itself looks after.
std::vector<OptionSpec> allOptions(const StageKind &kind)
{
    std::vector<OptionSpec> options = kind.options;
    if (kind.mayHaveRate) {
        OptionSpec rate;
        rate.name = QStringLiteral("rate");
        rate.type = OptionSpec::Type::Number;
        rate.summary = QStringLiteral("at most so many events a second; no limit without it");
        rate.maximum = rateLimit;
        options.push_back(std::move(rate));
    }
    return options;
}

QJsonObject toJson(const OptionSpec &option)
{
    QJsonObject json = {{QStringLiteral("name"), option.name},
                        {QStringLiteral("type"), typeName(option.type)},
                        {QStringLiteral("summary"), option.summary}};
    if (!option.defaultValue.isUndefined())
        json.insert(QStringLiteral("default"), option.defaultValue);
    if (option.minimum)
        json.insert(QStringLiteral("minimum"), *option.minimum);
    if (option.maximum)
        json.insert(QStringLiteral("maximum"), *option.maximum);
    if (option.isRequired)
        json.insert(QStringLiteral("required"), true);
    if (!option.choices.isEmpty())
        json.insert(QStringLiteral("choices"), QJsonArray::fromStringList(option.choices));
    return json;
}

QJsonObject toJson(const StageKind &kind)
{
    QJsonArray options;
    for (const OptionSpec &option : allOptions(kind))
        options.append(toJson(option));
    QJsonObject json = {{QStringLiteral("name"), kind.name},
                        {QStringLiteral("role"), roleName(kind.role)},
                        {QStringLiteral("summary"), kind.summary},
                        {QStringLiteral("options"), options}};
    if (kind.input)
        json.insert(QStringLiteral("takes"), typeName(kind.input));
    if (kind.output)
        json.insert(QStringLiteral("emits"), typeName(kind.output));
    return json;
}

QString valuesText(const OptionSpec &option)
{
    const QString values =
        option.choices.isEmpty() ? typeName(option.type) : option.choices.join(u'|');
    if (option.isRequired)
        return values + QStringLiteral(", required");
    if (option.defaultValue.isUndefined())
        return values;
    return values + QStringLiteral(" (%1)").arg(option.defaultValue.toVariant().toString());
}

QString toText(const OptionSpec &option)
{
    return QStringLiteral("    %1 %2 %3\n")
        .arg(option.name, -10)
        .arg(valuesText(option), -32)
        .arg(option.summary);
}

QString toText(const StageKind &kind)
{
    QString types;
    if (kind.input)
        types += QStringLiteral(", takes ") + typeName(kind.input);
    if (kind.output)
        types += QStringLiteral(", emits ") + typeName(kind.output);
    QString text =
        QStringLiteral("%1: %2%3\n  %4\n").arg(kind.name, roleName(kind.role), types, kind.summary);
    for (const OptionSpec &option : allOptions(kind))
        text += toText(option);
    return text;
}

/// What a file may say of any stage that emits, and of subscriptions to it.
constexpr char16_t dispatchers[] = uR"(
every stage that emits events may have
    dispatcher {"kind": "demand"}             each to the consumer with the largest demand, as without
               {"kind": "broadcast"}          each to every consumer whose selector it meets
               {"kind": "partition",          each to the consumer of its partition
                "partitions": N or [names],
                "hash": {"by": ...}}          integers: modulo, evenOdd; text: firstLetter
every producer may have
    demand     forward|accumulate (forward)   what to do with demand until it is told otherwise
subscriptions to such stages may have
    selector   {"keep": "even"|"odd"|"multiple", "of": N, "atLeast": N} or {"contains": "text"}
    partition  the number or the name of the one they take
)";

} // namespace

QByteArray kindsText(const StageCatalog &catalog, OutputFormat format)
{
    QJsonArray array;
    QString text;
    for (const StageKind &kind : catalog.kinds()) {
        array.append(toJson(kind));
        text += toText(kind);
    }
    text += QString::fromUtf16(dispatchers);
    return format == OutputFormat::Json ? QJsonDocument(array).toJson() : text.toUtf8();
}

} // namespace sluice::app
