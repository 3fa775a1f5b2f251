// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/kindoptions.h"

namespace sluice {

OptionSpec option(OptionSpec::Type type, const QString &name, const QString &summary,
                  const QJsonValue &absent)
{
    OptionSpec spec;
    spec.name = name;
    spec.type = type;
    spec.summary = summary;
    spec.defaultValue = absent;
    return spec;
}

OptionSpec requiredOption(OptionSpec::Type type, const QString &name, const QString &summary)
{
    OptionSpec spec = option(type, name, summary);
    spec.isRequired = true;
    return spec;
}

OptionSpec choiceOption(const QString &name, const QString &summary, const QStringList &choices)
{
    OptionSpec spec = option(OptionSpec::Type::Choice, name, summary, choices.first());
    spec.choices = choices;
    return spec;
}

Integer integerOf(const QJsonObject &options, const QString &name, Integer absent)
{
    return exactInteger(options.value(name)).value_or(absent);
}

std::chrono::nanoseconds durationOf(const QJsonObject &options, const QString &name,
                                    std::chrono::nanoseconds absent)
{
    return exactDuration(options.value(name)).value_or(absent);
}

} // namespace sluice
