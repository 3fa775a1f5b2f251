// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/dispatcherwriter.h"
#include "core/pipeline/duration.h"
#include "core/pipeline/filewords.h"
#include "core/pipeline/jsonwriter.h"
#include "core/pipeline/pipelinefile.h"

namespace sluice {

namespace {

JsonOutput bufferOutput(const BufferOptions &buffer)
{
    JsonOutput output = JsonOutput::object();
    output.add(QStringLiteral("size"),
               buffer.size ? QJsonValue(qint64(*buffer.size))
                           : QJsonValue(QStringLiteral("unlimited")));
    output.add(QStringLiteral("keep"),
               QJsonValue(buffer.keep == BufferKeep::First ? QStringLiteral("first")
                                                           : QStringLiteral("last")));
    return output;
}

QString restartText(RestartMode mode)
{
    switch (mode) {
    case RestartMode::Permanent:
        break;
    case RestartMode::Transient:
        return QStringLiteral("transient");
    case RestartMode::Temporary:
        return QStringLiteral("temporary");
    }
    return QStringLiteral("permanent");
}

JsonOutput stageOutput(const StageDescription &stage)
{
    JsonOutput output = JsonOutput::object();
    output.add(QStringLiteral("id"), QJsonValue(stage.id));
    output.add(QStringLiteral("kind"), QJsonValue(stage.kind));
    JsonOutput options = JsonOutput::object();
    options.addAll(stage.options);
    if (stage.run.ratePerSecond)
        options.add(QStringLiteral("rate"), QJsonValue(*stage.run.ratePerSecond));
    if (!stage.options.isEmpty() || stage.run.ratePerSecond)
        output.add(QStringLiteral("options"), std::move(options));
    if (stage.dispatcher)
        output.add(QStringLiteral("dispatcher"), dispatcherOutput(*stage.dispatcher));
    if (stage.run.demand != DemandMode::Forward)
        output.add(QStringLiteral("demand"),
                   QJsonValue(demandModeWords()[qsizetype(stage.run.demand)]));
    if (stage.run.buffer)
        output.add(QStringLiteral("buffer"), bufferOutput(*stage.run.buffer));
    if (stage.run.workTime.count() != 0)
        output.add(QStringLiteral("workTime"), QJsonValue(durationText(stage.run.workTime)));
    if (stage.run.restart != RestartMode::Permanent)
        output.add(QStringLiteral("restart"), QJsonValue(restartText(stage.run.restart)));
    if (!stage.run.thread.isEmpty())
        output.add(QStringLiteral("thread"), QJsonValue(stage.run.thread));
    output.addAll(stage.unknown);
    return output;
}

QString strategyText(SupervisionStrategy strategy)
{
    switch (strategy) {
    case SupervisionStrategy::OneForOne:
        return QStringLiteral("oneForOne");
    case SupervisionStrategy::OneForAll:
        return QStringLiteral("oneForAll");
    case SupervisionStrategy::RestForOne:
        break;
    }
    return QStringLiteral("restForOne");
}

JsonOutput supervisorOutput(const SupervisorDescription &supervisor)
{
    const SupervisionOptions &options = supervisor.options;
    JsonOutput output = JsonOutput::object();
    output.add(QStringLiteral("strategy"), QJsonValue(strategyText(options.strategy)));
    output.add(QStringLiteral("maxRestarts"), QJsonValue(options.intensity.maxRestarts));
    output.add(QStringLiteral("maxSeconds"),
               QJsonValue(qint64(options.intensity.maxSeconds.count())));
    output.addAll(supervisor.unknown);
    return output;
}

QString cancelText(CancelMode mode)
{
    switch (mode) {
    case CancelMode::Permanent:
        break;
    case CancelMode::Transient:
        return QStringLiteral("transient");
    case CancelMode::Temporary:
        return QStringLiteral("temporary");
    }
    return QStringLiteral("permanent");
}

JsonOutput subscriptionOutput(const SubscriptionDescription &subscription)
{
    const SubscriptionOptions &options = subscription.options;
    JsonOutput output = JsonOutput::object();
    output.add(QStringLiteral("from"), QJsonValue(subscription.from));
    output.add(QStringLiteral("to"), QJsonValue(subscription.to));
    output.add(QStringLiteral("maxDemand"), QJsonValue(qint64(options.maxDemand)));
    if (options.minDemand)
        output.add(QStringLiteral("minDemand"), QJsonValue(qint64(*options.minDemand)));
    if (options.cancel != CancelMode::Permanent)
        output.add(QStringLiteral("cancel"), QJsonValue(cancelText(options.cancel)));
    if (subscription.selector)
        output.add(QStringLiteral("selector"), selectorOutput(*subscription.selector));
    if (options.partition)
        output.add(QStringLiteral("partition"), partitionOutput(*options.partition));
    output.addAll(subscription.unknown);
    return output;
}

} // namespace

QByteArray pipelineText(const PipelineDescription &pipeline)
{
    JsonOutput output = JsonOutput::object(JsonOutput::Layout::Spread);
    output.add(QStringLiteral("sluice"), QJsonValue(PipelineDescription::version));
    if (!pipeline.title.isEmpty())
        output.add(QStringLiteral("title"), QJsonValue(pipeline.title));
    if (pipeline.placement != Placement())
        output.add(QStringLiteral("threads"), QJsonValue(toString(pipeline.placement)));
    JsonOutput stages = JsonOutput::array(JsonOutput::Layout::Spread);
    for (const StageDescription &stage : pipeline.stages)
        stages.add(stageOutput(stage));
    output.add(QStringLiteral("stages"), std::move(stages));
    JsonOutput subscriptions = JsonOutput::array(JsonOutput::Layout::Spread);
    for (const SubscriptionDescription &subscription : pipeline.subscriptions)
        subscriptions.add(subscriptionOutput(subscription));
    output.add(QStringLiteral("subscriptions"), std::move(subscriptions));
    if (pipeline.supervisor)
        output.add(QStringLiteral("supervisor"), supervisorOutput(*pipeline.supervisor));
    output.addAll(pipeline.unknown);
    return output.text().toUtf8();
}

} // namespace sluice
