// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/stagecatalog.h"
#include "core/stages/counter.h"
#include "core/stages/filter.h"
#include "core/stages/fragile.h"
#include "core/stages/kindoptions.h"
#include "core/stages/map.h"
#include "core/stages/print.h"

#include <utility>

namespace sluice {

namespace {

using Type = OptionSpec::Type;

Counter::Options counterOptions(const QJsonObject &options)
{
    return {integerOf(options, QStringLiteral("first"), 0),
            integerOf(options, QStringLiteral("step"), 1),
            exactInteger(options.value(QStringLiteral("last")))};
}

std::optional<OptionError> checkCounter(const QJsonObject &json)
{
    const Counter::Options options = counterOptions(json);
    if (options.step == 0)
        return OptionError{"step", "any integer but 0", "0"};
    if (options.last
        && (options.step > 0 ? *options.last < options.first : *options.last > options.first)) {
        return OptionError{"last",
                           (options.step > 0 ? "at least " : "at most ")
                               + std::to_string(options.first)
                               + " (counting from first in the direction of step)",
                           std::to_string(*options.last)};
    }
    return std::nullopt;
}

StageKind counterKind()
{
    StageKind kind;
    kind.name = QStringLiteral("counter");
    kind.role = StageRole::Producer;
    kind.summary = QStringLiteral("counts in equal steps, as fast as it is asked to");
    kind.output = &eventType<Integer>();
    kind.options = {
        option(Type::WholeNumber, QStringLiteral("first"), QStringLiteral("the first number"), 0),
        option(Type::WholeNumber, QStringLiteral("step"),
               QStringLiteral("to the next number; not 0"), 1),
        option(Type::WholeNumber, QStringLiteral("last"),
               QStringLiteral("counts no further than this; endless without it"))};
    kind.mayHaveRate = true;
    kind.make = [](const QJsonObject &options, const StageEnvironment &) {
        return std::make_unique<Counter>(counterOptions(options));
    };
    kind.checkTogether = checkCounter;
    return kind;
}

StageKind filterKind()
{
    const QStringList keep = {QStringLiteral("even"), QStringLiteral("odd"),
                              QStringLiteral("prime"), QStringLiteral("multiple")};
    StageKind kind;
    kind.name = QStringLiteral("filter");
    kind.role = StageRole::ProducerConsumer;
    kind.summary = QStringLiteral("lets some numbers through");
    kind.input = kind.output = &eventType<Integer>();
    kind.options = {choiceOption(QStringLiteral("keep"), QStringLiteral("which numbers"), keep),
                    option(Type::WholeNumber, QStringLiteral("of"),
                           QStringLiteral("for multiple: of what"), 2)};
    kind.options.back().minimum = 1;
    kind.make = [keep](const QJsonObject &options, const StageEnvironment &) {
        return std::make_unique<Filter>(
            Filter::Options{choiceOf<Filter::Keep>(options, QStringLiteral("keep"), keep),
                            integerOf(options, QStringLiteral("of"), 2)});
    };
    return kind;
}

StageKind fragileKind()
{
    StageKind kind;
    kind.name = QStringLiteral("fragile");
    kind.role = StageRole::ProducerConsumer;
    kind.summary = QStringLiteral("passes numbers on and fails at every so many");
    kind.input = kind.output = &eventType<Integer>();
    kind.options = {option(Type::WholeNumber, QStringLiteral("every"),
                           QStringLiteral("fails at this one of the numbers it gets"), 10)};
    kind.options.back().minimum = 1;
    kind.make = [](const QJsonObject &options, const StageEnvironment &) {
        return std::make_unique<Fragile>(
            Fragile::Options{integerOf(options, QStringLiteral("every"), 10)});
    };
    return kind;
}

StageKind mapKind()
{
    const QStringList operations = {QStringLiteral("add"), QStringLiteral("multiply")};
    StageKind kind;
    kind.name = QStringLiteral("map");
    kind.role = StageRole::ProducerConsumer;
    kind.summary = QStringLiteral("turns each number into another");
    kind.input = kind.output = &eventType<Integer>();
    kind.options = {
        choiceOption(QStringLiteral("do"), QStringLiteral("what to do"), operations),
        option(Type::WholeNumber, QStringLiteral("by"), QStringLiteral("with which number"), 1)};
    kind.make = [operations](const QJsonObject &options, const StageEnvironment &) {
        return std::make_unique<Map>(
            Map::Options{choiceOf<Map::Do>(options, QStringLiteral("do"), operations),
                         integerOf(options, QStringLiteral("by"), 1)});
    };
    return kind;
}

StageKind printKind()
{
    StageKind kind;
    kind.name = QStringLiteral("print");
    kind.role = StageRole::Consumer;
    kind.summary = QStringLiteral("prints each event");
    kind.input = &eventType<AnyEvent>();
    kind.make = [](const QJsonObject &, const StageEnvironment &environment) {
        return std::make_unique<Print>(environment);
    };
    return kind;
}

} // namespace

const StageCatalog &StageCatalog::standard()
{
    static const StageCatalog catalog = [] {
        std::vector<StageKind> kinds = {counterKind(), filterKind(), fragileKind(), mapKind(),
                                        printKind()};
        for (StageKind &kind : textKinds())
            kinds.push_back(std::move(kind));
        for (StageKind &kind : timedKinds())
            kinds.push_back(std::move(kind));
        return StageCatalog(std::move(kinds));
    }();
    return catalog;
}

} // namespace sluice
