// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings.h"

#include "core/pipeline/duration.h"
#include "core/pipeline/pipelinefile.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace sluice::app {

namespace {

/// What is wrong with a value; nothing if it was taken over.
using Problem = std::optional<QString>;

std::optional<EventCount> integer(const QString &text)
{
    bool ok = false;
    const EventCount value = text.toLongLong(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

Problem setDemand(PipelineDescription &pipeline, const QString &stage, const QString &key,
                  const QString &value)
{
    const auto count = integer(value);
    if (!count)
        return QStringLiteral("expected an integer");
    bool isSubscribed = false;
    for (SubscriptionDescription &subscription : pipeline.subscriptions) {
        if (subscription.to != stage)
            continue;
        isSubscribed = true;
        SubscriptionOptions &options = subscription.options;
        if (key == u"minDemand") {
            options.minDemand = *count;
        } else {
            options.maxDemand = *count;
            if (options.minimum() >= *count)
                options.minDemand.reset();
        }
    }
    if (!isSubscribed)
        return QStringLiteral("%1 subscribes to nothing").arg(stage);
    return std::nullopt;
}

Problem setWorkTime(StageDescription &stage, const QString &value)
{
    const auto workTime = parseDuration(value);
    if (!workTime)
        return QStringLiteral("expected a duration such as 400ms");
    stage.run.workTime = *workTime;
    return std::nullopt;
}

/// \a text as a value for an option; of the wrong type if it is no good, which is found later.
QJsonValue valueFor(const OptionSpec &spec, const QString &text)
{
    switch (spec.type) {
    case OptionSpec::Type::WholeNumber:
    case OptionSpec::Type::Number: {
        if (const auto exact = integer(text))
            return qint64(*exact);
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        return isNumber ? QJsonValue(number) : QJsonValue(text);
    }
    case OptionSpec::Type::Boolean:
        return text == u"true" || text == u"false" ? QJsonValue(text == u"true") : QJsonValue(text);
    case OptionSpec::Type::InputPath:
        // Who types a path means the folder they are in, not that of the pipeline's file.
        return text.isEmpty() ? text : QFileInfo(text).absoluteFilePath();
    case OptionSpec::Type::Choice:
    case OptionSpec::Type::Text:
    case OptionSpec::Type::OutputPath:
    case OptionSpec::Type::Duration:
        break;
    }
    return text;
}

Problem setOption(StageDescription &stage, const StageKind &kind, const QString &key,
                  const QString &value)
{
    if (key == u"rate" && kind.mayHaveRate) {
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (!isNumber)
            return QStringLiteral("expected a number");
        stage.run.ratePerSecond = number;
        return std::nullopt;
    }
    const OptionSpec *spec = kind.option(key);
    if (!spec) {
        QStringList keys = {QStringLiteral("maxDemand"), QStringLiteral("minDemand"),
                            QStringLiteral("workTime")};
        keys += kind.optionNames();
        return QStringLiteral("expected one of %1 after %2")
            .arg(keys.join(QStringLiteral(", ")), stage.id);
    }
    stage.options.insert(key, valueFor(*spec, value));
    return std::nullopt;
}

Problem apply(PipelineDescription &pipeline, const QString &setting)
{
    const qsizetype equals = setting.indexOf(u'=');
    // Names of stages may have dots, keys have none.
    const qsizetype dot = equals < 0 ? -1 : setting.lastIndexOf(u'.', equals - 1);
    if (dot < 1)
        return QStringLiteral("expected STAGE.KEY=VALUE");
    const QString name = setting.first(dot);
    const QString key = setting.sliced(dot + 1, equals - dot - 1);
    const QString value = setting.sliced(equals + 1);
    const auto stage = std::ranges::find(pipeline.stages, name, &StageDescription::id);
    if (stage == pipeline.stages.end())
        return QStringLiteral("there is no stage %1").arg(name);
    if (key == u"maxDemand" || key == u"minDemand")
        return setDemand(pipeline, name, key, value);
    if (key == u"workTime")
        return setWorkTime(*stage, value);
    return setOption(*stage, *StageCatalog::standard().find(stage->kind), key, value);
}

} // namespace

std::optional<QString> applySettings(PipelineDescription &pipeline, const QStringList &settings)
{
    for (const QString &setting : settings) {
        if (const Problem problem = apply(pipeline, setting))
            return QStringLiteral("--set %1: %2").arg(setting, *problem);
    }
    if (settings.isEmpty())
        return std::nullopt;
    // Only together they need to make sense; a file with them tells.
    LoadedPipeline changed = readPipeline(pipelineText(pipeline), QStringLiteral("--set"));
    if (changed.error) {
        changed.error->line = 0;
        return toString(*changed.error);
    }
    changed.pipeline.folder = pipeline.folder;
    pipeline = std::move(changed.pipeline);
    return std::nullopt;
}

} // namespace sluice::app
