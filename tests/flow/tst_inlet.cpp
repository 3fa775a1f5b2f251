// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/inlet.h"
#include "tests/support/testsupport.h"

namespace tst_inlet {

using namespace sluice;

namespace {

constexpr SubscriptionId a{1};
constexpr SubscriptionId b{2};

EventCount handle(DemandWindow &window, EventCount count)
{
    window.beginMessage();
    return window.handled(count);
}

} // namespace

class TestInlet : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void asksForEachSubscriptionOnItsOwn();
    void knowsOnlyLiveSubscriptions();
    void tellsWhatTheEndDoesToItsConsumer();
    void keepsTheOtherSubscriptionsWhenOneEnds();
    void opensAnEndedSubscriptionAnew();
};

void TestInlet::asksForEachSubscriptionOnItsOwn()
{
    Inlet inlet; // GX-18
    QCOMPARE_EQ(inlet.subscribe(a, {.maxDemand = 4, .minDemand = 2}), 4);
    QCOMPARE_EQ(inlet.subscribe(b, {.maxDemand = 6, .minDemand = 3}), 6);
    QCOMPARE_EQ(handle(*inlet.find(a), 2), 2);
    QCOMPARE_EQ(handle(*inlet.find(b), 3), 3);
    QCOMPARE_EQ(handle(*inlet.find(b), 2), 0);
    QCOMPARE_EQ(handle(*inlet.find(a), 2), 2);
    QCOMPARE_EQ(inlet.find(a)->pending(), 4);
    QCOMPARE_EQ(inlet.find(b)->pending(), 4);
}

void TestInlet::knowsOnlyLiveSubscriptions()
{
    Inlet inlet;
    QVERIFY(inlet.isEmpty());
    QVERIFY(inlet.find(a) == nullptr);
    QVERIFY(!inlet.end(a)); // §5: an unknown tag does nothing
    QCOMPARE_EQ(inlet.subscribe(a, {}), 1000);
    QVERIFY(!inlet.isEmpty());
    QVERIFY(inlet.find(a) != nullptr);
    QVERIFY(inlet.find(b) == nullptr);
    QVERIFY(inlet.end(a).has_value());
    QVERIFY(inlet.find(a) == nullptr); // §4: forgotten
    QVERIFY(!inlet.end(a));
    QVERIFY(inlet.isEmpty());
}

void TestInlet::tellsWhatTheEndDoesToItsConsumer()
{
    for (const CancelMode mode :
         {CancelMode::Permanent, CancelMode::Transient, CancelMode::Temporary}) {
        Inlet inlet;
        QCOMPARE_EQ(inlet.subscribe(a, {.maxDemand = 1, .cancel = mode}), 1);
        QVERIFY(inlet.end(a) == mode);
    }
}

void TestInlet::keepsTheOtherSubscriptionsWhenOneEnds()
{
    Inlet inlet;
    QCOMPARE_EQ(inlet.subscribe(a, {.maxDemand = 4}), 4);
    QCOMPARE_EQ(inlet.subscribe(b, {.maxDemand = 6}), 6);
    QCOMPARE_EQ(handle(*inlet.find(b), 1), 0);
    QVERIFY(inlet.end(a).has_value());
    QCOMPARE_EQ(inlet.find(b)->pending(), 5);
    QVERIFY(!inlet.isEmpty());
}

void TestInlet::opensAnEndedSubscriptionAnew()
{
    Inlet inlet;
    QCOMPARE_EQ(inlet.subscribe(a, {.maxDemand = 4}), 4);
    QCOMPARE_EQ(handle(*inlet.find(a), 1), 0);
    QVERIFY(inlet.end(a).has_value());
    QCOMPARE_EQ(inlet.subscribe(a, {.maxDemand = 8}), 8);
    QCOMPARE_EQ(inlet.find(a)->pending(), 8);
}

SLUICE_TEST(TestInlet)

} // namespace tst_inlet

#include "tst_inlet.moc"
