// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/stagecatalog.h"

#include "core/pipeline/duration.h"
#include "core/pipeline/pipelinefolder.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sluice {

namespace {

std::string textOf(const QJsonValue &value)
{
    if (const auto integer = exactInteger(value))
        return std::to_string(*integer);
    return value.toVariant().toString().toStdString();
}

} // namespace

std::optional<Integer> exactInteger(const QJsonValue &value)
{
    // toInteger() gives its default for anything else: two different defaults tell.
    const Integer integer = value.toInteger(0);
    return integer == value.toInteger(1) ? std::optional(integer) : std::nullopt;
}

std::optional<std::chrono::nanoseconds> exactDuration(const QJsonValue &value)
{
    return parseDuration(value.toString());
}

QString StageEnvironment::inputPath(const QJsonObject &options, const QString &name) const
{
    return sluice::inputPath(options.value(name).toString(), folder);
}

QString OptionSpec::expectation() const
{
    switch (type) {
    case Type::WholeNumber:
        return QStringLiteral("an integer");
    case Type::Number:
        return QStringLiteral("a number");
    case Type::Choice:
        return QStringLiteral("one of ") + choices.join(QStringLiteral(", "));
    case Type::Boolean:
        return QStringLiteral("true or false");
    case Type::Text:
        return QStringLiteral("a text");
    case Type::InputPath:
    case Type::OutputPath:
        return QStringLiteral("a path");
    case Type::Duration:
        break;
    }
    return QStringLiteral("a duration such as \"400ms\"");
}

bool OptionSpec::hasType(const QJsonValue &value) const
{
    switch (type) {
    case Type::WholeNumber:
        // 2^63 is a whole number too; that it does not fit is a matter of range, not of type.
        return value.isDouble() && std::trunc(value.toDouble()) == value.toDouble();
    case Type::Number:
        return value.isDouble();
    case Type::Boolean:
        return value.isBool();
    case Type::Choice:
    case Type::Text:
    case Type::InputPath:
    case Type::OutputPath:
    case Type::Duration:
        break;
    }
    return value.isString();
}

std::optional<OptionError> OptionSpec::validate(const QJsonValue &value) const
{
    const auto problem = problemWith(value);
    if (!problem)
        return std::nullopt;
    return OptionError{name.toStdString(), problem->toStdString(), textOf(value)};
}

std::optional<QString> OptionSpec::problemWith(const QJsonValue &value) const
{
    if (!hasType(value))
        return expectation();
    switch (type) {
    case Type::WholeNumber:
        if (!exactInteger(value))
            return QStringLiteral("an integer of 64 bits");
        return rangeProblem(value.toDouble(), QString());
    case Type::Number:
        return rangeProblem(value.toDouble(), QString());
    case Type::Choice:
        return choices.contains(value.toString()) ? std::nullopt : std::optional(expectation());
    case Type::InputPath:
    case Type::OutputPath:
        // An empty path means a folder to some and nothing to others.
        return value.toString().isEmpty() ? std::optional(expectation()) : std::nullopt;
    case Type::Duration: {
        const auto duration = parseDuration(value.toString());
        if (!duration)
            return expectation();
        return rangeProblem(std::chrono::duration<double>(*duration).count(), QStringLiteral(" s"));
    }
    case Type::Boolean:
    case Type::Text:
        break;
    }
    return std::nullopt;
}

std::optional<QString> OptionSpec::rangeProblem(double value, const QString &unit) const
{
    if (minimum && value < *minimum)
        return QStringLiteral("at least %1%2").arg(*minimum).arg(unit);
    if (maximum && value > *maximum)
        return QStringLiteral("at most %1%2").arg(*maximum).arg(unit);
    return std::nullopt;
}

const OptionSpec *StageKind::option(const QString &optionName) const
{
    const auto found = std::ranges::find(options, optionName, &OptionSpec::name);
    return found != options.end() ? &*found : nullptr;
}

QStringList StageKind::optionNames() const
{
    QStringList names;
    for (const OptionSpec &spec : options)
        names.append(spec.name);
    if (mayHaveRate)
        names.append(QStringLiteral("rate"));
    return names;
}

std::optional<OptionError> StageKind::validate(const QJsonObject &values) const
{
    for (auto value = values.begin(); value != values.end(); ++value) {
        const OptionSpec *spec = option(value.key());
        if (!spec) {
            return OptionError{value.key().toStdString(),
                               "one of " + optionNames().join(QStringLiteral(", ")).toStdString(),
                               textOf(value.value())};
        }
        if (auto error = spec->validate(value.value()))
            return error;
    }
    for (const OptionSpec &spec : options) {
        if (spec.isRequired && !values.contains(spec.name)) {
            return OptionError{spec.name.toStdString(), spec.expectation().toStdString(),
                               "nothing"};
        }
    }
    return checkTogether ? checkTogether(values) : std::nullopt;
}

StageCatalog::StageCatalog(std::vector<StageKind> kinds)
    : m_kinds(std::move(kinds))
{
}

const StageKind *StageCatalog::find(const QString &name) const
{
    const auto found = std::ranges::find(m_kinds, name, &StageKind::name);
    return found != m_kinds.end() ? &*found : nullptr;
}

} // namespace sluice
