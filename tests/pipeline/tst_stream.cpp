// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// What a stream reads, asks and ends with, read by the pipeline's own thread. Stages run on real
// threads, so the tests wait, for conditions only. Waiting readers are in tst_stream_threads.cpp.

#include "tests/support/streams.h"
#include "tests/support/testsupport.h"

namespace tst_stream {

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

const SubscriptionOptions transient{.cancel = CancelMode::Transient};
const SubscriptionOptions temporary{.cancel = CancelMode::Temporary};

const StopReason noProcess{StopReason::Kind::NoProcess, {}};

/// Takes no consumer: says no_thanks and goes on, or breaks.
class Refuser final : public Producer<Integer>
{
public:
    enum class Then : unsigned char { Lives, Dies };

    explicit Refuser(Then then)
        : m_then(then)
    {
    }

    std::vector<Integer> handleDemand(EventCount) override { return {}; }

    DemandControl handleSubscribe(CounterpartRole, const SubscriptionOptions &,
                                  const From &from) override
    {
        if (m_then == Then::Dies)
            throw std::runtime_error("no_thanks");
        stage().post(QVariant::fromValue(from.subscription.value));
        return DemandControl::Automatic;
    }

    void handleInfo(const QVariant &subscription) override
    {
        stage().cancel({subscription.value<std::uint64_t>()}, StopReason::failed("no_thanks"));
    }

private:
    Then m_then;
};

/// The failure of a stream that has one.
StreamError errorOf(const Stream<Integer> &stream)
{
    return stream.error().value_or(StreamError{.producer = u"no error"_s});
}

} // namespace

class TestStream : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void takesSomeAndLeavesNothingBehind_data();
    void takesSomeAndLeavesNothingBehind();
    void touchesNobodyElseWhenItStopsEarly();
    void failsAtOnceForANameNobodyHas();
    void failsForAProducerThatHasStopped();
    void followsARefusalAsTheCancelModeSays_data();
    void followsARefusalAsTheCancelModeSays();
    void isEmptyForANameNobodyHasIfTemporary();
    void leavesAnEndlessSourceAlive();
    void readsAFiniteSourceToItsEnd();
    void callsTheEndOfAPermanentSubscriptionAnError();
    void finishesWithTheLastOfSeveralProducers();
    void failsAsAProducerFailed();
    void namesTheProducerWithBadOptions();
    void namesTheProducerThatDoesNotFit();
    void asksAgainOnlyWhenTheNextSliceIsWanted();
    void stopsASourceThatLosesItsLastConsumer();
    void isEmptyWithoutProducers();
};

void TestStream::takesSomeAndLeavesNothingBehind_data()
{
    QTest::addColumn<EventCount>("maximum");
    QTest::addColumn<int>("count");
    QTest::newRow("GS-102 10 of 1000") << EventCount(1000) << 10;
    QTest::newRow("GS-103 300 of 100") << EventCount(100) << 300;
}

void TestStream::takesSomeAndLeavesNothingBehind()
{
    QFETCH(EventCount, maximum);
    QFETCH(int, count);
    Pipeline pipeline;
    const auto source = pipeline.addSource(u"numbers"_s, endless());
    pipeline.start();
    {
        Stream<Integer> stream(pipeline.calls(), {{source, {.maxDemand = maximum}}});
        QCOMPARE(read(stream, std::size_t(count)), numbersFrom(0, std::size_t(count)));
        QVERIFY(!stream.isFinished());
        QCOMPARE(pipeline.snapshot().stages.size(), 2U);
        stream.cancel();
        QVERIFY(stream.isFinished() && !stream.error());
        QCOMPARE(stream.tryNext(), std::nullopt);
    }
    QVERIFY(eventually([&] { return isFree(pipeline, 1); }));
    QCOMPARE(pipeline.runState(), RunState::Running);
}

void TestStream::touchesNobodyElseWhenItStopsEarly()
{
    // GS-104, §17
    Pipeline pipeline;
    const auto source = pipeline.addSource(u"numbers"_s, endless());
    const auto probe = std::make_shared<Probe>();
    const auto tally = pipeline.addConsumer<Tally>(u"tally"_s, probe);
    pipeline.subscribe(tally, source, {.maxDemand = 10});
    pipeline.start();
    Stream<Integer> staying(pipeline.calls(), {{source, {.maxDemand = 10}}});
    const Numbers before = read(staying, 10);
    {
        Stream<Integer> leaving(pipeline.calls(), {source});
        QCOMPARE(read(leaving, 10).size(), 10U);
        QCOMPARE(pipeline.snapshot().stages.size(), 4U);
    }
    QVERIFY(eventually([&] { return pipeline.snapshot().stages.size() == 3; }));
    const EventCount handled = probe->handled;
    QVERIFY(eventually([&] { return probe->handled > handled; }));
    const Numbers after = read(staying, 100);
    QCOMPARE(after.size(), 100U);
    QCOMPARE_GT(after.front(), before.back());
    QVERIFY(std::ranges::is_sorted(after));
}

void TestStream::failsAtOnceForANameNobodyHas()
{
    // GS-105
    Pipeline pipeline;
    pipeline.addSource(u"numbers"_s, endless());
    pipeline.start();
    Stream<Integer> stream(pipeline.calls(), {u"numbers"_s, u"nobody"_s});
    QCOMPARE(readAll(stream), Numbers());
    QVERIFY(errorOf(stream).reason == noProcess);
    QCOMPARE(errorOf(stream).producer, u"nobody"_s);
    QCOMPARE(pipeline.snapshot().stages.size(), 1U);
}

void TestStream::failsForAProducerThatHasStopped()
{
    // GS-106, GS-110
    Pipeline pipeline;
    const auto dead = pipeline.addSource(u"dead"_s, endless());
    pipeline.addSource(u"alive"_s, endless());
    pipeline.start();
    const auto stopped = pipeline.calls().stop(dead);
    QVERIFY(eventually([&] { return stopped.isFinished(); }));
    Stream<Integer> stream(pipeline.calls(), {dead});
    QCOMPARE(readAll(stream), Numbers());
    QVERIFY(errorOf(stream).reason == noProcess);
    Stream<Integer> forgiving(pipeline.calls(), {{dead, temporary}});
    QCOMPARE(readAll(forgiving), Numbers());
    QVERIFY(!forgiving.error());
    QVERIFY(eventually([&] { return isFree(pipeline, 2); }));
}

void TestStream::followsARefusalAsTheCancelModeSays_data()
{
    QTest::addColumn<Refuser::Then>("then");
    QTest::addColumn<SubscriptionOptions>("options");
    QTest::addColumn<bool>("fails");
    QTest::newRow("GS-107 it dies, permanent")
        << Refuser::Then::Dies << SubscriptionOptions() << true;
    QTest::newRow("GS-108 it lives, permanent")
        << Refuser::Then::Lives << SubscriptionOptions() << true;
    QTest::newRow("GS-108 it lives, transient") << Refuser::Then::Lives << transient << true;
    QTest::newRow("GS-111 it dies, temporary") << Refuser::Then::Dies << temporary << false;
    QTest::newRow("GS-112 it lives, temporary") << Refuser::Then::Lives << temporary << false;
}

void TestStream::followsARefusalAsTheCancelModeSays()
{
    QFETCH(Refuser::Then, then);
    QFETCH(SubscriptionOptions, options);
    QFETCH(bool, fails);
    Pipeline pipeline;
    const auto refuser = pipeline.addProducer<Refuser>(u"refuser"_s, then);
    pipeline.addSource(u"other"_s, endless());
    pipeline.start();
    Stream<Integer> stream(pipeline.calls(), {{refuser, options}});
    QCOMPARE(readAll(stream), Numbers());
    QCOMPARE(stream.error().has_value(), fails);
    if (fails) {
        QVERIFY(errorOf(stream).reason == StopReason::failed("no_thanks"));
        QCOMPARE(toString(errorOf(stream)), u"refuser: no_thanks"_s);
    }
    QVERIFY(eventually([&] { return isFree(pipeline, 2); }));
}

void TestStream::isEmptyForANameNobodyHasIfTemporary()
{
    // GS-109
    Pipeline pipeline;
    pipeline.addSource(u"numbers"_s, endless());
    pipeline.start();
    Stream<Integer> stream(pipeline.calls(), {{u"nobody"_s, temporary}});
    QCOMPARE(readAll(stream), Numbers());
    QVERIFY(!stream.error());
    QCOMPARE(pipeline.snapshot().stages.size(), 1U);
}

void TestStream::leavesAnEndlessSourceAlive()
{
    // GS-113
    Pipeline pipeline;
    const auto source = pipeline.addSource(u"numbers"_s, endless());
    pipeline.start();
    Stream<Integer> stream(pipeline.calls(), {{source, transient}});
    QCOMPARE(read(stream, 10), numbersFrom(0, 10));
    stream.cancel();
    QVERIFY(eventually([&] { return isFree(pipeline, 1); }));
    QCOMPARE(pipeline.snapshot().stage(source)->figures.state, StageState::WaitsForDemand);
}

void TestStream::readsAFiniteSourceToItsEnd()
{
    // GS-114, §17: transient, and the source ended in order
    Pipeline pipeline;
    const auto source = pipeline.addSource(u"numbers"_s, sourceOf(numbersFrom(1, 2500)));
    pipeline.addSource(u"other"_s, endless());
    pipeline.start();
    Stream<Integer> stream(pipeline.calls(), {{source, transient}});
    QCOMPARE(readAll(stream), numbersFrom(1, 2500));
    QVERIFY(stream.isFinished() && !stream.error());
    QVERIFY(
        eventually([&] { return pipeline.snapshot().stage(source)->stopReason == u"normal"_s; }));
    QVERIFY(eventually([&] { return isFree(pipeline, 2); }));
}

void TestStream::callsTheEndOfAPermanentSubscriptionAnError()
{
    // §17: after everything that came before was read
    Pipeline pipeline;
    const auto source = pipeline.addSource(u"numbers"_s, sourceOf(numbersFrom(1, 2500)));
    pipeline.addSource(u"other"_s, endless());
    pipeline.start();
    Stream<Integer> stream(pipeline.calls(), {source});
    QCOMPARE(readAll(stream), numbersFrom(1, 2500));
    QVERIFY(errorOf(stream).reason == StopReason::normal());
    QCOMPARE(errorOf(stream).producer, u"numbers"_s);
}

void TestStream::finishesWithTheLastOfSeveralProducers()
{
    // §17
    Pipeline pipeline;
    const auto low = pipeline.addSource(u"low"_s, sourceOf(numbersFrom(1, 700)));
    const auto high = pipeline.addSource(u"high"_s, sourceOf(numbersFrom(1001, 3000)));
    pipeline.addSource(u"other"_s, endless());
    pipeline.start();
    Stream<Integer> stream(pipeline.calls(),
                           {{low, transient},
                            {high, {.maxDemand = 7, .cancel = CancelMode::Transient}},
                            {u"nobody"_s, temporary}});
    Numbers all = readAll(stream);
    QVERIFY(!stream.error());
    const auto isLow = [](Integer number) { return number <= 1000; };
    const auto middle = std::ranges::stable_partition(all, isLow).begin();
    QCOMPARE(Numbers(all.begin(), middle), numbersFrom(1, 700));
    QCOMPARE(Numbers(middle, all.end()), numbersFrom(1001, 3000));
}

void TestStream::failsAsAProducerFailed()
{
    // §17, D9: the reason travels; what came before is read, and the others are let go
    Pipeline pipeline;
    const auto failing = sourceFrom([next = Integer(0)]() mutable {
        if (next == 40)
            throw std::runtime_error("disk is full");
        return std::optional(next++);
    });
    const auto numbers = pipeline.addSource(u"numbers"_s, failing);
    const auto other =
        pipeline.addSource(u"other"_s, sourceFrom([] { return std::optional<Integer>(-1); }));
    pipeline.start();
    Stream<Integer> stream(pipeline.calls(),
                           {{numbers, {.maxDemand = 10, .cancel = CancelMode::Transient}},
                            {other, {.maxDemand = 10}}});
    Numbers all = readAll(stream);
    std::erase(all, -1);
    QCOMPARE_GE(all.size(), 30U); // the slice that was not complete is lost with its producer
    QCOMPARE(all, numbersFrom(0, all.size()));
    QCOMPARE(toString(errorOf(stream)), u"numbers: disk is full"_s);
    QVERIFY(eventually([&] { return isFree(pipeline, 2); }));
    QCOMPARE(pipeline.snapshot().stage(other)->figures.state, StageState::WaitsForDemand);
}

void TestStream::namesTheProducerWithBadOptions()
{
    // GS-115: at construction
    Pipeline pipeline;
    pipeline.addSource(u"numbers"_s, endless());
    pipeline.start();
    const Stream<Integer> zero(pipeline.calls(), {{u"numbers"_s, {.maxDemand = 0}}});
    QVERIFY(zero.isFinished());
    QCOMPARE(errorOf(zero).call, PipelineError::BadOptions);
    QCOMPARE(toString(errorOf(zero)), u"numbers: maxDemand has to be 1 to 1000000000, got 0"_s);
    const Stream<Integer> equal(pipeline.calls(),
                                {{u"numbers"_s, {.maxDemand = 5, .minDemand = 5}}});
    QCOMPARE(toString(errorOf(equal)),
             u"numbers: minDemand has to be 0 to 4 (below maxDemand), got 5"_s);
    QCoreApplication::processEvents();
    QCOMPARE(pipeline.snapshot().stages.size(), 1U);
}

void TestStream::namesTheProducerThatDoesNotFit()
{
    // D3
    Pipeline pipeline;
    pipeline.addSource(u"words"_s, sourceOf(std::vector<std::string>{"a"}));
    pipeline.addConsumer<TextConsumer>(u"end"_s);
    pipeline.start();
    Stream<Integer> wrongType(pipeline.calls(), {u"words"_s});
    QCOMPARE(readAll(wrongType), Numbers());
    QCOMPARE(errorOf(wrongType).call, PipelineError::TypesDiffer);
    QCOMPARE(errorOf(wrongType).producer, u"words"_s);
    Stream<Integer> wrongWay(pipeline.calls(), {u"end"_s});
    QCOMPARE(readAll(wrongWay), Numbers());
    QCOMPARE(errorOf(wrongWay).call, PipelineError::NotAProducer);
    QVERIFY(eventually([&] { return isFree(pipeline, 2); }));
}

void TestStream::asksAgainOnlyWhenTheNextSliceIsWanted()
{
    // §17, §6: 10/5
    Pipeline pipeline;
    const auto source = pipeline.addSource(u"numbers"_s, endless());
    pipeline.start();
    Stream<Integer> stream(pipeline.calls(), {{source, {.maxDemand = 10, .minDemand = 5}}});
    const auto asked = [&]() -> EventCount {
        // Behind every ask that was sent: they are in the stage's mailbox before this is.
        const auto reply = pipeline.calls().demandMode(u"stream"_s);
        if (!eventually([&] { return reply.isFinished(); }))
            return -1;
        return pipeline.snapshot().subscriptions.front().inlet.asked;
    };
    QCOMPARE(read(stream, 5), numbersFrom(0, 5));
    QCOMPARE(asked(), 10);
    QCOMPARE(read(stream, 1), numbersFrom(5, 1));
    QCOMPARE(asked(), 15);
    QCOMPARE(read(stream, 4), numbersFrom(6, 4));
    QCOMPARE(asked(), 15);
    QCOMPARE(read(stream, 1), numbersFrom(10, 1));
    QCOMPARE(asked(), 20);
}

void TestStream::stopsASourceThatLosesItsLastConsumer()
{
    // GS-118, §17: on_cancel: stop
    Pipeline pipeline;
    const auto source = pipeline.addSource(u"numbers"_s, endless(0, OnCancel::Stop));
    pipeline.addSource(u"other"_s, endless());
    pipeline.start();
    Stream<Integer> stream(pipeline.calls(), {source});
    QCOMPARE(read(stream, 10), numbersFrom(0, 10));
    stream.cancel();
    QVERIFY(
        eventually([&] { return pipeline.snapshot().stage(source)->stopReason == u"normal"_s; }));
}

void TestStream::isEmptyWithoutProducers()
{
    Pipeline pipeline;
    pipeline.addSource(u"numbers"_s, endless());
    pipeline.start();
    Stream<Integer> stream(pipeline.calls(), std::vector<StreamOf<Integer>>());
    QCOMPARE(readAll(stream), Numbers());
    QVERIFY(!stream.error());
}

SLUICE_TEST(TestStream)

} // namespace tst_stream

#include "tst_stream.moc"
