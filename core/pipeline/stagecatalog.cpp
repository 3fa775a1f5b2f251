// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/stagecatalog.h"

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

bool OptionSpec::hasType(const QJsonValue &value) const
{
    if (type == Type::Choice)
        return value.isString();
    // 2^63 is a whole number too; that it does not fit is a matter of range, not of type.
    return value.isDouble()
        && (type == Type::Number || std::trunc(value.toDouble()) == value.toDouble());
}

std::optional<OptionError> OptionSpec::validate(const QJsonValue &value) const
{
    const auto error = [&](const QString &expected) {
        return OptionError{name.toStdString(), expected.toStdString(), textOf(value)};
    };
    if (type == Type::Choice) {
        if (!choices.contains(value.toString()))
            return error(QStringLiteral("one of ") + choices.join(QStringLiteral(", ")));
        return std::nullopt;
    }
    if (!hasType(value))
        return error(type == Type::Number ? QStringLiteral("a number")
                                          : QStringLiteral("an integer"));
    if (type == Type::WholeNumber && !exactInteger(value))
        return error(QStringLiteral("an integer of 64 bits"));
    if (minimum && value.toDouble() < *minimum)
        return error(QStringLiteral("at least %1").arg(*minimum));
    if (maximum && value.toDouble() > *maximum)
        return error(QStringLiteral("at most %1").arg(*maximum));
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
