// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/outlet.h"
#include "core/flow/partitionhash.h"
#include "core/flow/selector.h"
#include "tests/flow/outletmodel.h"
#include "tests/support/testsupport.h"

namespace tst_outletdispatchers {

using namespace sluice;
using test::numbers;
using Tested = test::TestedOutlet;

namespace {

constexpr SubscriptionId a{1};
constexpr SubscriptionId b{2};

SubscriptionOptions at(std::string partition)
{
    SubscriptionOptions options;
    options.partition = std::move(partition);
    return options;
}

/// Numbers from \a first on belong to the first of two partitions, those before to none.
DispatcherOptions dropsBelow(Integer first)
{
    return PartitionDispatcherOptions::numbered(
        2, hashEvents<Integer>([first](Integer number) -> std::optional<Partitioned<Integer>> {
            return number < first ? std::nullopt : std::optional(Partitioned<Integer>{0});
        }));
}

} // namespace

/// The outlet with each dispatcher: what the stage's rules make of a dispatcher's.
class TestOutletDispatchers : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void broadcastsInOrderWhoeverJoinsMeanwhile();
    void broadcastsToNobodyWhileANewcomerIsSilent();
    void asksAgainForWhatThePartitionHashDropped();
    void asksAgainForWhatWasQueuedForALeaver();
    void buffersForNobodyWhatALeaverHadAskedFor();
    void checksTheOptionsOfADispatcher();
};

void TestOutletDispatchers::broadcastsInOrderWhoeverJoinsMeanwhile()
{
    Tested tested({}, BroadcastDispatcherOptions{}); // GX-08, REF-2, INV-09
    QVERIFY(tested.subscribe(a));
    tested.ask(a, 10);
    QCOMPARE_EQ(tested.takeDemand(), 10);
    QVERIFY(tested.subscribe(b));
    QCOMPARE_EQ(tested.emitted(10), 0);
    QCOMPARE(tested.sent(), QString());
    tested.ask(b, 10);
    QCOMPARE(tested.sent(), QStringLiteral("A 0 1 2 3 4 5 6 7 8 9, B 0 1 2 3 4 5 6 7 8 9"));
    QCOMPARE_EQ(tested.takeDemand(), 0);
    QCOMPARE_EQ(tested.emitted(3), 0);
    tested.ask(a, 3);
    tested.ask(b, 3);
    QCOMPARE(tested.sent(), QStringLiteral("A 10 11 12, B 10 11 12"));
}

void TestOutletDispatchers::broadcastsToNobodyWhileANewcomerIsSilent()
{
    Tested tested({}, BroadcastDispatcherOptions{}); // GX-24, REF-21
    QVERIFY(tested.subscribe(a));
    tested.ask(a, 10);
    QCOMPARE_EQ(tested.outlet.deliverable(), 10);
    QVERIFY(tested.subscribe(b));
    QCOMPARE_EQ(tested.outlet.deliverable(), 0);
    QCOMPARE_EQ(tested.cancel(b), 0);
    QCOMPARE_EQ(tested.outlet.deliverable(), 10);
}

void TestOutletDispatchers::asksAgainForWhatThePartitionHashDropped()
{
    Tested tested({}, dropsBelow(15)); // GX-10, REF-4
    QVERIFY(tested.subscribe(a, at("0")));
    tested.ask(a, 10);
    QCOMPARE_EQ(tested.takeDemand(), 10);
    QCOMPARE_EQ(tested.emitted(10), 0);
    QCOMPARE_EQ(tested.takeDemand(), 10);
    QCOMPARE_EQ(tested.emitted(20), 0); // 10 to 14 use nothing up
    QCOMPARE(tested.sent(), QStringLiteral("A 15 16 17 18 19, A 20 21 22 23 24"));
    QCOMPARE_EQ(tested.outlet.buffer().size(), 5);
    QCOMPARE_EQ(tested.takeDemand(), 0);
}

void TestOutletDispatchers::asksAgainForWhatWasQueuedForALeaver()
{
    Tested tested({}, dropsBelow(0)); // GX-11, REF-5
    QVERIFY(tested.subscribe(a, at("0")));
    QVERIFY(tested.subscribe(b, at("1")));
    tested.ask(a, 2);
    tested.ask(b, 6);
    QCOMPARE_EQ(tested.takeDemand(), 8);
    QCOMPARE_EQ(tested.emitted(8), 0);
    QCOMPARE_EQ(tested.outlet.queuedInDispatcher(), 6);
    QCOMPARE_EQ(tested.cancel(a), 0);
    QCOMPARE_EQ(tested.effects.discarded, 6);
    QCOMPARE_EQ(tested.takeDemand(), 6);
}

void TestOutletDispatchers::buffersForNobodyWhatALeaverHadAskedFor()
{
    Tested tested({3, BufferKeep::Last}, dropsBelow(0)); // REF-21: no queue without a limit
    QVERIFY(tested.subscribe(a, at("0")));
    tested.ask(a, 10);
    QCOMPARE_EQ(tested.takeDemand(), 10);
    QCOMPARE_EQ(tested.cancel(a), 10);
    QCOMPARE_EQ(tested.outlet.deliverable(), 0);
    QCOMPARE_EQ(tested.emitted(5), 2);
    QCOMPARE_EQ(tested.outlet.queuedInDispatcher(), 0);
    QVERIFY(tested.subscribe(b, at("0")));
    tested.ask(b, 10);
    QCOMPARE(tested.sent(), QStringLiteral("B 2 3 4"));
    QCOMPARE_EQ(tested.takeDemand(), 2); // 5 are owed still
}

void TestOutletDispatchers::checksTheOptionsOfADispatcher()
{
    QVERIFY(!validate(BroadcastDispatcherOptions{})); // GS-167, BAD-15
    const auto none = validate(PartitionDispatcherOptions{});
    QVERIFY(none);
    QCOMPARE(none->option, "partitions");
    PartitionDispatcherOptions named;
    named.partitions = {"odd", "even"};
    const auto noHash = validate(named);
    QVERIFY(noHash);
    QCOMPARE(noHash->option, "hash");
    named.partitions = {"odd", "odd"};
    QVERIFY(validate(named));
    QVERIFY(!validate(PartitionDispatcherOptions::numbered(3), &eventType<Integer>()));
    const auto ofTexts =
        hashEvents<std::string>([](const std::string &) { return Partitioned<std::string>{0}; });
    const auto other =
        validate(PartitionDispatcherOptions::numbered(3, ofTexts), &eventType<Integer>());
    QVERIFY(other);
    QCOMPARE(other->expectation, "a function of events of type integer");
    QCOMPARE(kindOf(BroadcastDispatcherOptions{}), DispatcherKind::Broadcast);
    QCOMPARE(kindOf(PartitionDispatcherOptions{}), DispatcherKind::Partition);
}

SLUICE_TEST(TestOutletDispatchers)

} // namespace tst_outletdispatchers

#include "tst_outletdispatchers.moc"
