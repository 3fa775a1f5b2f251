// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// What a source pulls and when it ends. How its consumers fare is in
// tests/pipeline/tst_stream_threads.cpp.

#include "core/stage/source.h"
#include "tests/support/testsupport.h"

#include <functional>
#include <iterator>
#include <list>
#include <numeric>
#include <sstream>
#include <stdexcept>
#include <string>

namespace tst_source {

using namespace sluice;
using namespace sluice::test;

using Numbers = std::vector<int>;

namespace {

/// Keeps why the stage wished to stop; a source asks for nothing else.
class StopRecorder final : public StageContext
{
public:
    std::optional<StopReason> reason;

    void stop(const StopReason &why) override { reason = why; }
    void emitBatch(Batch) override { QFAIL("a source emits what it was asked for only"); }
    void ask(SubscriptionId, EventCount) override { QFAIL("a source asks nobody"); }
    void cancel(SubscriptionId, const StopReason &) override { QFAIL("a source keeps consumers"); }
    void post(const QVariant &) override { QFAIL("a source has nothing to tell itself"); }
    void sendInfo(const QVariant &) override { QFAIL("a source has nothing to tell itself"); }
    TimerId startTimer(std::chrono::milliseconds, const QVariant &, TimerMode) override
    {
        return {};
    }
    void stopTimer(TimerId) override { }
    void note(StageNote) override { QFAIL("a source has nothing to tell"); }
    [[nodiscard]] StageAddress address() const override { return {}; }
};

/// A source as its stage would run it.
template<class Out>
struct Running
{
    explicit Running(const SourceMaker<Out> &maker)
        : behaviour(maker())
    {
        behaviour->enter(context);
        behaviour->start();
    }

    std::vector<Out> demand(EventCount count)
    {
        const Batch batch = behaviour->runDemand(count);
        const auto events = batch.as<Out>();
        return {events.begin(), events.end()};
    }

    void subscribe()
    {
        QCOMPARE(behaviour->handleSubscribe(CounterpartRole::Consumer, {}, {}),
                 DemandControl::Automatic);
    }

    StopRecorder context;
    std::unique_ptr<Behaviour> behaviour;
};

template<class Out>
Running(SourceMaker<Out>) -> Running<Out>;

auto countingFrom(int first)
{
    return [next = first]() mutable { return std::optional(next++); };
}

} // namespace

class TestSource : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void pullsExactlyWhatIsAskedFor();
    void emitsWhatIsLeftAndIsFinished();
    void ignoresDemandAfterTheEnd();
    void endsAtOnceWhenThereIsNothing();
    void noticesTheEndOnlyWhenMoreIsWanted();
    void takesManyKindsOfRanges();
    void readsAnInputRangeNoFurtherThanAsked();
    void takesTwoIterators();
    void startsFromTheBeginningEachTime();
    void touchesNothingBeforeTheFirstDemand();
    void letsAnExceptionOut();
    void staysWithoutConsumersUnlessToldOtherwise();
    void stopsWhenTheLastConsumerCancels();
};

void TestSource::pullsExactlyWhatIsAskedFor()
{
    // §17: each demand n pulls n, never more
    int pulled = 0;
    Running source(sourceFrom([&pulled] { return std::optional(pulled++); }));
    QCOMPARE(source.demand(3), (Numbers{0, 1, 2}));
    QCOMPARE(pulled, 3);
    QCOMPARE(source.demand(1), Numbers{3});
    QCOMPARE(pulled, 4);
    QCOMPARE(source.demand(10'000).size(), 10'000U);
    QVERIFY(!source.behaviour->isFinished());
}

void TestSource::emitsWhatIsLeftAndIsFinished()
{
    // GX-21, §17: at the end what there is
    Running source(sourceOf(Numbers{1, 2, 3, 4, 5}));
    QCOMPARE(source.demand(3), (Numbers{1, 2, 3}));
    QVERIFY(!source.behaviour->isFinished());
    QCOMPARE(source.demand(1000), (Numbers{4, 5}));
    QVERIFY(source.behaviour->isFinished());
}

void TestSource::ignoresDemandAfterTheEnd()
{
    // §17
    int calls = 0;
    Running source(sourceFrom([&calls]() -> std::optional<int> {
        ++calls;
        return std::nullopt;
    }));
    QCOMPARE(source.demand(5), Numbers());
    QCOMPARE(source.demand(5), Numbers());
    QCOMPARE(calls, 1);
}

void TestSource::endsAtOnceWhenThereIsNothing()
{
    Running source(sourceOf(Numbers()));
    QVERIFY(!source.behaviour->isFinished());
    QCOMPARE(source.demand(1), Numbers());
    QVERIFY(source.behaviour->isFinished());
}

void TestSource::noticesTheEndOnlyWhenMoreIsWanted()
{
    // §17: looking ahead could wait for an element that nobody asked for
    Running source(sourceOf(Numbers{1, 2}));
    QCOMPARE(source.demand(2), (Numbers{1, 2}));
    QVERIFY(!source.behaviour->isFinished());
    QCOMPARE(source.demand(1), Numbers());
    QVERIFY(source.behaviour->isFinished());
}

void TestSource::takesManyKindsOfRanges()
{
    Running texts(sourceOf(std::list<std::string>{"a", "b"}));
    QCOMPARE(texts.demand(5), (std::vector<std::string>{"a", "b"}));
    const int squares[] = {1, 4, 9};
    Running view(sourceOf(std::span(squares)));
    QCOMPARE(view.demand(5), (Numbers{1, 4, 9}));
    Running letters(sourceOf(std::string("xyz")));
    QCOMPARE(letters.demand(2), (std::vector<char>{'x', 'y'}));
}

void TestSource::readsAnInputRangeNoFurtherThanAsked()
{
    std::istringstream text("1 2 3 4 5");
    using Iterator = std::istream_iterator<int>;
    Running source(sourceOf(Iterator(text), Iterator()));
    QCOMPARE(source.demand(2), (Numbers{1, 2}));
    // The maker's copy of the iterator has read the first number; nothing has read the third.
    int third = 0;
    text >> third;
    QCOMPARE(third, 3);
    QCOMPARE(source.demand(10), (Numbers{4, 5}));
    QVERIFY(source.behaviour->isFinished());
}

void TestSource::takesTwoIterators()
{
    const Numbers numbers{1, 2, 3, 4};
    Running source(sourceOf(numbers.begin() + 1, numbers.end()));
    QCOMPARE(source.demand(10), (Numbers{2, 3, 4}));
}

void TestSource::startsFromTheBeginningEachTime()
{
    // D9: a restarted stage is made anew
    const auto counting = sourceFrom(countingFrom(7));
    Running first(counting);
    QCOMPARE(first.demand(2), (Numbers{7, 8}));
    Running second(counting);
    QCOMPARE(second.demand(2), (Numbers{7, 8}));
    QCOMPARE(first.demand(1), Numbers{9});
    const auto listed = sourceOf(Numbers{1, 2});
    Running third(listed);
    QCOMPARE(third.demand(1), Numbers{1});
    Running fourth(listed);
    QCOMPARE(fourth.demand(1), Numbers{1});
}

void TestSource::touchesNothingBeforeTheFirstDemand()
{
    int calls = 0;
    const auto maker = sourceFrom([&calls] { return std::optional(calls++); });
    Running source(maker);
    source.subscribe();
    QCOMPARE(calls, 0);
    QCOMPARE(source.behaviour->role(), StageRole::Producer);
    QVERIFY(*source.behaviour->outputType() == eventType<int>());
}

void TestSource::letsAnExceptionOut()
{
    // D9: it crashes the stage, with its text as the reason
    Running source(sourceFrom([]() -> std::optional<int> { throw std::runtime_error("torn"); }));
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, source.demand(1));
    QVERIFY(!source.behaviour->isFinished());
}

void TestSource::staysWithoutConsumersUnlessToldOtherwise()
{
    // §17: on_cancel: continue
    Running source(sourceFrom(countingFrom(0)));
    source.subscribe();
    source.behaviour->handleCancel({}, {});
    QVERIFY(!source.context.reason);
}

void TestSource::stopsWhenTheLastConsumerCancels()
{
    // GS-118, §17: on_cancel: stop
    Running source(sourceFrom(countingFrom(0), OnCancel::Stop));
    source.subscribe();
    source.subscribe();
    source.behaviour->handleCancel({}, {});
    QVERIFY(!source.context.reason);
    source.behaviour->handleCancel({Cancellation::Kind::Down, StopReason::shutdown()}, {});
    QVERIFY(source.context.reason == StopReason::normal());
}

SLUICE_TEST(TestSource)

} // namespace tst_source

#include "tst_source.moc"
