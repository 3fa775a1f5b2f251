// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/demandwindow.h"
#include "core/flow/outlet.h"
#include "tests/flow/outletmodel.h"
#include "tests/support/batches.h"
#include "tests/support/testsupport.h"

#include <deque>

namespace tst_outlet {

using namespace sluice;
using test::OutletModel;
using Tested = test::TestedOutlet;

namespace {

constexpr SubscriptionId a{1};
constexpr SubscriptionId b{2};

} // namespace

class TestOutlet : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void refusesASubscriptionItHasAlready();
    void asksTheProducerForWhatIsDeliverableOnce();
    void takesUnsolicitedEventsOffWhatIsOwed();
    void servesTheBufferBeforeTheProducer();
    void putsNewEventsBehindTheBuffer();
    void givesTheNextConsumerWhatTheOneBeforeLeftInOrder();
    void asksOnlyForWhatIsNotOwedSinceAConsumerLeft();
    void tellsHowMuchDemandALeaverWithdraws();
    void passesDemandOnWithTheRemainderOfTheLastAnswer();
    void keepsOnlyWhatItMay();
    void ofCapacityZeroDiscardsWhatItCannotPlace();
    void countsDiscardedEventsAsDelivered();
    void emittingNothingChangesNothing();
    void keepsEveryPromiseWhateverHappens_data();
    void keepsEveryPromiseWhateverHappens();
};

void TestOutlet::refusesASubscriptionItHasAlready()
{
    Tested tested; // GS-097, BAD-08
    QVERIFY(tested.subscribe(a));
    tested.ask(a, 2);
    QVERIFY(!tested.subscribe(a));
    QCOMPARE_EQ(tested.outlet.subscriberCount(), 1U);
    QCOMPARE_EQ(tested.outlet.demandOf(a), 2);
    QVERIFY(!tested.outlet.isSubscribed(b));
}

void TestOutlet::asksTheProducerForWhatIsDeliverableOnce()
{
    Tested tested; // INV-16
    QCOMPARE_EQ(tested.takeDemand(), 0);
    QVERIFY(tested.subscribe(a));
    QVERIFY(tested.subscribe(b));
    QCOMPARE_EQ(tested.takeDemand(), 0);
    tested.ask(a, 10);
    QCOMPARE_EQ(tested.takeDemand(), 10);
    QCOMPARE_EQ(tested.takeDemand(), 0);
    tested.ask(b, 5);
    QCOMPARE_EQ(tested.takeDemand(), 5);
    QCOMPARE_EQ(tested.outlet.owed(), 15);
    QCOMPARE_EQ(tested.emitted(15), 0);
    QCOMPARE_EQ(tested.outlet.owed(), 0);
    QCOMPARE_EQ(tested.takeDemand(), 0);
}

void TestOutlet::takesUnsolicitedEventsOffWhatIsOwed()
{
    Tested tested;
    QVERIFY(tested.subscribe(a));
    QCOMPARE_EQ(tested.emitted(3), 0);
    QCOMPARE_EQ(tested.outlet.owed(), 0); // never below 0
    tested.ask(a, 10);
    QCOMPARE_EQ(tested.takeDemand(), 7);
    QCOMPARE_EQ(tested.emitted(9), 0);
    QCOMPARE_EQ(tested.outlet.owed(), 0);
    QCOMPARE_EQ(tested.outlet.buffer().size(), 2);
}

void TestOutlet::servesTheBufferBeforeTheProducer()
{
    Tested tested; // §8
    QCOMPARE_EQ(tested.emitted(4), 0);
    QVERIFY(tested.subscribe(a));
    QCOMPARE(tested.sent(), QString());
    tested.ask(a, 3);
    QCOMPARE(tested.sent(), QStringLiteral("A 0 1 2"));
    QCOMPARE_EQ(tested.takeDemand(), 0); // not called while the buffer covers it
    tested.ask(a, 3);
    QCOMPARE(tested.sent(), QStringLiteral("A 3"));
    QCOMPARE_EQ(tested.takeDemand(), 2);
}

void TestOutlet::putsNewEventsBehindTheBuffer()
{
    Tested tested;
    QVERIFY(tested.subscribe(a));
    QCOMPARE_EQ(tested.emitted(2), 0);
    QCOMPARE_EQ(tested.emitted(2), 0);
    tested.ask(a, 3);
    QCOMPARE_EQ(tested.emitted(2), 0);
    tested.ask(a, 9);
    QCOMPARE(tested.sent(), QStringLiteral("A 0 1 2, A 3 4 5"));
}

void TestOutlet::givesTheNextConsumerWhatTheOneBeforeLeftInOrder()
{
    Tested tested; // GX-08b, REF-20
    QVERIFY(tested.subscribe(a));
    tested.ask(a, 10);
    QCOMPARE_EQ(tested.takeDemand(), 10);
    QCOMPARE_EQ(tested.cancel(a), 10);
    QCOMPARE_EQ(tested.emitted(3), 0);
    QCOMPARE(tested.sent(), QString());

    DemandWindow window({.maxDemand = 5, .minDemand = 0});
    QVERIFY(tested.subscribe(b));
    tested.ask(b, window.initialAsk());
    QCOMPARE(tested.sent(), QStringLiteral("B 0 1 2"));
    window.beginMessage();
    QCOMPARE_EQ(window.handled(3), 0);
    QCOMPARE_EQ(tested.emitted(2), 0);
    QCOMPARE(tested.sent(), QStringLiteral("B 3 4"));
    window.beginMessage();
    tested.ask(b, window.handled(2));
    QCOMPARE_EQ(tested.emitted(5), 0);
    QCOMPARE(tested.sent(), QStringLiteral("B 5 6 7 8 9"));
}

void TestOutlet::asksOnlyForWhatIsNotOwedSinceAConsumerLeft()
{
    Tested tested; // GX-16
    QVERIFY(tested.subscribe(a));
    tested.ask(a, 10);
    QCOMPARE_EQ(tested.takeDemand(), 10);
    QCOMPARE_EQ(tested.emitted(4), 0);
    QCOMPARE(tested.sent(), QStringLiteral("A 0 1 2 3"));
    QCOMPARE_EQ(tested.cancel(a), 6);
    QCOMPARE_EQ(tested.takeDemand(), 0);
    QCOMPARE_EQ(tested.emitted(2), 0);
    QCOMPARE_EQ(tested.outlet.buffer().size(), 2);
    QVERIFY(tested.subscribe(b));
    tested.ask(b, 10);
    QCOMPARE(tested.sent(), QStringLiteral("B 4 5"));
    QCOMPARE_EQ(tested.takeDemand(), 4);
    QCOMPARE_EQ(tested.outlet.owed(), 8);
    QCOMPARE_EQ(tested.emitted(8), 0);
    QCOMPARE_EQ(tested.outlet.buffer().size(), 0);
}

void TestOutlet::tellsHowMuchDemandALeaverWithdraws()
{
    Tested tested;
    QVERIFY(tested.subscribe(a));
    QVERIFY(tested.subscribe(b));
    tested.ask(a, 7);
    tested.ask(b, 5);
    QCOMPARE_EQ(tested.emitted(4), 0); // all to A, who had asked for more
    QCOMPARE_EQ(tested.cancel(a), 3);
    QVERIFY(!tested.outlet.isSubscribed(a));
    QCOMPARE_EQ(tested.outlet.deliverable(), 5);
    QCOMPARE_EQ(tested.cancel(b), 5);
    QCOMPARE_EQ(tested.outlet.deliverable(), 0);
}

void TestOutlet::passesDemandOnWithTheRemainderOfTheLastAnswer()
{
    // GX-02: a producer that answers every demand with 850 and a consumer 1000/500.
    Tested tested;
    QVERIFY(tested.subscribe(a));
    DemandWindow window({.maxDemand = 1000, .minDemand = 500});
    std::deque<EventCount> asks{window.initialAsk()};
    QStringList demands;
    QStringList slices;
    while (demands.size() < 6) {
        QVERIFY(!asks.empty());
        tested.ask(a, asks.front());
        asks.pop_front();
        if (const EventCount demand = tested.takeDemand(); demand > 0) {
            demands.append(QString::number(demand));
            QCOMPARE_EQ(tested.emitted(850), 0);
        }
        for (const Delivery &delivery : tested.takeDeliveries()) {
            window.beginMessage();
            for (EventCount rest = delivery.batch.size(); rest > 0;) {
                const EventCount slice = window.nextSlice(rest);
                slices.append(QString::number(slice));
                rest -= slice;
                if (const EventCount ask = window.handled(slice); ask > 0)
                    asks.push_back(ask);
            }
        }
    }
    QCOMPARE(demands.join(u' '), QStringLiteral("1000 500 650 650 650 650"));
    QCOMPARE(slices.mid(0, 10).join(u' '),
             QStringLiteral("500 350 500 150 200 500 150 200 500 150"));
}

void TestOutlet::keepsOnlyWhatItMay()
{
    Tested first({5, BufferKeep::First}); // GS-025, GS-028
    QCOMPARE_EQ(first.emitted(5), 0);
    QCOMPARE_EQ(first.emitted(3), 3);
    QVERIFY(first.subscribe(a));
    first.ask(a, 4);
    first.ask(a, 4);
    QCOMPARE(first.sent(), QStringLiteral("A 0 1 2 3, A 4"));

    Tested last({5, BufferKeep::Last});
    QVERIFY(last.subscribe(a));
    last.ask(a, 2);
    QCOMPARE_EQ(last.emitted(10), 3); // two are placed before any is stored
    last.ask(a, 9);
    QCOMPARE(last.sent(), QStringLiteral("A 0 1, A 5 6 7 8 9"));
}

void TestOutlet::ofCapacityZeroDiscardsWhatItCannotPlace()
{
    Tested tested({0}); // REF-6, GX-20
    QVERIFY(tested.subscribe(a));
    QCOMPARE_EQ(tested.emitted(2), 2);
    tested.ask(a, 3);
    QCOMPARE_EQ(tested.takeDemand(), 3);
    QCOMPARE_EQ(tested.emitted(5), 2);
    QCOMPARE(tested.sent(), QStringLiteral("A 2 3 4"));
    QCOMPARE_EQ(tested.outlet.owed(), 0);
}

void TestOutlet::countsDiscardedEventsAsDelivered()
{
    Tested tested({1, BufferKeep::Last});
    QVERIFY(tested.subscribe(a));
    tested.ask(a, 10);
    QCOMPARE_EQ(tested.takeDemand(), 10);
    QCOMPARE_EQ(tested.cancel(a), 10);
    QCOMPARE_EQ(tested.emitted(10), 9);
    QCOMPARE_EQ(tested.outlet.owed(), 0);
    QVERIFY(tested.subscribe(b));
    tested.ask(b, 10);
    QCOMPARE(tested.sent(), QStringLiteral("B 9"));
    QCOMPARE_EQ(tested.takeDemand(), 9); // or B would wait for ever
}

void TestOutlet::emittingNothingChangesNothing()
{
    Tested tested;
    QVERIFY(tested.subscribe(a));
    tested.ask(a, 3);
    QCOMPARE_EQ(tested.takeDemand(), 3);
    QCOMPARE_EQ(tested.emitted(Batch()), 0);
    QCOMPARE_EQ(tested.emitted(0), 0);
    QCOMPARE(tested.sent(), QString());
    QCOMPARE_EQ(tested.outlet.owed(), 3);
    QVERIFY(tested.outlet.buffer().isEmpty());
}

void TestOutlet::keepsEveryPromiseWhateverHappens_data()
{
    QTest::addColumn<qint64>("capacity"); // negative: no limit
    QTest::addColumn<bool>("keepsFirst");

    QTest::newRow("INV-01 INV-08 INV-15 without a limit") << -1LL << false;
    QTest::newRow("INV-15 INV-17 five, keep first") << 5LL << true;
    QTest::newRow("INV-15 INV-17 five, keep last") << 5LL << false;
    QTest::newRow("REF-6 none") << 0LL << false;
}

void TestOutlet::keepsEveryPromiseWhateverHappens()
{
    QFETCH(const qint64, capacity);
    QFETCH(const bool, keepsFirst);
    const BufferOptions options{capacity < 0 ? std::nullopt : std::optional<EventCount>(capacity),
                                keepsFirst ? BufferKeep::First : BufferKeep::Last};
    test::forEachSeed([&options](test::Random &random) {
        OutletModel model(options, random);
        for (int i = 0; i < 120; ++i) {
            const QString wrong = model.step();
            QVERIFY2(wrong.isEmpty(), qUtf8Printable(wrong));
        }
    });
}

SLUICE_TEST(TestOutlet)

} // namespace tst_outlet

#include "tst_outlet.moc"
