// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// Our pipeline under measurement.

#include "core/pipeline/pipeline.h"
#include "core/pipeline/sampler.h"
#include "core/stages/counter.h"
#include "core/stages/filter.h"
#include "tests/benchmarks/measurement.h"
#include "tests/benchmarks/sum.h"

#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <malloc.h>
#include <memory>
#include <string>

namespace sluice::bench {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto warmUp = 200ms;
constexpr auto workOfASlowConsumer = 20us;
constexpr int manyConsumers = 100; // from here on memory is told for each

/// Emits nothing, whoever asks.
class Silence final : public Producer<Integer>
{
public:
    std::vector<Integer> handleDemand(EventCount) override { return {}; }
};

/// Passes on what it gets.
class Copy final : public ProducerConsumer<Integer, Integer>
{
public:
    std::vector<Integer> handleEvents(std::span<const Integer> numbers, const From &) override
    {
        return {numbers.begin(), numbers.end()};
    }
};

double seconds(Clock::duration time)
{
    return std::chrono::duration<double>(time).count();
}

/// Lets the event loop of this thread turn for \a time.
void turn(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

StageId build(Pipeline &pipeline, const BenchmarkCase &entry)
{
    const SubscriptionOptions options{.maxDemand = entry.maxDemand};
    const auto add = [&](const QString &name, auto make) {
        return pipeline.add({name, {}, std::move(make), {}});
    };
    const StageId counter = add(QStringLiteral("counter"),
                                [] { return std::make_unique<Counter>(Counter::Options()); });
    StageOptions filterOptions;
    if (entry.shape == Shape::Broadcast)
        filterOptions.dispatcher = BroadcastDispatcherOptions();
    else if (entry.shape == Shape::Partition)
        filterOptions.dispatcher =
            PartitionDispatcherOptions::numbered(static_cast<std::size_t>(entry.consumers));
    StageId last = pipeline.add({QStringLiteral("filter"),
                                 {},
                                 [] { return std::make_unique<Filter>(Filter::Options()); },
                                 filterOptions});
    pipeline.subscribe(last, counter, options);
    for (int i = 0; entry.shape == Shape::Chain && i < 2; ++i) {
        const StageId copy =
            add(QStringLiteral("copy %1").arg(i), [] { return std::make_unique<Copy>(); });
        pipeline.subscribe(copy, last, options);
        last = copy;
    }
    return last;
}

void addConsumers(Pipeline &pipeline, StageId producer, const BenchmarkCase &entry)
{
    SubscriptionOptions options{.maxDemand = entry.maxDemand};
    for (int i = 0; i < entry.consumers; ++i) {
        if (entry.shape == Shape::Partition)
            options.partition = std::to_string(i);
        const StageId consumer = pipeline.add({QStringLiteral("consumer %1").arg(i + 1),
                                               {},
                                               [] { return std::make_unique<Sum>(); },
                                               {}});
        if (entry.shape == Shape::Slow)
            pipeline.setWorkTime(consumer, workOfASlowConsumer);
        pipeline.subscribe(consumer, producer, options);
    }
}

bool hasStarted(const Pipeline &pipeline)
{
    return std::ranges::all_of(
        pipeline.snapshot().subscriptions,
        [](const SubscriptionSnapshot &link) { return link.outlet.asks > 0; });
}

void waitForTheStart(const Pipeline &pipeline)
{
    while (!hasStarted(pipeline))
        turn(1ms);
}

std::int64_t messages(const Snapshot &snapshot)
{
    std::int64_t count = 0;
    for (const SubscriptionSnapshot &link : snapshot.subscriptions)
        count += link.outlet.asks + link.inlet.batches;
    return count;
}

// Of consumers that have asked and wait; nothing flows. What was only needed on the way is given
// back to the system before the memory is read.
double bytesPerConsumer(const BenchmarkCase &entry, const Placement &placement)
{
    Pipeline pipeline;
    pipeline.setPlacement(placement);
    const StageId silence = pipeline.add(
        {QStringLiteral("silence"), {}, [] { return std::make_unique<Silence>(); }, {}});
    const qint64 before = residentKib();
    addConsumers(pipeline, silence, entry);
    pipeline.start();
    waitForTheStart(pipeline);
    ::malloc_trim(0);
    return static_cast<double>(residentKib() - before) * 1024 / entry.consumers;
}

} // namespace

Measurement measurePipeline(const BenchmarkCase &entry, const Placement &placement,
                            std::chrono::milliseconds time)
{
    Measurement measurement;
    if (entry.consumers >= manyConsumers)
        measurement.bytesPerConsumer = bytesPerConsumer(entry, placement);

    Pipeline pipeline;
    pipeline.setPlacement(placement);
    const auto began = Clock::now();
    addConsumers(pipeline, build(pipeline, entry), entry);
    pipeline.start();
    waitForTheStart(pipeline);
    measurement.startSeconds = seconds(Clock::now() - began);

    Sampler sampler(&pipeline);
    if (entry.shape == Shape::Sampled)
        sampler.start();
    turn(warmUp);
    const qint64 residentBefore = residentKib();
    const Snapshot before = pipeline.snapshot();
    turn(time);
    const Snapshot after = pipeline.snapshot();
    const double took = static_cast<double>(after.takenNs - before.takenNs) / 1e9;
    measurement.eventsPerSecond = static_cast<double>(after.received - before.received) / took;
    measurement.messagesPerSecond = static_cast<double>(messages(after) - messages(before)) / took;
    measurement.growthKib = residentKib() - residentBefore;
    measurement.peakKib = peakResidentKib();
    return measurement;
}

} // namespace sluice::bench
