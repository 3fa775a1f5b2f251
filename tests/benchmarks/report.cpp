// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "tests/benchmarks/report.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdio>
#include <optional>

namespace sluice::bench {
namespace {

template<class Member>
Spread spreadIn(const Series &series, Member member)
{
    std::vector<double> values;
    for (const Measurement &run : series.runs)
        values.push_back(static_cast<double>(run.*member));
    return spreadOf(std::move(values));
}

double rate(const Series &series)
{
    return spreadIn(series, &Measurement::eventsPerSecond).median;
}

std::optional<double> rateOf(const std::vector<Series> &all, const QString &peer)
{
    const auto found = std::ranges::find_if(
        all, [&](const Series &series) { return series.name == peer && !series.runs.empty(); });
    return found == all.end() ? std::nullopt : std::optional(rate(*found));
}

// As short as it can be without losing what counts.
QString shortNumber(double value)
{
    return QString::number(value, 'g', 3);
}

QString ratio(double value, std::optional<double> to)
{
    return to && *to > 0 ? QString::number(value / *to, 'f', value / *to < 0.1 ? 4 : 2)
                         : QStringLiteral("-");
}

double nsPerMessage(const Series &series)
{
    const double messages = spreadIn(series, &Measurement::messagesPerSecond).median;
    return messages > 0 ? 1e9 / messages : 0;
}

} // namespace

Spread spreadOf(std::vector<double> values)
{
    if (values.empty())
        return {};
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    const double median =
        values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    const double half = (values.back() - values.front()) / 2;
    return {median, median != 0 ? half / median : 0};
}

void printTable(const std::vector<Series> &all)
{
    const auto loop = rateOf(all, QStringLiteral("loop"));
    const auto tbb = rateOf(all, QStringLiteral("tbb"));
    std::printf("| case | placement | million/s | ± %% | ratio to loop | ratio to TBB | ns/message "
                "| start s | B/consumer | growth KiB | peak MiB |\n"
                "|---|---|---|---|---|---|---|---|---|---|---|\n");
    for (const Series &series : all) {
        if (series.runs.empty())
            continue;
        const Spread events = spreadIn(series, &Measurement::eventsPerSecond);
        const auto orDash = [](double value) {
            return value != 0 ? shortNumber(value) : QStringLiteral("-");
        };
        const QStringList cells{
            series.name,
            series.placement.isEmpty() ? QStringLiteral("-") : series.placement,
            shortNumber(events.median / 1e6),
            QString::number(events.part * 100, 'f', 0),
            ratio(events.median, loop),
            ratio(events.median, tbb),
            orDash(nsPerMessage(series)),
            orDash(spreadIn(series, &Measurement::startSeconds).median),
            orDash(spreadIn(series, &Measurement::bytesPerConsumer).median),
            series.placement.isEmpty()
                ? QStringLiteral("-")
                : QString::number(spreadIn(series, &Measurement::growthKib).median),
            QString::number(spreadIn(series, &Measurement::peakKib).median / 1024, 'f', 0)};
        std::printf("| %s |\n", qPrintable(cells.join(QStringLiteral(" | "))));
    }
}

void printJson(const std::vector<Series> &all)
{
    const auto loop = rateOf(all, QStringLiteral("loop"));
    const auto tbb = rateOf(all, QStringLiteral("tbb"));
    for (const Series &series : all) {
        if (series.runs.empty())
            continue;
        const Spread events = spreadIn(series, &Measurement::eventsPerSecond);
        const auto ratioTo = [&](std::optional<double> peer) {
            return peer && *peer > 0 ? QJsonValue(events.median / *peer) : QJsonValue();
        };
        const QJsonObject line{
            {QStringLiteral("case"), series.name},
            {QStringLiteral("placement"),
             series.placement.isEmpty() ? QStringLiteral("none") : series.placement},
            {QStringLiteral("events_per_second"), events.median},
            {QStringLiteral("spread"), events.part},
            {QStringLiteral("ratio_to_loop"), ratioTo(loop)},
            {QStringLiteral("ratio_to_tbb"), ratioTo(tbb)},
            {QStringLiteral("ns_per_message"), nsPerMessage(series)},
            {QStringLiteral("start_seconds"), spreadIn(series, &Measurement::startSeconds).median},
            {QStringLiteral("bytes_per_consumer"),
             spreadIn(series, &Measurement::bytesPerConsumer).median},
            {QStringLiteral("growth_kib"), spreadIn(series, &Measurement::growthKib).median},
            {QStringLiteral("peak_rss_kib"), spreadIn(series, &Measurement::peakKib).median},
            {QStringLiteral("runs"), static_cast<qint64>(series.runs.size())}};
        std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    }
}

} // namespace sluice::bench
