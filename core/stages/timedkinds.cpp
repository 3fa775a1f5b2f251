// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/kindoptions.h"
#include "core/stages/ratelimiter.h"
#include "core/stages/standardinput.h"
#include "core/stages/timer.h"

namespace sluice {

namespace {

using namespace std::chrono_literals;

using Type = OptionSpec::Type;

OptionSpec intervalOption(const QString &summary)
{
    OptionSpec spec =
        option(Type::Duration, QStringLiteral("interval"), summary, QStringLiteral("1s"));
    spec.minimum = 0.001;
    spec.maximum = 86'400;
    return spec;
}

std::chrono::milliseconds intervalOf(const QJsonObject &options)
{
    return std::chrono::ceil<std::chrono::milliseconds>(
        durationOf(options, QStringLiteral("interval"), 1s));
}

StageKind timerKind()
{
    StageKind kind;
    kind.name = QStringLiteral("timer");
    kind.role = StageRole::Producer;
    kind.summary = QStringLiteral("a text each interval, numbered, whether asked for or not");
    kind.output = &eventType<std::string>();
    kind.options = {intervalOption(QStringLiteral("from one to the next")),
                    option(Type::Text, QStringLiteral("text"),
                           QStringLiteral("what stands before the number"), QStringLiteral("tick")),
                    option(Type::WholeNumber, QStringLiteral("count"),
                           QStringLiteral("how many; endless without it"))};
    kind.options.back().minimum = 1;
    kind.make = [](const QJsonObject &options, const StageEnvironment &) {
        const QString text = options.value(QStringLiteral("text")).toString(QStringLiteral("tick"));
        return std::make_unique<Timer>(
            Timer::Options{intervalOf(options), text.toStdString(),
                           exactInteger(options.value(QStringLiteral("count")))});
    };
    return kind;
}

StageKind standardInputKind()
{
    StageKind kind;
    kind.name = QStringLiteral("stdin");
    kind.role = StageRole::Producer;
    kind.summary = QStringLiteral("the lines of standard input, read as they are asked for");
    kind.output = &eventType<std::string>();
    kind.make = [](const QJsonObject &, const StageEnvironment &) {
        return std::make_unique<StandardInput>();
    };
    return kind;
}

StageKind rateLimiterKind()
{
    StageKind kind;
    kind.name = QStringLiteral("ratelimiter");
    kind.role = StageRole::Consumer;
    kind.summary = QStringLiteral("prints events, but only so many an interval from each producer");
    kind.input = &eventType<AnyEvent>();
    kind.options = {option(Type::WholeNumber, QStringLiteral("events"),
                           QStringLiteral("how many an interval"), 10),
                    intervalOption(QStringLiteral("how long an interval is"))};
    kind.options.front().minimum = 1;
    kind.options.front().maximum = 1'000'000;
    kind.make = [](const QJsonObject &options, const StageEnvironment &environment) {
        return std::make_unique<RateLimiter>(
            RateLimiter::Options{integerOf(options, QStringLiteral("events"), 10),
                                 intervalOf(options)},
            environment);
    };
    return kind;
}

} // namespace

std::vector<StageKind> timedKinds()
{
    return {timerKind(), standardInputKind(), rateLimiterKind()};
}

} // namespace sluice
