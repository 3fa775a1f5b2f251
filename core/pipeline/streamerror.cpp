// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/streamerror.h"

namespace sluice {
namespace {

QString whatWentWrong(const StreamError &error)
{
    switch (error.call) {
    case PipelineError::None:
        return QString::fromStdString(toString(error.reason));
    case PipelineError::BadOptions:
        if (error.option) {
            return QStringLiteral("%1 has to be %2, got %3")
                .arg(QString::fromStdString(error.option->option),
                     QString::fromStdString(error.option->expectation),
                     QString::fromStdString(error.option->got));
        }
        return QStringLiteral("its options cannot be used");
    case PipelineError::TypesDiffer:
        return QStringLiteral("emits another type of event than the stream reads");
    case PipelineError::NotAProducer:
        return QStringLiteral("is a consumer; a stream reads what producers emit");
    case PipelineError::NotNow:
        return QStringLiteral("the pipeline or the stage is stopping");
    case PipelineError::UnknownStage:
    case PipelineError::UnknownSubscription:
    case PipelineError::NotAConsumer:
    case PipelineError::WouldCycle:
        break;
    }
    return QStringLiteral("cannot be subscribed to");
}

} // namespace

QString toString(const StreamError &error)
{
    const QString what = whatWentWrong(error);
    return error.producer.isEmpty() ? what : QString(error.producer + QStringLiteral(": ") + what);
}

} // namespace sluice
