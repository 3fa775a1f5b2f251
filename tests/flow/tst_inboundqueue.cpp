// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/inboundqueue.h"
#include "tests/support/batches.h"
#include "tests/support/middlestage.h"
#include "tests/support/testsupport.h"

#include <QStringList>

namespace tst_inboundqueue {

using namespace sluice;
using test::letter;
using test::numbers;
using test::text;

namespace {

constexpr SubscriptionId up{1};    // A
constexpr SubscriptionId other{2}; // B
constexpr SubscriptionId down{3};  // C
constexpr EventCount noneBuffered = 0;

/// A middle stage that writes down what it does: "handle 5, ask 5, send 1".
class Recorder : public test::MiddleStage
{
public:
    [[nodiscard]] QString did()
    {
        const QString all = m_log.join(QStringLiteral(", "));
        m_log.clear();
        return all;
    }

    bool dropsAll = false;

protected:
    Batch work(const Batch &slice) override { return dropsAll ? Batch() : slice; }

    void handles(SubscriptionId, const Batch &slice) override
    {
        m_log.append(QStringLiteral("handle %1").arg(slice.size()));
    }

    void asksFor(SubscriptionId, EventCount count) override
    {
        m_log.append(QStringLiteral("ask %1").arg(count));
    }

    void sends(const Delivery &delivery) override
    {
        m_log.append(QStringLiteral("send %1").arg(delivery.batch.size()));
    }

    void stops(const StopReason &reason) override
    {
        m_log.append(QStringLiteral("stop ") + QString::fromStdString(toString(reason)));
    }

private:
    QStringList m_log;
};

} // namespace

class TestInboundQueue : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void givesWholeMessagesInArrivalOrder();
    void startsNothingWithoutLiveDemand();
    void startsNothingWhileEventsWaitInTheOutputBuffer();
    void givesAnEndAtOnceWhenNothingIsBeforeIt();
    void givesAnEndAfterTheEventsBeforeIt();
    void givesAnEndOnlyWhenTheOutputBufferIsEmpty();
    void carriesTheTimeOfSendingAlong();
    void tellsWhatItDropsMessageByMessage();
    void takesAndAsksAsTheReferenceDoesWithAManualConsumer();
    void deliversEverythingBeforeItStopsThoughTheConsumerJoinsLast();
    void drainsItsOutputBeforeItStops();
    void pullsNothingForAConsumerThatLeft();
    void keepsPullingWhileItDropsEverything();
    void staysWhenATemporarySubscriptionEnds();
};

void TestInboundQueue::givesWholeMessagesInArrivalOrder()
{
    InboundQueue queue; // §20.7
    queue.pushEvents(up, numbers(0, 3));
    queue.pushEvents(other, numbers(10, 5));
    queue.pushEvents(up, numbers(3, 2));
    QCOMPARE_EQ(queue.queuedEvents(), 10);
    const auto first = queue.next(1, noneBuffered); // §13.2: whole, though 1 is wanted
    QVERIFY(first && first->from == up && !first->ended);
    QCOMPARE(text(first->batch), QStringLiteral("0 1 2"));
    QCOMPARE_EQ(queue.queuedEvents(), 7);
    const auto second = queue.next(100, noneBuffered);
    QVERIFY(second && second->from == other);
    QCOMPARE(text(second->batch), QStringLiteral("10 11 12 13 14"));
    QCOMPARE(text(queue.next(1, noneBuffered)->batch), QStringLiteral("3 4"));
    QVERIFY(queue.isEmpty());
    QCOMPARE_EQ(queue.queuedEvents(), 0);
    QVERIFY(!queue.next(1, noneBuffered));
}

void TestInboundQueue::startsNothingWithoutLiveDemand()
{
    InboundQueue queue; // REF-21, INV-21
    queue.pushEvents(up, numbers(0, 3));
    QVERIFY(!queue.next(0, noneBuffered));
    QCOMPARE_EQ(queue.queuedEvents(), 3);
    QVERIFY(queue.next(1, noneBuffered).has_value());
}

void TestInboundQueue::startsNothingWhileEventsWaitInTheOutputBuffer()
{
    InboundQueue queue; // INV-21
    queue.pushEvents(up, numbers(0, 3));
    QVERIFY(!queue.next(5, 1));
    QVERIFY(queue.next(5, 0).has_value());
}

void TestInboundQueue::givesAnEndAtOnceWhenNothingIsBeforeIt()
{
    InboundQueue queue; // §13
    queue.pushEnd(up, StopReason::failed("oops"));
    QVERIFY(!queue.isEmpty());
    QCOMPARE_EQ(queue.queuedEvents(), 0);
    const auto end = queue.next(0, noneBuffered);
    QVERIFY(end && end->from == up && end->batch.isEmpty());
    QVERIFY(end->ended == StopReason::failed("oops"));
    QVERIFY(queue.isEmpty());
}

void TestInboundQueue::givesAnEndAfterTheEventsBeforeIt()
{
    InboundQueue queue; // §13, GX-06
    queue.pushEvents(up, numbers(0, 3));
    queue.pushEnd(up, StopReason::normal());
    queue.pushEvents(other, numbers(5, 1));
    QVERIFY(!queue.next(0, noneBuffered));
    QVERIFY(!queue.next(1, noneBuffered)->ended);
    QVERIFY(queue.next(0, noneBuffered)->ended.has_value());
    QVERIFY(!queue.next(0, noneBuffered)); // the other subscription goes on as before
    QCOMPARE_EQ(queue.queuedEvents(), 1);
}

void TestInboundQueue::givesAnEndOnlyWhenTheOutputBufferIsEmpty()
{
    InboundQueue queue; // REF-10, GX-07
    queue.pushEnd(up, StopReason::normal());
    QVERIFY(!queue.next(5, 9));
    QVERIFY(!queue.next(0, 1));
    QVERIFY(queue.next(0, 0)->ended.has_value());
}

void TestInboundQueue::carriesTheTimeOfSendingAlong()
{
    InboundQueue queue;
    queue.pushEvents(up, numbers(0, 1), 1234);
    QCOMPARE_EQ(queue.next(1, noneBuffered)->sentNs, 1234);
}

void TestInboundQueue::tellsWhatItDropsMessageByMessage()
{
    InboundQueue queue;
    queue.pushEvents(up, numbers(0, 3));
    queue.pushEnd(up, StopReason::normal());
    queue.pushEvents(other, numbers(0, 2));
    queue.pushEvents(other, numbers(2, 2));
    QStringList dropped;
    queue.clear([&dropped](SubscriptionId from, EventCount count) {
        dropped.append(QString(letter(from)) + u' ' + QString::number(count));
    });
    QCOMPARE(dropped.join(QStringLiteral(", ")), QStringLiteral("A 3, B 2, B 2"));
    QVERIFY(queue.isEmpty());
    QCOMPARE_EQ(queue.queuedEvents(), 0);
}

void TestInboundQueue::takesAndAsksAsTheReferenceDoesWithAManualConsumer()
{
    Recorder stage; // GX-05, the trace at the end of §13
    stage.subscribeTo(up, {.maxDemand = 10, .minDemand = 5});
    QCOMPARE(stage.did(), QStringLiteral("ask 10"));
    stage.receiveSubscriber(down);
    stage.receiveEvents(up, numbers(0, 10));
    QCOMPARE(stage.did(), QString());
    stage.receiveAsk(down, 1);
    QCOMPARE(stage.did(), QStringLiteral("handle 5, send 1, ask 5, handle 5, ask 5"));
    QCOMPARE_EQ(stage.outlet().buffer().size(), 9);
    stage.receiveEvents(up, numbers(10, 10));
    QCOMPARE(stage.did(), QString());
    stage.receiveAsk(down, 9);
    QCOMPARE(stage.did(), QStringLiteral("send 9"));
    QCOMPARE_EQ(stage.inbound().queuedEvents(), 10);
    stage.receiveAsk(down, 1);
    QCOMPARE(stage.did(), QStringLiteral("handle 5, send 1, ask 5, handle 5, ask 5"));
    QCOMPARE_EQ(stage.outlet().buffer().size(), 9);
}

void TestInboundQueue::deliversEverythingBeforeItStopsThoughTheConsumerJoinsLast()
{
    Recorder stage; // GX-06
    stage.subscribeTo(up, {.maxDemand = 10, .minDemand = 5});
    stage.receiveEvents(up, numbers(0, 10));
    stage.receiveEnd(up, StopReason::normal());
    QCOMPARE(stage.did(), QStringLiteral("ask 10"));
    stage.receiveSubscriber(down);
    QVERIFY(!stage.isStopped());
    stage.receiveAsk(down, 10);
    QCOMPARE(stage.did(),
             QStringLiteral("handle 5, send 5, ask 5, handle 5, send 5, ask 5, stop normal"));
}

void TestInboundQueue::drainsItsOutputBeforeItStops()
{
    Recorder stage; // GX-07, REF-10
    stage.subscribeTo(up, {.maxDemand = 10, .minDemand = 5});
    stage.receiveSubscriber(down);
    stage.receiveAsk(down, 1);
    stage.receiveEvents(up, numbers(0, 10));
    stage.receiveEnd(up, StopReason::failed("oops"));
    QCOMPARE_EQ(stage.outlet().buffer().size(), 9);
    QVERIFY(!stage.isStopped());
    std::ignore = stage.did();
    stage.receiveAsk(down, 8);
    QCOMPARE(stage.did(), QStringLiteral("send 8"));
    stage.receiveAsk(down, 8);
    QCOMPARE(stage.did(), QStringLiteral("send 1, stop oops"));
}

void TestInboundQueue::pullsNothingForAConsumerThatLeft()
{
    Recorder stage; // GX-23, REF-21
    stage.subscribeTo(up, {.maxDemand = 40, .minDemand = 30});
    stage.receiveSubscriber(down);
    stage.receiveAsk(down, 10);
    stage.receiveCancel(down);
    std::ignore = stage.did();
    for (int i = 0; i < 4; ++i)
        stage.receiveEvents(up, numbers(10 * i, 10));
    QCOMPARE(stage.did(), QString());
    QCOMPARE_EQ(stage.inbound().queuedEvents(), 40);
    QVERIFY(stage.outlet().buffer().isEmpty());
}

void TestInboundQueue::keepsPullingWhileItDropsEverything()
{
    Recorder stage; // GS-014
    stage.dropsAll = true;
    stage.subscribeTo(up, {.maxDemand = 100, .minDemand = 80});
    stage.receiveSubscriber(down);
    stage.receiveAsk(down, 1);
    std::ignore = stage.did();
    for (int i = 0; i < 50; ++i) {
        stage.receiveEvents(up, numbers(20 * i, 20));
        QCOMPARE(stage.did(), QStringLiteral("handle 20, ask 20"));
    }
    QCOMPARE_EQ(stage.outlet().demandOf(down), 1);
}

void TestInboundQueue::staysWhenATemporarySubscriptionEnds()
{
    Recorder stage; // INV-24
    stage.subscribeTo(up, {.maxDemand = 4, .minDemand = 2, .cancel = CancelMode::Temporary});
    stage.subscribeTo(other, {.maxDemand = 6, .minDemand = 3});
    stage.receiveEnd(up, StopReason::failed("oops"));
    QVERIFY(!stage.isStopped());
    QVERIFY(stage.inlet().find(up) == nullptr);
    stage.receiveSubscriber(down);
    stage.receiveAsk(down, 10);
    std::ignore = stage.did();
    stage.receiveEvents(other, numbers(0, 6));
    QCOMPARE(stage.did(), QStringLiteral("handle 3, send 3, ask 3, handle 3, send 3, ask 3"));
}

SLUICE_TEST(TestInboundQueue)

} // namespace tst_inboundqueue

#include "tst_inboundqueue.moc"
