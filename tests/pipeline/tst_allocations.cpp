// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// How much memory is asked for on the way of a message. Real threads, Qt's event queue included.

#include "core/stages/counter.h"
#include "core/stages/filter.h"
#include "tests/support/livepipeline.h"
#include "tests/support/testsupport.h"

#include <atomic>
#include <cstdlib>
#include <new>

using namespace sluice;
using namespace sluice::test;

namespace {

std::atomic<std::int64_t> allocations = 0;
thread_local bool isCounted = true;

void *allocate(std::size_t size, std::size_t alignment)
{
    if (isCounted)
        allocations.fetch_add(1, std::memory_order_relaxed);
    void *const memory = alignment <= __STDCPP_DEFAULT_NEW_ALIGNMENT__
        ? std::malloc(size == 0 ? 1 : size)
        : std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
    if (!memory)
        throw std::bad_alloc();
    return memory;
}

} // namespace

// In place of the library's, for Qt too.
void *operator new(std::size_t size)
{
    return allocate(size, 1);
}

void *operator new(std::size_t size, std::align_val_t alignment)
{
    return allocate(size, static_cast<std::size_t>(alignment));
}

void operator delete(void *memory) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, std::align_val_t) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, std::size_t, std::align_val_t) noexcept
{
    std::free(memory);
}

class TestAllocations : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { isCounted = false; } // this thread's are nobody's message

    void aMessageTakesFewAllocations_data();
    void aMessageTakesFewAllocations();
    void aBroadcastCopiesNoEvent();
};

namespace {

/// Asks and batches on all subscriptions.
std::int64_t messagesOf(const Pipeline &pipeline)
{
    std::int64_t count = 0;
    for (const SubscriptionSnapshot &link : pipeline.snapshot().subscriptions)
        count += link.outlet.asks + link.inlet.batches;
    return count;
}

/// Allocations for each message while \a messages go by.
double allocationsPerMessage(const Pipeline &pipeline, std::int64_t messages)
{
    const auto passed = [&](std::int64_t count) {
        return eventually([&] { return messagesOf(pipeline) > count; });
    };
    if (!passed(1000)) // everything has the capacity it needs
        return -1;
    const std::int64_t messagesBefore = messagesOf(pipeline);
    const std::int64_t before = allocations;
    if (!passed(messagesBefore + messages))
        return -1;
    const std::int64_t after = allocations;
    return static_cast<double>(after - before)
        / static_cast<double>(messagesOf(pipeline) - messagesBefore);
}

struct Line
{
    explicit Line(EventCount maxDemand, const DispatcherOptions &dispatcher = {}, int consumers = 1)
    {
        pipeline.setPlacement({Placement::Kind::Shared, 1});
        counter = pipeline.addProducer<sluice::Counter>(QStringLiteral("counter"),
                                                        sluice::Counter::Options());
        StageSpec spec{QStringLiteral("filter"),
                       {},
                       [] { return std::make_unique<Filter>(Filter::Options()); },
                       {}};
        spec.options.dispatcher = dispatcher;
        filter = pipeline.add(std::move(spec));
        pipeline.subscribe(filter, counter, {.maxDemand = maxDemand});
        for (int i = 0; i < consumers; ++i) {
            const StageId consumer = pipeline.addConsumer<Tally>(
                QStringLiteral("consumer %1").arg(i), std::make_shared<Probe>());
            pipeline.subscribe(consumer, filter, {.maxDemand = maxDemand});
        }
    }

    Pipeline pipeline;
    StageId counter;
    StageId filter;
};

} // namespace

void TestAllocations::aMessageTakesFewAllocations_data()
{
    QTest::addColumn<EventCount>("maxDemand");
    for (const EventCount maximum : {1, 10, 1000})
        QTest::addRow("max demand %lld", static_cast<long long>(maximum)) << maximum;
}

// An ask is Qt's event and its argument; a batch is these two, its events and their owner.
void TestAllocations::aMessageTakesFewAllocations()
{
    QFETCH(const EventCount, maxDemand);
    Line line(maxDemand);
    line.pipeline.start();
    const double each = allocationsPerMessage(line.pipeline, scaled(20'000));
    qInfo("%.2f allocations a message", each);
    QVERIFY(each > 0);
    QCOMPARE_LE(each, 4.0);
}

// What is sent to ten consumers is one batch.
void TestAllocations::aBroadcastCopiesNoEvent()
{
    Line line(1000, BroadcastDispatcherOptions(), 10);
    line.pipeline.start();
    const double each = allocationsPerMessage(line.pipeline, scaled(20'000));
    qInfo("%.2f allocations a message", each);
    QVERIFY(each > 0);
    QCOMPARE_LE(each, 2.5);
}

SLUICE_TEST(TestAllocations)
#include "tst_allocations.moc"
