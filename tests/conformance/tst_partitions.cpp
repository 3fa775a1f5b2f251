// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// Whole stages with the partition dispatcher: semantics §12.3, where the reference loses demand,
// events or whole stages (REF-4, 5, 8).

#include "core/flow/partitionhash.h"
#include "tests/conformance/rig.h"

namespace tst_partitions {

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

StageOptions partitioning(std::size_t count, std::shared_ptr<const PartitionHash> hash)
{
    StageOptions options;
    options.dispatcher = PartitionDispatcherOptions::numbered(count, std::move(hash));
    return options;
}

/// Even numbers to partition 0, odd ones to 1, negative ones nowhere.
std::shared_ptr<const PartitionHash> byParity()
{
    return hashEvents<Integer>([](const Integer &number) -> std::optional<Partitioned<Integer>> {
        if (number < 0)
            return std::nullopt;
        return Partitioned<Integer>{number % 2};
    });
}

SubscriptionOptions onPartition(const char *name, EventCount maximum = 1000)
{
    SubscriptionOptions options;
    options.maxDemand = maximum;
    options.minDemand = 0;
    options.partition = name;
    options.cancel = CancelMode::Temporary;
    return options;
}

} // namespace

class TestPartitions : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void gx10_ref04_droppedEventsAreAskedForAgain();
    void gx11_ref05_whatWasQueuedForALeaverIsReported();
    void gx19_ref08_aBadPartitionRefusesOnlyThatConsumer();
    void gs165_anUnknownPartitionCrashesTheProducer();
    void inv10_eachPartitionGetsItsEventsInOrder();
    void aMiddleStageSendsItsQueuesBeforeItStops();
    void anInfoComesBehindWhatIsQueuedInPartitions();
};

void TestPartitions::gx10_ref04_droppedEventsAreAskedForAgain()
{
    inEveryOrder([](Rig &rig) {
        Script drops; // ten that go nowhere first, then what was asked for
        const auto isFirst = std::make_shared<bool>(true);
        drops.demand = [=](EventCount count) {
            return std::vector<Integer>(static_cast<std::size_t>(count),
                                        std::exchange(*isFirst, false) ? -1 : 2);
        };
        const StageId p = rig.producer(u"p"_s, drops, partitioning(2, byParity()));
        const StageId c = rig.manual(u"c"_s);
        rig.scheduler.subscribe(c, p, onPartition("0"));
        std::ignore = rig.run();
        rig.cast(c, u"ask 10"_s);
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"p demand"_s), lines("p demand 10", "p demand 10"));
        QCOMPARE(done.filter(u"c events"_s), lines("c events 2 2 2 2 2 2 2 2 2 2"));
    });
}

void TestPartitions::gx11_ref05_whatWasQueuedForALeaverIsReported()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s, quiet(), partitioning(2, byParity()));
        const StageId zero = rig.manual(u"zero"_s);
        const StageId one = rig.manual(u"one"_s);
        rig.scheduler.subscribe(zero, p, onPartition("0"));
        rig.scheduler.subscribe(one, p, onPartition("1"));
        std::ignore = rig.run();
        rig.cast(one, u"ask 6"_s);
        std::ignore = rig.run();
        rig.cast(p, u"emit 0 2 4 6 8 10"_s);
        std::ignore = rig.run();
        QCOMPARE_EQ(rig.scheduler.figures(p).queued, 6);
        rig.cast(zero, u"cancel normal"_s);
        const QStringList done = rig.run();
        QVERIFY(done.contains(u"p discarded 6"_s));
        QVERIFY(done.contains(u"p demand 6"_s));
        QCOMPARE_EQ(rig.scheduler.figures(p).discarded, 6);
        QCOMPARE_EQ(rig.scheduler.figures(p).queued, 0);
    });
}

void TestPartitions::gx19_ref08_aBadPartitionRefusesOnlyThatConsumer()
{
    inEveryOrder([](Rig &rig) { // GS-168, BAD-16
        const StageId p = rig.producer(u"p"_s, quiet(), partitioning(2, byParity()));
        const StageId good = rig.consumer(u"good"_s);
        rig.scheduler.subscribe(good, p, onPartition("0"));
        std::ignore = rig.run();
        const QString taken =
            u"partition: expected one that is free, got 0, which subscription 1 of "
            "stage %1 has"_s.arg(good.value);
        using Row = std::pair<SubscriptionOptions, QString>;
        for (const auto &[bad, text] :
             {Row(onPartition("2"), u"partition: expected one of 0, 1, got 2"_s),
              Row(onPartition("0"), taken),
              Row(SubscriptionOptions(), u"partition: expected one of 0, 1, got none"_s)}) {
            const StageId c = rig.consumer(u"bad"_s);
            const auto id = rig.scheduler.subscribe(c, p, bad);
            QCOMPARE_EQ(rig.run(u"bad cancel"_s).size(), 1);
            QVERIFY(!rig.scheduler.reason(p));
            const auto notes = rig.scheduler.notes(p);
            QCOMPARE_EQ(notes.size(), 1U);
            QCOMPARE(notes.front().kind, StageNote::Kind::Refused);
            QCOMPARE_EQ(notes.front().subscription.value, id.value);
            QCOMPARE(QString::fromStdString(notes.front().text), text);
            QCOMPARE_EQ(rig.scheduler.reason(c).has_value(), bad.cancel == CancelMode::Permanent);
        }
        rig.cast(p, u"emit 4"_s);
        QCOMPARE(rig.run(u"good events"_s), lines("good events 4"));
    });
}

void TestPartitions::gs165_anUnknownPartitionCrashesTheProducer()
{
    inEveryOrder([](Rig &rig) { // BAD-17
        const auto nowhere =
            hashEvents<Integer>([](const Integer &) -> std::optional<Partitioned<Integer>> {
                return Partitioned<Integer>{"moon"};
            });
        const StageId p = rig.producer(u"p"_s, quiet(), partitioning(2, nowhere));
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, onPartition("0"));
        std::ignore = rig.run();
        rig.cast(p, u"emit 4"_s);
        std::ignore = rig.run();
        QVERIFY(rig.scheduler.hasCrashed(p));
        QVERIFY(rig.scheduler.reason(p)->text.find("moon") != std::string::npos);
        QVERIFY(!rig.scheduler.reason(c));
    });
}

void TestPartitions::inv10_eachPartitionGetsItsEventsInOrder()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s, {}, partitioning(2, byParity()));
        const StageId even = rig.consumer(u"even"_s);
        const StageId odd = rig.consumer(u"odd"_s);
        rig.scheduler.subscribe(even, p, onPartition("0", 7));
        rig.scheduler.subscribe(odd, p, onPartition("1", 3));
        for (const auto &[name, first] : {std::pair("even", 0), std::pair("odd", 1)}) {
            const QString start = QString::fromLatin1(name) + u" events "_s;
            Integer next = first;
            for (const QString &line : rig.runUntil(start, 20)) {
                for (const QString &word : line.mid(start.size()).split(u' ')) {
                    QCOMPARE_EQ(word.toLongLong(), next);
                    next += 2;
                }
            }
        }
    });
}

void TestPartitions::aMiddleStageSendsItsQueuesBeforeItStops()
{
    inEveryOrder([](Rig &rig) { // REF-10 with §12.3
        Script passes;
        passes.events = [](std::span<const Integer> events, auto &) {
            return std::vector<Integer>(events.begin(), events.end());
        };
        const StageId m = rig.middle(u"m"_s, passes, partitioning(2, byParity()));
        const StageId zero = rig.manual(u"zero"_s);
        const StageId one = rig.manual(u"one"_s);
        const auto up = rig.scheduler.playProducer(m, {.maxDemand = 10, .minDemand = 0});
        rig.scheduler.subscribe(zero, m, onPartition("0"));
        rig.scheduler.subscribe(one, m, onPartition("1"));
        std::ignore = rig.run();
        rig.cast(one, u"ask 3"_s);
        rig.scheduler.send(up, {0, 2, 4});
        std::ignore = rig.run();
        rig.scheduler.sayGoodbyeAsProducer(up, StopReason::normal());
        QCOMPARE(rig.run(u"m terminate"_s), QStringList());
        rig.cast(zero, u"ask 5"_s);
        const QStringList done = rig.run();
        QVERIFY(done.contains(u"zero events 0 2 4"_s));
        QVERIFY(done.contains(u"m terminate normal"_s));
    });
}

void TestPartitions::anInfoComesBehindWhatIsQueuedInPartitions()
{
    inEveryOrder([](Rig &rig) { // GS-164
        const StageId p = rig.producer(u"p"_s, quiet(), partitioning(2, byParity()));
        const StageId zero = rig.manual(u"zero"_s);
        const StageId one = rig.manual(u"one"_s);
        rig.scheduler.subscribe(zero, p, onPartition("0"));
        rig.scheduler.subscribe(one, p, onPartition("1"));
        std::ignore = rig.run();
        rig.cast(one, u"ask 2"_s);
        std::ignore = rig.run();
        rig.cast(p, u"emit 0 2"_s);
        rig.cast(p, u"info x"_s);
        QCOMPARE(rig.run(u"p info"_s), QStringList());
        rig.cast(zero, u"ask 1"_s);
        QCOMPARE(rig.run(u"p info"_s), QStringList());
        rig.cast(zero, u"ask 1"_s);
        QCOMPARE(rig.run(u"p info"_s), lines("p info x"));
    });
}

SLUICE_TEST(TestPartitions)

} // namespace tst_partitions

#include "tst_partitions.moc"
