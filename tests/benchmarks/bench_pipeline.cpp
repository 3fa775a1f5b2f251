// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// Measures whole pipelines and their peers; see README.md next to this file.
//
// Each run is a process of its own, so that memory is what that run took. The runs go round: every
// case once, then every case again, so that a disturbance of the machine hits all alike.

#include "tests/benchmarks/report.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QProcess>

#include <algorithm>
#include <cstdio>
#include <optional>

namespace sluice::bench {
namespace {

constexpr int slowestStart = 60'000; // ms, on top of the time a run measures
constexpr int badUse = 2;

struct Options
{
    std::vector<QString> cases;      // empty: all
    std::vector<QString> placements; // empty: all
    int rounds = 5;
    int milliseconds = 500;
    bool asJson = false;
};

std::vector<QString> peers()
{
    return {QStringLiteral("loop"), QStringLiteral("behaviours"),
#ifdef SLUICE_BENCH_TBB
            QStringLiteral("tbb"),
#endif
            QStringLiteral("naive")};
}

bool isIn(const std::vector<QString> &list, const QString &text)
{
    return std::find(list.begin(), list.end(), text) != list.end();
}

// The loop is always measured: the others are told in parts of it.
std::vector<Series> selected(const Options &options)
{
    std::vector<Series> all;
    for (const QString &peer : peers()) {
        if (options.cases.empty() || isIn(options.cases, peer) || peer == QStringLiteral("loop"))
            all.push_back({peer, {}, {}});
    }
    for (const BenchmarkCase &entry : benchmarkCases()) {
        if (!options.cases.empty() && !isIn(options.cases, entry.name))
            continue;
        for (const QString &placement : placementsOf(entry)) {
            if (options.placements.empty() || isIn(options.placements, placement))
                all.push_back({entry.name, placement, {}});
        }
    }
    return all;
}

std::optional<Measurement> measureHere(const QString &name, const QString &placement,
                                       std::chrono::milliseconds time)
{
    if (name == QStringLiteral("loop"))
        return measureLoop(time);
    if (name == QStringLiteral("behaviours"))
        return measureBehaviours(time);
    if (name == QStringLiteral("naive"))
        return measureNaive(time);
#ifdef SLUICE_BENCH_TBB
    if (name == QStringLiteral("tbb"))
        return measureTbb(time);
#endif
    const BenchmarkCase *entry = findCase(name);
    const auto threads = parsePlacement(placement);
    return entry && threads ? std::optional(measurePipeline(*entry, *threads, time)) : std::nullopt;
}

std::optional<Measurement> measureElsewhere(const Series &series, int milliseconds)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--measure"), series.name, QStringLiteral("--placements"),
                   series.placement, QStringLiteral("--time"), QString::number(milliseconds)});
    if (!process.waitForFinished(milliseconds + slowestStart) || process.exitCode() != 0)
        return std::nullopt;
    const QJsonDocument answer = QJsonDocument::fromJson(process.readAllStandardOutput());
    return answer.isObject() ? std::optional(fromJson(answer.object())) : std::nullopt;
}

int measureAll(const Options &options)
{
    std::vector<Series> all = selected(options);
    for (int round = 1; round <= options.rounds; ++round) {
        for (Series &series : all) {
            std::fprintf(stderr, "\r\033[Kround %d of %d: %s %s", round, options.rounds,
                         qPrintable(series.name), qPrintable(series.placement));
            const auto measurement = measureElsewhere(series, options.milliseconds);
            if (!measurement) {
                std::fprintf(stderr, "\nbench_pipeline: the run of %s %s gave no result\n",
                             qPrintable(series.name), qPrintable(series.placement));
                return 1;
            }
            series.runs.push_back(*measurement);
        }
    }
    std::fprintf(stderr, "\r\033[K");
    options.asJson ? printJson(all) : printTable(all);
    return 0;
}

std::vector<QString> listOf(const QString &text)
{
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    return {parts.begin(), parts.end()};
}

int run(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Measures Sluice's pipelines, a plain loop, oneTBB and a naive design."));
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("One object a line."));
    const QCommandLineOption cases(QStringLiteral("cases"),
                                   QStringLiteral("Only these cases and peers."),
                                   QStringLiteral("a,b"));
    const QCommandLineOption placements(QStringLiteral("placements"),
                                        QStringLiteral("Only these placements."),
                                        QStringLiteral("a,b"));
    const QCommandLineOption rounds(QStringLiteral("rounds"),
                                    QStringLiteral("How often each is run (5)."),
                                    QStringLiteral("n"), QStringLiteral("5"));
    const QCommandLineOption time(QStringLiteral("time"),
                                  QStringLiteral("How long each run measures (500)."),
                                  QStringLiteral("ms"), QStringLiteral("500"));
    const QCommandLineOption list(QStringLiteral("list"), QStringLiteral("Names all cases."));
    QCommandLineOption measure(QStringLiteral("measure"), QString(), QStringLiteral("case"));
    measure.setFlags(QCommandLineOption::HiddenFromHelp); // what each run is started with
    parser.addOptions({json, cases, placements, rounds, time, list, measure});
    parser.addHelpOption();
    parser.process(application);

    Options options;
    options.cases = listOf(parser.value(cases));
    options.placements = listOf(parser.value(placements));
    options.rounds = parser.value(rounds).toInt();
    options.milliseconds = parser.value(time).toInt();
    options.asJson = parser.isSet(json);
    for (const QString &name : options.cases) {
        if (!findCase(name) && !isIn(peers(), name)) {
            std::fprintf(stderr, "bench_pipeline: there is no case \"%s\"; --list names them\n",
                         qPrintable(name));
            return badUse;
        }
    }
    if (options.rounds < 1 || options.milliseconds < 1) {
        std::fprintf(stderr, "bench_pipeline: --rounds and --time take numbers from 1 on\n");
        return badUse;
    }
    if (parser.isSet(list)) {
        for (const QString &peer : peers())
            std::printf("%s\n", qPrintable(peer));
        for (const BenchmarkCase &entry : benchmarkCases())
            std::printf("%s\n", qPrintable(entry.name));
        return 0;
    }
    if (!parser.isSet(measure))
        return measureAll(options);
    const auto measurement = measureHere(parser.value(measure), parser.value(placements),
                                         std::chrono::milliseconds(options.milliseconds));
    if (!measurement)
        return badUse;
    std::printf("%s\n",
                QJsonDocument(toJson(*measurement)).toJson(QJsonDocument::Compact).constData());
    return 0;
}

} // namespace
} // namespace sluice::bench

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    return sluice::bench::run(application);
}
