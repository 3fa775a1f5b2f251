// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/alert.h"
#include "core/stages/archive.h"
#include "core/stages/count.h"
#include "core/stages/files.h"
#include "core/stages/jobs.h"
#include "core/stages/kindoptions.h"
#include "core/stages/lines.h"
#include "core/stages/match.h"
#include "core/stages/sha256.h"
#include "core/stages/words.h"

namespace sluice {

namespace {

using Type = OptionSpec::Type;

StageKind producerKind(const QString &name, const QString &summary)
{
    StageKind kind;
    kind.name = name;
    kind.role = StageRole::Producer;
    kind.summary = summary;
    kind.output = &eventType<std::string>();
    kind.mayHaveRate = true;
    return kind;
}

StageKind middleKind(const QString &name, const QString &summary)
{
    StageKind kind;
    kind.name = name;
    kind.role = StageRole::ProducerConsumer;
    kind.summary = summary;
    kind.input = kind.output = &eventType<std::string>();
    return kind;
}

StageKind consumerKind(const QString &name, const QString &summary, const EventType &input)
{
    StageKind kind;
    kind.name = name;
    kind.role = StageRole::Consumer;
    kind.summary = summary;
    kind.input = &input;
    return kind;
}

StageKind linesKind()
{
    StageKind kind =
        producerKind(QStringLiteral("lines"), QStringLiteral("the lines of a text file, in order"));
    kind.options = {
        requiredOption(Type::InputPath, QStringLiteral("file"), QStringLiteral("which file"))};
    kind.make = [](const QJsonObject &options, const StageEnvironment &environment) {
        return std::make_unique<Lines>(environment.inputPath(options, QStringLiteral("file")));
    };
    return kind;
}

StageKind filesKind()
{
    StageKind kind = producerKind(QStringLiteral("files"),
                                  QStringLiteral("the paths of the files in a folder, sorted"));
    kind.options = {
        requiredOption(Type::InputPath, QStringLiteral("folder"), QStringLiteral("which folder")),
        option(Type::Text, QStringLiteral("names"),
               QStringLiteral("which names, such as \"*.txt *.md\"; all without it")),
        option(Type::Boolean, QStringLiteral("recursive"),
               QStringLiteral("also what is in folders within"), false)};
    kind.make = [](const QJsonObject &options, const StageEnvironment &environment) {
        return std::make_unique<Files>(Files::Options{
            environment.inputPath(options, QStringLiteral("folder")),
            options.value(QStringLiteral("names")).toString().split(u' ', Qt::SkipEmptyParts),
            options.value(QStringLiteral("recursive")).toBool() ? Files::Depth::AllFolders
                                                                : Files::Depth::ThisFolder});
    };
    return kind;
}

StageKind wordsKind()
{
    StageKind kind =
        middleKind(QStringLiteral("words"), QStringLiteral("cuts lines into words, of any script"));
    kind.options = {option(Type::Boolean, QStringLiteral("lower"),
                           QStringLiteral("whether to make capitals small letters"), false)};
    kind.make = [](const QJsonObject &options, const StageEnvironment &) {
        return std::make_unique<Words>(options.value(QStringLiteral("lower")).toBool()
                                           ? Words::Letters::Lower
                                           : Words::Letters::AsTheyAre);
    };
    return kind;
}

StageKind sha256Kind()
{
    StageKind kind = middleKind(
        QStringLiteral("sha256"),
        QStringLiteral("turns paths of files into lines as sha256sum prints them: hash, path"));
    kind.make = [](const QJsonObject &, const StageEnvironment &) {
        return std::make_unique<Sha256>();
    };
    return kind;
}

StageKind jobsKind()
{
    StageKind kind = consumerKind(
        QStringLiteral("jobs"),
        QStringLiteral("a job for each path of a file, maxDemand at a time: prints as sha256sum"),
        eventType<std::string>());
    kind.make = [](const QJsonObject &, const StageEnvironment &environment) {
        return std::make_unique<Jobs>(environment);
    };
    return kind;
}

std::vector<OptionSpec> conditionOptions()
{
    return {option(Type::Text, QStringLiteral("contains"), QStringLiteral("what must be in it")),
            option(Type::Text, QStringLiteral("pattern"),
                   QStringLiteral("a regular expression that must match somewhere")),
            option(Type::Boolean, QStringLiteral("ignoreCase"),
                   QStringLiteral("whether small letters and capitals are the same"), false)};
}

TextCondition conditionOf(const QJsonObject &options)
{
    return {options.value(QStringLiteral("contains")).toString(),
            options.value(QStringLiteral("pattern")).toString(),
            options.value(QStringLiteral("ignoreCase")).toBool() ? TextCondition::Case::Ignored
                                                                 : TextCondition::Case::Matters};
}

std::optional<OptionError> checkCondition(const QJsonObject &options)
{
    const QString pattern = conditionOf(options).pattern;
    if (const auto problem = TextMatcher::patternProblem(pattern)) {
        return OptionError{"pattern", "a regular expression (" + problem->toStdString() + ')',
                           pattern.toStdString()};
    }
    return std::nullopt;
}

StageKind matchKind()
{
    const QStringList keep = {QStringLiteral("matching"), QStringLiteral("others")};
    StageKind kind =
        middleKind(QStringLiteral("match"), QStringLiteral("lets the texts through that match"));
    kind.options = conditionOptions();
    kind.options.push_back(
        choiceOption(QStringLiteral("keep"), QStringLiteral("which to let through"), keep));
    kind.make = [keep](const QJsonObject &options, const StageEnvironment &) {
        return std::make_unique<Match>(
            conditionOf(options), choiceOf<Match::Keep>(options, QStringLiteral("keep"), keep));
    };
    kind.checkTogether = checkCondition;
    return kind;
}

StageKind countKind()
{
    const QStringList order = {QStringLiteral("count"), QStringLiteral("text")};
    StageKind kind = consumerKind(
        QStringLiteral("count"),
        QStringLiteral("counts how often each text comes; writes the counts when it stops"),
        eventType<std::string>());
    kind.options = {
        requiredOption(Type::OutputPath, QStringLiteral("file"),
                       QStringLiteral("where to; is replaced")),
        choiceOption(QStringLiteral("order"), QStringLiteral("what to sort by"), order)};
    kind.make = [order](const QJsonObject &options, const StageEnvironment &) {
        return std::make_unique<Count>(
            Count::Options{options.value(QStringLiteral("file")).toString(),
                           choiceOf<Count::Order>(options, QStringLiteral("order"), order)});
    };
    return kind;
}

StageKind archiveKind()
{
    const QStringList formats = {QStringLiteral("plain"), QStringLiteral("jsonl")};
    StageKind kind =
        consumerKind(QStringLiteral("archive"),
                     QStringLiteral("appends events to a file, one a line; jsonl adds the time"),
                     eventType<AnyEvent>());
    kind.options = {
        requiredOption(Type::OutputPath, QStringLiteral("file"),
                       QStringLiteral("where to; is made if it is not there")),
        choiceOption(QStringLiteral("format"), QStringLiteral("how to write them"), formats)};
    kind.make = [formats](const QJsonObject &options, const StageEnvironment &) {
        return std::make_unique<Archive>(Archive::Options{
            options.value(QStringLiteral("file")).toString(),
            choiceOf<Archive::Format>(options, QStringLiteral("format"), formats)});
    };
    return kind;
}

StageKind alertKind()
{
    StageKind kind = consumerKind(QStringLiteral("alert"),
                                  QStringLiteral("prints the events that match, with a mark"),
                                  eventType<AnyEvent>());
    kind.options = conditionOptions();
    kind.options.push_back(option(Type::Text, QStringLiteral("mark"),
                                  QStringLiteral("what to print in front"),
                                  QStringLiteral("ALERT")));
    kind.make = [](const QJsonObject &options, const StageEnvironment &environment) {
        const QString mark =
            options.value(QStringLiteral("mark")).toString(QStringLiteral("ALERT"));
        return std::make_unique<Alert>(Alert::Options{conditionOf(options), mark.toStdString()},
                                       environment);
    };
    kind.checkTogether = checkCondition;
    return kind;
}

} // namespace

std::vector<StageKind> textKinds()
{
    return {linesKind(), filesKind(), wordsKind(),   matchKind(), sha256Kind(),
            jobsKind(),  countKind(), archiveKind(), alertKind()};
}

} // namespace sluice
