// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// Streams whose reader waits on a thread of its own or follows readyRead(), demand modes, and
// pipelines that come and go under them.

#include "tests/support/streams.h"
#include "tests/support/testsupport.h"
#include "tests/support/workthread.h"

#include <QSignalSpy>
#include <QTimer>

#include <functional>

namespace tst_stream_threads {

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

const SubscriptionOptions transient{.cancel = CancelMode::Transient};

/// Does something on a thread without an event loop.
class Worker final : public WorkThread
{
public:
    explicit Worker(std::function<void()> toDo)
        : m_toDo(std::move(toDo))
    {
        start();
    }

    ~Worker() override { join(); }
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    /// Waits for it with the event loop turning.
    [[nodiscard]] bool comesToItsEnd()
    {
        return eventually([this] { return isFinished(); });
    }

protected:
    void work() override { m_toDo(); }

private:
    std::function<void()> m_toDo;
};

QString modeOf(const Pipeline &pipeline, const StageTarget &stage)
{
    const auto reply = pipeline.calls().demandMode(stage);
    if (!eventually([&] { return reply.isFinished(); }))
        return u"no answer"_s;
    return reply.result().value.toString();
}

/// Takes numbers and tries to read a stream meanwhile.
class WaitingConsumer final : public Consumer<Integer>
{
public:
    struct Seen
    {
        std::atomic<int> calls = 0;
        std::atomic<int> read = 0;
        std::atomic<int> refused = 0;
    };

    WaitingConsumer(PipelineCalls calls, std::shared_ptr<Seen> seen)
        : m_calls(std::move(calls))
        , m_seen(std::move(seen))
    {
    }

    void handleEvents(std::span<const Integer>, const From &) override
    {
        if (m_seen->calls++ > 0)
            return;
        Stream<Integer> stream(m_calls, {u"numbers"_s});
        for ([[maybe_unused]] const Integer number : stream)
            ++m_seen->read;
        m_seen->refused = stream.error() ? 1 : 0;
    }

private:
    PipelineCalls m_calls;
    std::shared_ptr<Seen> m_seen;
};

const QRegularExpression refusal(u"a stream does not wait on a thread"_s);

} // namespace

class TestStreamThreads : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void handlesAFiniteSourceAndEndsAsItsModeSays();
    void iteratesWhileTheEventLoopTurns();
    void leavesTheLoopEarly();
    void refusesToWaitOnThePipelinesThread();
    void refusesToWaitInsideAStage();
    void followsReadyRead();
    void startsAccumulatingProducersTogether();
    void setsTheModeOfTheProducersItIsGiven();
    void readsWhatAMiddleStageEmits();
    void beginsWhenThePipelineDoes();
    void endsWithThePipeline_data();
    void endsWithThePipeline();
    void endsWhenThereIsNoPipeline();
    void comesAndGoesAtFullSpeed();
};

void TestStreamThreads::handlesAFiniteSourceAndEndsAsItsModeSays()
{
    // GX-21: permanent handles 1 to 5 and stops with it, transient lives on
    Pipeline pipeline;
    const auto probes = std::pair(std::make_shared<Probe>(), std::make_shared<Probe>());
    const auto permanent = pipeline.addConsumer<Recorder>(u"permanent"_s, probes.first);
    const auto lives = pipeline.addConsumer<Recorder>(u"transient"_s, probes.second);
    const auto first = pipeline.addSource(u"first"_s, sourceOf(numbersFrom(1, 5)));
    const auto second = pipeline.addSource(u"second"_s, sourceOf(numbersFrom(1, 5)));
    pipeline.subscribe(permanent, first);
    pipeline.subscribe(lives, second, transient);
    pipeline.start();
    const auto isDone = [&](StageId stage) {
        return pipeline.snapshot().stage(stage)->stopReason == u"normal"_s;
    };
    QVERIFY(eventually([&] { return isDone(permanent) && isDone(first) && isDone(second); }));
    QCOMPARE(probes.first->events(), numbersFrom(1, 5));
    QCOMPARE(probes.second->events(), numbersFrom(1, 5));
    QCOMPARE(pipeline.snapshot().stage(lives)->figures.state, StageState::WaitsForEvents);
}

void TestStreamThreads::iteratesWhileTheEventLoopTurns()
{
    // §17: who waits is the reader alone
    Pipeline pipeline;
    const auto count = static_cast<std::size_t>(scaled(20'000));
    const auto source = pipeline.addSource(u"numbers"_s, sourceOf(numbersFrom(0, count)));
    pipeline.start();
    pipeline.pause();
    std::atomic<std::size_t> read = 0;
    bool inOrder = true;
    bool failed = true;
    Worker reader([&, calls = pipeline.calls()] {
        Stream<Integer> stream(calls, {{source, transient}});
        for (const Integer number : stream)
            inOrder = inOrder && number == static_cast<Integer>(read++);
        failed = stream.error().has_value();
    });
    int turns = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&turns] { ++turns; });
    timer.start(0);
    QVERIFY(eventually([&] { return turns >= 100 && pipeline.snapshot().stages.size() == 2; }));
    QCOMPARE(read.load(), 0U);
    pipeline.resume();
    QVERIFY(reader.comesToItsEnd());
    reader.join();
    QCOMPARE(read.load(), count);
    QVERIFY(inOrder);
    QVERIFY(!failed);
}

void TestStreamThreads::leavesTheLoopEarly()
{
    // GS-102, GS-113
    Pipeline pipeline;
    const auto source = pipeline.addSource(u"numbers"_s, endless());
    pipeline.start();
    Numbers read;
    Worker reader([&, calls = pipeline.calls()] {
        for (const Integer number : Stream<Integer>(calls, {source})) {
            read.push_back(number);
            if (read.size() == 10)
                break;
        }
    });
    QVERIFY(reader.comesToItsEnd());
    reader.join();
    QCOMPARE(read, numbersFrom(0, 10));
    QVERIFY(eventually([&] { return isFree(pipeline, 1); }));
}

void TestStreamThreads::refusesToWaitOnThePipelinesThread()
{
    Pipeline pipeline;
    const auto source = pipeline.addSource(u"numbers"_s, endless());
    pipeline.start();
    Stream<Integer> stream(pipeline.calls(), {source});
    QCOMPARE(read(stream, 3), numbersFrom(0, 3));
    // Within a slice there is nothing to wait for.
    QCOMPARE(stream.waitForNext(), 3);
    static_cast<void>(read(stream, 496));
    QTest::ignoreMessage(QtWarningMsg, refusal);
    QCOMPARE(stream.waitForNext(), std::nullopt);
    QVERIFY(stream.isFinished());
    QCOMPARE(stream.error()->reason.kind, StopReason::Kind::Failed);
    QVERIFY(eventually([&] { return isFree(pipeline, 1); }));
}

void TestStreamThreads::refusesToWaitInsideAStage()
{
    Pipeline pipeline;
    const auto source = pipeline.addSource(u"numbers"_s, endless());
    const auto seen = std::make_shared<WaitingConsumer::Seen>();
    const auto consumer = pipeline.addConsumer<WaitingConsumer>(u"waits"_s, pipeline.calls(), seen);
    pipeline.subscribe(consumer, source);
    QTest::ignoreMessage(QtWarningMsg, refusal);
    pipeline.start();
    QVERIFY(eventually([&] { return seen->calls > 3; }));
    QCOMPARE(seen->read.load(), 0);
    QCOMPARE(seen->refused.load(), 1);
}

void TestStreamThreads::followsReadyRead()
{
    Pipeline pipeline;
    const auto source = pipeline.addSource(u"numbers"_s, sourceOf(numbersFrom(0, 5000)));
    pipeline.start();
    Stream<Integer> stream(pipeline.calls(),
                           {{source, {.maxDemand = 100, .cancel = CancelMode::Transient}}});
    Numbers read;
    int signalled = 0;
    connect(&stream, &StreamReader::readyRead, &stream, [&] {
        ++signalled;
        while (const auto number = stream.tryNext())
            read.push_back(*number);
    });
    QVERIFY(eventually([&] { return stream.isFinished(); }));
    QCOMPARE(read, numbersFrom(0, 5000));
    QVERIFY(!stream.error());
    QCOMPARE_GE(signalled, 2);
    QCOMPARE_LE(signalled, 5000);
}

void TestStreamThreads::startsAccumulatingProducersTogether()
{
    // §17: demand: forward, once all subscriptions have been made
    Pipeline pipeline;
    const StageOptions accumulating{.demand = DemandMode::Accumulate};
    const auto low = pipeline.addSource(u"low"_s, sourceOf(numbersFrom(1, 10)), accumulating);
    const auto high = pipeline.addSource(u"high"_s, sourceOf(numbersFrom(11, 10)), accumulating);
    pipeline.start();
    Stream<Integer> stream(pipeline.calls(), {{low, transient}, {high, transient}});
    Numbers all = readAll(stream);
    std::ranges::sort(all);
    QCOMPARE(all, numbersFrom(1, 20));
}

void TestStreamThreads::setsTheModeOfTheProducersItIsGiven()
{
    // §17: producers, which may be empty; demand: accumulate
    Pipeline pipeline;
    const StageOptions accumulating{.demand = DemandMode::Accumulate};
    const auto source = pipeline.addSource(u"numbers"_s, endless(), accumulating);
    const auto other = pipeline.addSource(u"other"_s, endless());
    pipeline.start();
    Stream<Integer> stream(pipeline.calls(), {source}, {.producers = std::vector<StageTarget>()});
    QCOMPARE(modeOf(pipeline, source), u"accumulate"_s);
    QCOMPARE(stream.tryNext(), std::nullopt);
    Stream<Integer> stops(pipeline.calls(), {source},
                          {.demand = DemandMode::Accumulate, .producers = {{u"other"_s}}});
    QCOMPARE(modeOf(pipeline, other), u"accumulate"_s);
    Stream<Integer> starts(pipeline.calls(), {source}, {.name = u"reader"_s});
    QCOMPARE(modeOf(pipeline, source), u"forward"_s);
    QCOMPARE(read(starts, 1).size(), 1U);
    QCOMPARE(read(stream, 1).size(), 1U);
    QCOMPARE(modeOf(pipeline, other), u"accumulate"_s);
    QStringList names;
    for (const StageSnapshot &stage : pipeline.snapshot().stages)
        names.append(stage.name);
    QCOMPARE(names,
             QStringList({u"numbers"_s, u"other"_s, u"stream"_s, u"stream 2"_s, u"reader"_s}));
}

void TestStreamThreads::readsWhatAMiddleStageEmits()
{
    // §17: the modes of others are left alone
    LivePipeline live({}, {.total = 1000});
    live.pipeline.start();
    Stream<Integer> stream(live.pipeline.calls(), {{live.filter, transient}},
                           {.producers = std::vector<StageTarget>()});
    const Numbers evens = readAll(stream);
    QVERIFY(!stream.error());
    QCOMPARE(evens.size(), 500U);
    QCOMPARE(evens.back(), 998);
}

void TestStreamThreads::beginsWhenThePipelineDoes()
{
    Pipeline pipeline;
    const auto source = pipeline.addSource(u"numbers"_s, sourceOf(numbersFrom(1, 5)));
    Stream<Integer> stream(pipeline.calls(), {{source, transient}});
    Stream<Integer> given(pipeline.calls(), {source});
    given.cancel(); // before it has begun
    QCoreApplication::processEvents();
    QCOMPARE(pipeline.snapshot().stages.size(), 1U);
    QVERIFY(!stream.isFinished());
    pipeline.start();
    QCOMPARE(readAll(stream), numbersFrom(1, 5));
    QVERIFY(eventually([&] { return pipeline.runState() == RunState::Stopped; }));
    QCOMPARE(pipeline.snapshot().stages.size(), 1U);
}

void TestStreamThreads::endsWithThePipeline_data()
{
    QTest::addColumn<bool>("stopsFirst");
    QTest::newRow("it is stopped") << true;
    QTest::newRow("it is destroyed") << false;
}

void TestStreamThreads::endsWithThePipeline()
{
    QFETCH(bool, stopsFirst);
    auto pipeline = std::make_unique<Pipeline>();
    const auto source = pipeline->addSource(u"numbers"_s, endless());
    pipeline->start();
    std::atomic<EventCount> read = 0;
    std::optional<StreamError> error;
    Worker reader([&, calls = pipeline->calls()] {
        Stream<Integer> stream(calls, {source});
        while (stream.waitForNext())
            ++read;
        error = stream.error();
    });
    QVERIFY(eventually([&] { return read > 1000; }));
    if (stopsFirst)
        pipeline->stop();
    else
        pipeline.reset();
    QVERIFY(reader.comesToItsEnd());
    reader.join();
    QVERIFY(error.has_value());
    QVERIFY(error->reason == StopReason::shutdown());
}

void TestStreamThreads::endsWhenThereIsNoPipeline()
{
    // §23: after the pipeline is gone everything is noproc, and nobody waits for it
    auto pipeline = std::make_unique<Pipeline>();
    pipeline->addSource(u"numbers"_s, endless());
    const PipelineCalls calls = pipeline->calls();
    Stream<Integer> idle(calls, {u"numbers"_s});
    QCoreApplication::processEvents();
    Stream<Integer> underWay(calls, {u"numbers"_s});
    pipeline.reset();
    Stream<Integer> late(calls, {u"numbers"_s});
    for (Stream<Integer> *stream : {&idle, &underWay, &late}) {
        QCOMPARE(stream->waitForNext(), std::nullopt);
        QVERIFY(stream->isFinished());
        QCOMPARE(stream->error()->reason.kind, StopReason::Kind::NoProcess);
    }
}

void TestStreamThreads::comesAndGoesAtFullSpeed()
{
    // INV-25, and every event is accounted for; the queue between stage and reader under load
    forEachSeed(
        [&](Random &random) {
            LivePipeline live({.maxDemand = random.between(1, 1000)});
            live.join({.maxDemand = 100});
            live.pipeline.start();
            std::atomic<int> outOfOrder = 0;
            const auto readSome = [&](std::uint64_t seed, const PipelineCalls &calls) {
                Random own(seed);
                for (int i = 0; i < 10; ++i) {
                    const EventCount maximum = own.between(1, 500);
                    auto left = own.below(1000);
                    Integer last = -1;
                    for (const Integer even :
                         Stream<Integer>(calls,
                                         {{live.filter,
                                           {.maxDemand = maximum,
                                           .minDemand = own.between(0, maximum - 1)}}})) {
                        if (even <= last || even % 2 != 0)
                            ++outOfOrder;
                        last = even;
                        if (left-- == 0)
                            break;
                    }
                }
            };
            const PipelineCalls calls = live.pipeline.calls();
            Worker one([&, seed = random()] { readSome(seed, calls); });
            Worker two([&, seed = random()] { readSome(seed, calls); });
            while (!one.isFinished() || !two.isFinished()) {
                QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
                QCOMPARE(live.wrongNow(), QString());
            }
            QCOMPARE(outOfOrder.load(), 0);
            QTRY_COMPARE_WITH_TIMEOUT(live.settlements.size(), 20U, longWait);
            live.pipeline.stop();
            QTRY_VERIFY_WITH_TIMEOUT(live.isStopped(), longWait);
            QCOMPARE(live.wrongAtTheEnd(), QString());
        },
        static_cast<std::uint64_t>(std::max<std::int64_t>(2, scaled(5))));
}

SLUICE_TEST(TestStreamThreads)

} // namespace tst_stream_threads

#include "tst_stream_threads.moc"
