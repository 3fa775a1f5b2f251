// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/childledger.h"
#include "tests/support/testsupport.h"

#include <map>

namespace tst_childledger {

using namespace sluice;

namespace {

constexpr SubscriptionId a{1};
constexpr SubscriptionId b{2};

// What one subscription has seen, written down naively.
struct Model
{
    SubscriptionOptions options;
    EventCount asked = 0;
    EventCount sent = 0;
    EventCount ended = 0;
    EventCount flushed = 0;

    [[nodiscard]] EventCount children() const { return sent - ended; }
};

} // namespace

class TestChildLedger : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnceEnoughHaveEnded_data();
    void asksOnceEnoughHaveEnded();
    void asksNothingWhileNoneHasEnded();
    void countsEachProducerOnItsOwn();
    void saysHowManyAreInExcess();
    void endsAfterACancelAskNobody();
    void eventsThatStartNobodyEndTogether();
    void keepsItsPromisesForAnySeed();
};

void TestChildLedger::asksOnceEnoughHaveEnded_data()
{
    QTest::addColumn<EventCount>("minDemand");
    QTest::addColumn<QList<EventCount>>("asks");
    QTest::newRow("GX-17 10/0: one for each")
        << EventCount(0) << QList<EventCount>{1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    QTest::newRow("GX-17 10/5: five after five")
        << EventCount(5) << QList<EventCount>{0, 0, 0, 0, 5, 0, 0, 0, 0, 5};
    QTest::newRow("GX-17 10/9: nine after nine")
        << EventCount(9) << QList<EventCount>{0, 0, 0, 0, 0, 0, 0, 0, 9, 0};
}

void TestChildLedger::asksOnceEnoughHaveEnded()
{
    // REF-16
    QFETCH(const EventCount, minDemand);
    QFETCH(const QList<EventCount>, asks);
    ChildLedger ledger;
    QCOMPARE_EQ(ledger.subscribe(a, {.maxDemand = 10, .minDemand = minDemand}), 10);
    QCOMPARE_EQ(ledger.started(a, 10), 0);
    for (const EventCount ask : asks)
        QCOMPARE_EQ(ledger.ended(a, 1), ask);
}

void TestChildLedger::asksNothingWhileNoneHasEnded()
{
    ChildLedger ledger; // GS-212
    QCOMPARE_EQ(ledger.subscribe(a, {.maxDemand = 3, .minDemand = 0}), 3);
    QCOMPARE_EQ(ledger.started(a, 2), 0);
    QCOMPARE_EQ(ledger.children(a), 2);
    QCOMPARE_EQ(ledger.done(a), 0);
    QCOMPARE_EQ(ledger.ended(a, 0), 0);
}

void TestChildLedger::countsEachProducerOnItsOwn()
{
    ChildLedger ledger;
    QCOMPARE_EQ(ledger.subscribe(a, {.maxDemand = 4, .minDemand = 2}), 4);
    QCOMPARE_EQ(ledger.subscribe(b, {.maxDemand = 6, .minDemand = 3}), 6);
    QCOMPARE_EQ(ledger.started(a, 4), 0);
    QCOMPARE_EQ(ledger.started(b, 6), 0);
    QCOMPARE_EQ(ledger.ended(b, 2), 0);
    QCOMPARE_EQ(ledger.ended(a, 2), 2);
    QCOMPARE_EQ(ledger.ended(b, 1), 3);
    QCOMPARE_EQ(ledger.children(a), 2);
    QCOMPARE_EQ(ledger.children(b), 3);
}

void TestChildLedger::saysHowManyAreInExcess()
{
    ChildLedger ledger;
    QCOMPARE_EQ(ledger.subscribe(a, {.maxDemand = 2, .minDemand = 0}), 2);
    QCOMPARE_EQ(ledger.started(a, 5), 3);
    QCOMPARE_EQ(ledger.children(a), 5); // started all the same
    QCOMPARE_EQ(ledger.started(a, 1), 1);
}

void TestChildLedger::endsAfterACancelAskNobody()
{
    ChildLedger ledger; // GS-210
    QCOMPARE_EQ(ledger.subscribe(a, {.maxDemand = 2, .minDemand = 0}), 2);
    QCOMPARE_EQ(ledger.started(a, 2), 0);
    ledger.cancel(a);
    QVERIFY(ledger.isEmpty());
    QCOMPARE_EQ(ledger.ended(a, 1), 0);
    QCOMPARE_EQ(ledger.started(a, 1), 0);
    QCOMPARE_EQ(ledger.children(a), 0);
}

void TestChildLedger::eventsThatStartNobodyEndTogether()
{
    ChildLedger ledger; // §18: counts as ended at once
    QCOMPARE_EQ(ledger.subscribe(a, {.maxDemand = 5, .minDemand = 2}), 5);
    QCOMPARE_EQ(ledger.started(a, 5), 0);
    QCOMPARE_EQ(ledger.ended(a, 3), 3);
    QCOMPARE_EQ(ledger.children(a), 2);
}

void TestChildLedger::keepsItsPromisesForAnySeed()
{
    test::forEachSeed([](test::Random &random) { // INV-28
        ChildLedger ledger;
        std::map<std::uint64_t, Model> models;
        for (std::uint64_t id = 1; id <= 1 + random.below(3); ++id) {
            Model &model = models[id];
            model.options.maxDemand = random.between(1, 12);
            model.options.minDemand = random.between(0, model.options.maxDemand - 1);
            model.asked = ledger.subscribe({id}, model.options);
            QCOMPARE_EQ(model.asked, model.options.maxDemand);
        }
        for (int step = 0; step < 80; ++step) {
            const std::uint64_t id = 1 + random.below(models.size());
            Model &model = models[id];
            if (random.chance(1, 2)) {
                const EventCount events = random.between(0, model.asked - model.sent);
                QCOMPARE_EQ(ledger.started({id}, events), 0); // asked for: never in excess
                model.sent += events;
            } else if (model.children() > 0) {
                const EventCount count = random.between(1, model.children());
                model.ended += count;
                const EventCount ask = ledger.ended({id}, count);
                const bool isDue = model.ended - model.flushed >= model.options.minimum();
                QCOMPARE_EQ(ask, isDue ? model.ended - model.flushed : 0);
                model.flushed += ask;
                model.asked += ask;
            }
            QCOMPARE_EQ(ledger.children({id}), model.children());
            QCOMPARE_LE(model.children(), model.options.maxDemand);
            QCOMPARE_EQ(model.asked, model.options.maxDemand + model.flushed);
        }
    });
}

SLUICE_TEST(TestChildLedger)

} // namespace tst_childledger

#include "tst_childledger.moc"
