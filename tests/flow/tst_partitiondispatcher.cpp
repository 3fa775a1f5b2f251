// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/partitiondispatcher.h"
#include "tests/flow/dispatchercontract.h"
#include "tests/flow/partitionmodel.h"
#include "tests/support/countedevent.h"

#include <stdexcept>

namespace tst_partitiondispatcher {

using namespace sluice;
using test::CountedEvent;
using test::numbers;
using Options = PartitionDispatcherOptions;
using Tested = test::TestedDispatcher<PartitionDispatcher>;

namespace {

constexpr SubscriptionId a{1};
constexpr SubscriptionId b{2};
constexpr SubscriptionId c{3};

SubscriptionOptions at(std::string partition)
{
    SubscriptionOptions options;
    options.partition = std::move(partition);
    return options;
}

/// "10/5": waiting and pending.
QString books(const Tested &tested)
{
    return QStringLiteral("%1/%2").arg(tested->waiting()).arg(tested->pending());
}

/// Two partitions, and everything belongs to the first.
Options allToTheFirst()
{
    return Options::numbered(2,
                             hashEvents<Integer>([](Integer) { return Partitioned<Integer>{0}; }));
}

Options oddAndEven()
{
    Options options;
    options.partitions = {"odd", "even"};
    options.hash = hashEvents<Integer>(
        [](Integer number) { return Partitioned<Integer>{number % 2 == 0 ? "even" : "odd"}; });
    return options;
}

} // namespace

class TestPartitionDispatcher : public DispatcherContract
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheDemandOfWhoeverLeft();
    void givesEachConsumerItsPartition();
    void leavesOverWhatIsNotWaitedFor_data();
    void leavesOverWhatIsNotWaitedFor();
    void queuesForAPartitionNobodyHasYet();
    void queuesBeyondTheDemandOfABusyPartition();
    void reportsWhatIsQueuedForALeaver();
    void releasesInfosAtOnceWhereNothingIsQueued();
    void releasesInfosBehindEveryQueue();
    void throwsForAPartitionThereIsNot();
    void throwsForEventsTheHashDoesNotTake();
    void refusesOnlyTheConsumerWithABadPartition();
    void keepsTheDemandThatDroppedEventsDidNotUse();
    void replacesEventsWhereTheHashSaysSo();
    void spreadsBySomethingStableByDefault();
    void copiesOnlyWhereItRegroups();
    void keepsThePartitionBooksWhateverHappens();

protected:
    [[nodiscard]] std::unique_ptr<Dispatcher> makeDispatcher() const override
    {
        return std::make_unique<PartitionDispatcher>(Options::numbered(1));
    }

    [[nodiscard]] SubscriptionOptions options() const override { return at("0"); }
};

void TestPartitionDispatcher::keepsTheDemandOfWhoeverLeft()
{
    Tested tested(Options::numbered(2)); // GS-155
    QVERIFY(!tested.subscribe(a, at("0")));
    QCOMPARE_EQ(tested.ask(a, 10), 10);
    QCOMPARE(books(tested), QStringLiteral("10/0"));
    QCOMPARE_EQ(tested.cancel(a), 0);
    QCOMPARE(books(tested), QStringLiteral("10/10"));
    QCOMPARE_EQ(tested->deliverable(), 0); // REF-21: nobody is there
    QVERIFY(!tested.subscribe(b, at("1")));
    QCOMPARE_EQ(tested.ask(b, 5), 0);
    QCOMPARE(books(tested), QStringLiteral("10/5"));
    QCOMPARE_EQ(tested.cancel(b), 0);
    QCOMPARE(books(tested), QStringLiteral("10/10"));
    QCOMPARE_EQ(tested.dispatch(numbers(0, 4)), 4);
    QCOMPARE(books(tested), QStringLiteral("6/10"));
    QCOMPARE_EQ(tested->queued(), 4);
    QCOMPARE_EQ(tested->deliverable(), 0);
}

void TestPartitionDispatcher::givesEachConsumerItsPartition()
{
    Tested tested(oddAndEven()); // INV-10
    QVERIFY(!tested.subscribe(a, at("odd")));
    QVERIFY(!tested.subscribe(b, at("even")));
    QCOMPARE_EQ(tested.ask(a, 3), 3);
    QCOMPARE_EQ(tested.ask(b, 3), 3);
    QCOMPARE_EQ(tested.dispatch(numbers(1, 6)), 6);
    QCOMPARE(tested.sent(), QStringLiteral("A 1 3 5, B 2 4 6"));
    QCOMPARE(books(tested), QStringLiteral("0/0"));
}

void TestPartitionDispatcher::leavesOverWhatIsNotWaitedFor_data()
{
    QTest::addColumn<bool>("isNamed");

    QTest::newRow("GS-156 one partition") << false;
    QTest::newRow("GS-157 odd and even") << true;
}

void TestPartitionDispatcher::leavesOverWhatIsNotWaitedFor()
{
    QFETCH(const bool, isNamed);
    Tested tested(isNamed ? oddAndEven() : Options::numbered(1));
    QVERIFY(!tested.subscribe(a, at(isNamed ? "odd" : "0")));
    QCOMPARE_EQ(tested.ask(a, 3), 3);
    QCOMPARE_EQ(tested.dispatch(numbers(1, 1)), 1);
    QCOMPARE(tested.sent(), QStringLiteral("A 1"));
    QCOMPARE(books(tested), QStringLiteral("2/0"));
    QCOMPARE_EQ(tested.ask(a, 3), 3);
    QCOMPARE(books(tested), QStringLiteral("5/0"));
    const Batch odd = Batch::of(std::vector<Integer>{5, 7, 9, 11, 13, 15, 17});
    QCOMPARE_EQ(tested.dispatch(odd), 5);
    QCOMPARE(tested.sent(), QStringLiteral("A 5 7 9 11 13"));
    QCOMPARE(books(tested), QStringLiteral("0/0"));
}

void TestPartitionDispatcher::queuesForAPartitionNobodyHasYet()
{
    Tested tested(allToTheFirst()); // GS-159
    QVERIFY(!tested.subscribe(b, at("1")));
    QCOMPARE_EQ(tested.ask(b, 5), 5);
    QCOMPARE_EQ(tested.dispatch(numbers(0, 5)), 5);
    QCOMPARE(tested.sent(), QString());
    QCOMPARE(books(tested), QStringLiteral("0/0"));
    QCOMPARE_EQ(tested->queuedIn(0), 5);
    QCOMPARE_EQ(tested.dispatch(numbers(5, 2)), 0);
    QVERIFY(!tested.subscribe(a, at("0")));
    QCOMPARE_EQ(tested.ask(a, 5), 5);
    QCOMPARE(tested.sent(), QStringLiteral("A 0 1 2 3 4"));
    QCOMPARE(books(tested), QStringLiteral("5/0"));
    QCOMPARE_EQ(tested.dispatch(numbers(5, 2)), 2);
    QCOMPARE(books(tested), QStringLiteral("3/0"));
}

void TestPartitionDispatcher::queuesBeyondTheDemandOfABusyPartition()
{
    Tested tested(allToTheFirst()); // GS-160
    QVERIFY(!tested.subscribe(a, at("0")));
    QVERIFY(!tested.subscribe(b, at("1")));
    QCOMPARE_EQ(tested.ask(a, 5), 5);
    QCOMPARE_EQ(tested.ask(b, 5), 5);
    QCOMPARE(books(tested), QStringLiteral("10/0"));
    QCOMPARE_EQ(tested.dispatch(numbers(0, 2)), 2);
    QCOMPARE_EQ(tested.dispatch(numbers(2, 8)), 8);
    QCOMPARE(tested.sent(), QStringLiteral("A 0 1, A 2 3 4"));
    QCOMPARE_EQ(tested->queued(), 5);
    QCOMPARE(books(tested), QStringLiteral("0/0"));
    QCOMPARE_EQ(tested.ask(a, 5), 5);
    QCOMPARE(tested.sent(), QStringLiteral("A 5 6 7 8 9"));
    QCOMPARE(books(tested), QStringLiteral("5/0"));
}

void TestPartitionDispatcher::reportsWhatIsQueuedForALeaver()
{
    Tested tested(allToTheFirst()); // GS-161, GX-11, REF-5
    QVERIFY(!tested.subscribe(a, at("0")));
    QVERIFY(!tested.subscribe(b, at("1")));
    QCOMPARE_EQ(tested.ask(a, 2), 2);
    QCOMPARE_EQ(tested.ask(b, 6), 6);
    QCOMPARE_EQ(tested.dispatch(numbers(0, 8)), 8);
    QCOMPARE(tested.sent(), QStringLiteral("A 0 1"));
    QCOMPARE_EQ(tested->deliverable(), 0);
    QCOMPARE_EQ(tested.cancel(a), 6);
    QCOMPARE_EQ(tested.effects.discarded, 6);
    QCOMPARE_EQ(tested->queued(), 0);
    QCOMPARE(books(tested), QStringLiteral("6/0"));
    QCOMPARE_EQ(tested->deliverable(), 6);
}

void TestPartitionDispatcher::releasesInfosAtOnceWhereNothingIsQueued()
{
    Tested tested(allToTheFirst()); // GS-162, GS-163
    tested.info(1);
    QVERIFY(!tested.subscribe(a, at("0")));
    QVERIFY(!tested.subscribe(b, at("1")));
    tested.info(2);
    QCOMPARE_EQ(tested.ask(a, 3), 3);
    tested.info(3);
    QCOMPARE_EQ(tested.dispatch(numbers(0, 3)), 3);
    tested.info(4); // REF-9: an empty queue holds nothing back
    QCOMPARE(tested.released(), QStringLiteral("1 2 3 4"));
    QCOMPARE(books(tested), QStringLiteral("0/0"));
}

void TestPartitionDispatcher::releasesInfosBehindEveryQueue()
{
    Tested tested(oddAndEven()); // GS-164, INV-18, INV-19
    QVERIFY(!tested.subscribe(a, at("odd")));
    QVERIFY(!tested.subscribe(b, at("even")));
    QCOMPARE_EQ(tested.ask(a, 2), 2);
    QCOMPARE_EQ(tested.ask(b, 6), 6);
    QCOMPARE_EQ(tested.dispatch(Batch::of(std::vector<Integer>{1, 3, 5, 7})), 4);
    QCOMPARE(tested.sent(), QStringLiteral("A 1 3"));
    tested.info(1); // behind 5 and 7
    QCOMPARE_EQ(tested.dispatch(Batch::of(std::vector<Integer>{9, 2})), 2);
    tested.info(2); // behind 9
    QCOMPARE(tested.released(), QString());
    QCOMPARE_EQ(tested.ask(a, 1), 1);
    QCOMPARE(tested.released(), QString());
    QCOMPARE_EQ(tested.ask(a, 1), 1);
    QCOMPARE(tested.released(), QStringLiteral("1"));
    QCOMPARE(tested.sent(), QStringLiteral("B 2, A 5, A 7"));
    QCOMPARE_EQ(tested.cancel(a), 1);
    QCOMPARE(tested.released(), QStringLiteral("2")); // never lost, REF-5
    QCOMPARE_EQ(tested.effects.discarded, 1);
}

void TestPartitionDispatcher::throwsForAPartitionThereIsNot()
{
    Tested tested(
        Options::numbered(2, hashEvents<Integer>([](Integer) { return Partitioned<Integer>{7}; })));
    QVERIFY(!tested.subscribe(a, at("0"))); // GS-165
    QCOMPARE_EQ(tested.ask(a, 3), 3);
    try {
        std::ignore = tested.dispatch(numbers(41, 1));
        QFAIL("it took the event");
    } catch (const std::runtime_error &error) {
        QCOMPARE(error.what(), "unknown partition 7 for the event 41; there are 0, 1");
    }
    QCOMPARE(books(tested), QStringLiteral("3/0"));
}

void TestPartitionDispatcher::throwsForEventsTheHashDoesNotTake()
{
    Tested tested(oddAndEven()); // GS-166, BAD-17
    QVERIFY(!tested.subscribe(a, at("odd")));
    QCOMPARE_EQ(tested.ask(a, 3), 3);
    QVERIFY_THROWS_EXCEPTION(std::runtime_error,
                             tested.dispatch(Batch::of(std::vector<std::string>{"x"})));
    QCOMPARE(books(tested), QStringLiteral("3/0"));
}

void TestPartitionDispatcher::refusesOnlyTheConsumerWithABadPartition()
{
    Tested tested(oddAndEven()); // GS-168, GX-19, REF-8, BAD-16
    QVERIFY(!tested.subscribe(a, at("odd")));
    const auto missing = tested.subscribe(b);
    QVERIFY(missing);
    QCOMPARE(missing->text, "partition: expected one of odd, even, got none");
    const auto unknown = tested.subscribe(b, at("prime"));
    QVERIFY(unknown);
    QCOMPARE(unknown->text, "partition: expected one of odd, even, got prime");
    const auto taken = tested.subscribe(b, at("odd"));
    QVERIFY(taken);
    QCOMPARE(taken->text,
             "partition: expected one that is free, got odd, which subscription 1 of stage 1 has");
    QVERIFY(!tested.subscribe(b, at("even")));
    QCOMPARE_EQ(tested.cancel(a), 0);
    QVERIFY(!tested.subscribe(c, at("odd")));
}

void TestPartitionDispatcher::keepsTheDemandThatDroppedEventsDidNotUse()
{
    Tested tested(Options::numbered(
        1, hashEvents<Integer>([](Integer number) -> std::optional<Partitioned<Integer>> {
            return number < 10 ? std::nullopt : std::optional(Partitioned<Integer>{0});
        }))); // GS-158, REF-4
    QVERIFY(!tested.subscribe(a, at("0")));
    QCOMPARE_EQ(tested.ask(a, 10), 10);
    QCOMPARE_EQ(tested.dispatch(numbers(0, 10)), 10);
    QCOMPARE(tested.sent(), QString());
    QCOMPARE_EQ(tested->deliverable(), 10);
    QCOMPARE_EQ(tested.dispatch(numbers(8, 4)), 4);
    QCOMPARE(tested.sent(), QStringLiteral("A 10 11"));
    QCOMPARE(books(tested), QStringLiteral("8/0"));
}

void TestPartitionDispatcher::replacesEventsWhereTheHashSaysSo()
{
    Tested tested(Options::numbered(2, hashEvents<Integer>([](Integer number) {
                                        Partitioned<Integer> place{number % 2};
                                        if (number > 2)
                                            place.replacement = number * 100;
                                        return place;
                                    })));
    QVERIFY(!tested.subscribe(a, at("0")));
    QVERIFY(!tested.subscribe(b, at("1")));
    QCOMPARE_EQ(tested.ask(a, 5), 5);
    QCOMPARE_EQ(tested.ask(b, 5), 5);
    QCOMPARE_EQ(tested.dispatch(numbers(1, 5)), 5);
    QCOMPARE(tested.sent(), QStringLiteral("A 2 400, B 1 300 500"));
}

void TestPartitionDispatcher::spreadsBySomethingStableByDefault()
{
    const auto hash = [](Integer number) { return EventTraits<Integer>::stableHash(number); };
    QCOMPARE_EQ(hash(0), 0U);
    const Batch batch = numbers(0, 1000);
    const PartitionedBatch sorted =
        sortByStableHash(batch, 1000, PartitionNames({"0", "1", "2", "3"}));
    QCOMPARE_EQ(sorted.parts.size(), 4U);
    for (const auto &[index, part] : sorted.parts) {
        QCOMPARE_GT(part.size(), 200);
        QCOMPARE_LT(part.size(), 300);
        for (const Integer number : part.as<Integer>())
            QCOMPARE_EQ(hash(number) % 4, index);
    }
    QVERIFY(EventTraits<std::string>::stableHash("ab")
            != EventTraits<std::string>::stableHash("ba"));
}

void TestPartitionDispatcher::copiesOnlyWhereItRegroups()
{
    Tested tested(Options::numbered(2, hashEvents<CountedEvent>([](const CountedEvent &event) {
                                        return Partitioned<CountedEvent>{event.value};
                                    })));
    QVERIFY(!tested.subscribe(a, at("0")));
    QVERIFY(!tested.subscribe(b, at("1")));
    QCOMPARE_EQ(tested.ask(a, 10), 10);
    QCOMPARE_EQ(tested.ask(b, 10), 10);
    const auto batch = [](std::initializer_list<int> values) {
        std::vector<CountedEvent> events;
        events.reserve(values.size());
        for (const int value : values)
            events.emplace_back(value);
        return Batch::of(std::move(events));
    };
    const Batch inRuns = batch({0, 0, 1, 1});
    const Batch mixed = batch({0, 1, 0, 1});
    CountedEvent::copies = 0;
    QCOMPARE_EQ(tested.dispatch(inRuns), 4);
    QCOMPARE_EQ(CountedEvent::copies, 0);
    QCOMPARE_EQ(tested.dispatch(mixed), 4);
    QCOMPARE_EQ(CountedEvent::copies, 4);
}

void TestPartitionDispatcher::keepsThePartitionBooksWhateverHappens()
{
    test::forEachSeed([](test::Random &random) {
        test::PartitionModel model(random); // INV-14
        for (int i = 0; i < 100; ++i) {
            const QString wrong = model.step();
            QVERIFY2(wrong.isEmpty(), qUtf8Printable(wrong));
        }
    });
}

SLUICE_TEST(TestPartitionDispatcher)

} // namespace tst_partitiondispatcher

#include "tst_partitiondispatcher.moc"
