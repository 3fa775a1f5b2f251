// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// What our pipeline is compared with: the plain loop, and the design one would write first.

#include "core/stages/counter.h"
#include "core/stages/filter.h"
#include "tests/benchmarks/measurement.h"
#include "tests/benchmarks/naive.h"
#include "tests/benchmarks/sum.h"

#include <QEventLoop>
#include <QThread>
#include <QTimer>

namespace sluice::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr EventCount batchOfTheLoop = 1000;

double perSecond(std::int64_t count, Clock::duration time)
{
    return static_cast<double>(count) / std::chrono::duration<double>(time).count();
}

// Somebody may look at the value.
void doNotOptimise(std::uint64_t value)
{
    [[maybe_unused]] const volatile std::uint64_t seen = value;
}

} // namespace

Measurement measureLoop(std::chrono::milliseconds time)
{
    std::vector<Integer> numbers;
    std::vector<Integer> evens;
    numbers.reserve(batchOfTheLoop);
    evens.reserve(batchOfTheLoop);
    Integer next = 0;
    std::uint64_t sum = 0;
    std::int64_t received = 0;
    const auto began = Clock::now();
    const auto end = began + time;
    while (Clock::now() < end) {
        numbers.clear();
        for (EventCount i = 0; i < batchOfTheLoop; ++i)
            numbers.push_back(next++);
        evens.clear();
        for (const Integer number : numbers) {
            if (number % 2 == 0)
                evens.push_back(number);
        }
        for (const Integer number : evens)
            sum += static_cast<std::uint64_t>(number);
        received += static_cast<std::int64_t>(evens.size());
    }
    Measurement measurement;
    measurement.eventsPerSecond = perSecond(received, Clock::now() - began);
    measurement.peakKib = peakResidentKib();
    doNotOptimise(sum);
    return measurement;
}

Measurement measureBehaviours(std::chrono::milliseconds time)
{
    Counter counter{Counter::Options()};
    Filter filter{Filter::Options()};
    Sum sum;
    std::int64_t received = 0;
    const auto began = Clock::now();
    const auto end = began + time;
    while (Clock::now() < end) {
        const std::vector<Integer> numbers = counter.handleDemand(batchOfTheLoop);
        const std::vector<Integer> evens = filter.handleEvents(numbers, {});
        sum.handleEvents(evens, {});
        received += static_cast<std::int64_t>(evens.size());
    }
    Measurement measurement;
    measurement.eventsPerSecond = perSecond(received, Clock::now() - began);
    measurement.peakKib = peakResidentKib();
    doNotOptimise(sum.sum());
    return measurement;
}

Measurement measureNaive(std::chrono::milliseconds time)
{
    NaiveCounter counter;
    NaiveFilter filter;
    NaiveConsumer consumer;
    QThread threads[3];
    counter.moveToThread(&threads[0]);
    filter.moveToThread(&threads[1]);
    consumer.moveToThread(&threads[2]);
    QObject::connect(&counter, &NaiveCounter::counted, &filter, &NaiveFilter::take,
                     Qt::QueuedConnection);
    QObject::connect(&filter, &NaiveFilter::kept, &consumer, &NaiveConsumer::take,
                     Qt::QueuedConnection);
    QObject::connect(&consumer, &NaiveConsumer::wantsMore, &counter, &NaiveCounter::count,
                     Qt::QueuedConnection);
    for (QThread &thread : threads)
        thread.start();
    const auto began = Clock::now();
    QMetaObject::invokeMethod(&counter, &NaiveCounter::count, Qt::QueuedConnection);
    QEventLoop loop;
    QTimer::singleShot(time, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
    Measurement measurement;
    measurement.eventsPerSecond = perSecond(consumer.received(), Clock::now() - began);
    measurement.peakKib = peakResidentKib();
    for (QThread &thread : threads)
        thread.quit();
    for (QThread &thread : threads)
        thread.wait();
    return measurement;
}

} // namespace sluice::bench
