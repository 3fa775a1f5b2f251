// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/batch.h"
#include "tests/support/batches.h"
#include "tests/support/countedevent.h"
#include "tests/support/testsupport.h"

#include <array>

namespace tst_batch {

using namespace sluice;
using test::CountedEvent;
using test::numbers;
using test::text;

namespace {

struct Unnamed
{
    int value = 0;
};

std::vector<CountedEvent> counted(int first, int count)
{
    std::vector<CountedEvent> events;
    events.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        events.emplace_back(first + i);
    return events;
}

} // namespace

class TestBatch : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void takesEventsOverWithoutCopyingThem();
    void copiesAndSlicesShareTheEvents();
    void slicesOfSlicesShowTheRightEvents();
    void eventsLiveAsLongAsTheLastBatchThatShowsThem();
    void joiningOnePartCopiesNothing();
    void joiningSeveralPartsCopiesEachEventOnce();
    void joiningNothingGivesNothing();
    void anEmptyBatchHasNoEventsButMayHaveAType();
    void emptySlicesAreAllowedAtBothEnds();
    void knowsWhichTypeItHolds();
    void writesEachTypeInItsOwnWay();

protected:
    void prepare() override
    {
        CountedEvent::copies = 0;
        CountedEvent::destroyed = 0;
    }
};

void TestBatch::takesEventsOverWithoutCopyingThem()
{
    const Batch batch = Batch::of(counted(0, 100));
    QCOMPARE_EQ(batch.size(), 100);
    QCOMPARE_EQ(CountedEvent::copies, 0);
}

void TestBatch::copiesAndSlicesShareTheEvents()
{
    const Batch batch = Batch::of(counted(0, 100));
    const Batch copy = batch; // NOLINT(performance-unnecessary-copy-initialization)
    const Batch slice = batch.slice(40, 20);
    const Batch front = batch.front(40);
    const Batch rest = batch.without(60);
    QCOMPARE_EQ(CountedEvent::copies, 0);
    const auto *first = batch.as<CountedEvent>().data();
    QVERIFY(copy.as<CountedEvent>().data() == first);
    QVERIFY(slice.as<CountedEvent>().data() == first + 40);
    QVERIFY(front.as<CountedEvent>().data() == first);
    QVERIFY(rest.as<CountedEvent>().data() == first + 60);
    QCOMPARE_EQ(front.size() + slice.size() + rest.size(), 100);
}

void TestBatch::slicesOfSlicesShowTheRightEvents()
{
    const Batch batch = numbers(0, 10);
    QCOMPARE(text(batch.slice(2, 6)), QStringLiteral("2 3 4 5 6 7"));
    QCOMPARE(text(batch.slice(2, 6).slice(1, 3)), QStringLiteral("3 4 5"));
    QCOMPARE(text(batch.without(7).front(2)), QStringLiteral("7 8"));
    QCOMPARE(text(batch), QStringLiteral("0 1 2 3 4 5 6 7 8 9"));
}

void TestBatch::eventsLiveAsLongAsTheLastBatchThatShowsThem()
{
    Batch last;
    {
        const Batch batch = Batch::of(counted(7, 3));
        last = batch.slice(1, 1);
        CountedEvent::destroyed = 0;
    }
    QCOMPARE_EQ(CountedEvent::destroyed, 0);
    QCOMPARE(text(last), QStringLiteral("#8"));
    last = {};
    QCOMPARE_EQ(CountedEvent::destroyed, 3);
}

void TestBatch::joiningOnePartCopiesNothing()
{
    const std::array parts{Batch::of(counted(0, 10)).slice(3, 4)};
    const Batch joined = Batch::joined(parts);
    QCOMPARE_EQ(CountedEvent::copies, 0);
    QVERIFY(joined.as<CountedEvent>().data() == parts[0].as<CountedEvent>().data());
    QCOMPARE_EQ(joined.size(), 4);
}

void TestBatch::joiningSeveralPartsCopiesEachEventOnce()
{
    const Batch batch = Batch::of(counted(0, 10));
    const std::array parts{batch.slice(6, 2), Batch::of(std::vector<CountedEvent>{}),
                           batch.slice(0, 3)};
    const Batch joined = Batch::joined(parts);
    QCOMPARE_EQ(CountedEvent::copies, 5);
    QCOMPARE(text(joined), QStringLiteral("#6 #7 #0 #1 #2"));
}

void TestBatch::joiningNothingGivesNothing()
{
    const Batch nothing = Batch::joined({});
    QVERIFY(nothing.isEmpty());
    QVERIFY(nothing.type() == nullptr);
}

void TestBatch::anEmptyBatchHasNoEventsButMayHaveAType()
{
    const Batch none;
    QVERIFY(none.isEmpty());
    QVERIFY(none.type() == nullptr);
    QVERIFY(!none.holds<Integer>());
    QVERIFY(none.as<Integer>().empty());

    const Batch noIntegers = numbers(0, 0);
    QVERIFY(noIntegers.isEmpty());
    QVERIFY(noIntegers.holds<Integer>());
    QVERIFY(noIntegers.as<Integer>().empty());
}

void TestBatch::emptySlicesAreAllowedAtBothEnds()
{
    const Batch batch = numbers(0, 3);
    QVERIFY(batch.front(0).isEmpty());
    QVERIFY(batch.without(3).isEmpty());
    QVERIFY(batch.without(3).holds<Integer>());
    QVERIFY(Batch().slice(0, 0).isEmpty());
    QVERIFY(numbers(0, 0).without(0).isEmpty());
}

void TestBatch::knowsWhichTypeItHolds()
{
    const Batch integers = numbers(0, 1);
    const Batch words = Batch::of(std::vector<std::string>{"a"});
    QVERIFY(integers.holds<Integer>());
    QVERIFY(!integers.holds<std::string>());
    QVERIFY(!integers.holds<int>()); // as wide, but another type
    QVERIFY(words.holds<std::string>());
    QVERIFY(*integers.type() == eventType<Integer>());
    QVERIFY(!(*integers.type() == *words.type()));
}

void TestBatch::writesEachTypeInItsOwnWay()
{
    QCOMPARE(text(Batch::of(std::vector<Integer>{-3, 12})), QStringLiteral("-3 12"));
    QCOMPARE(text(Batch::of(std::vector<std::string>{"one", "", "two"}).without(1)),
             QStringLiteral(" two"));
    QCOMPARE(text(Batch::of(std::vector<Unnamed>(2))), QStringLiteral("? ?"));
    QVERIFY(eventType<Integer>().name == "integer");
    QVERIFY(eventType<std::string>().name == "text");
    QVERIFY(eventType<Unnamed>().name == "event");
}

SLUICE_TEST(TestBatch)

} // namespace tst_batch

#include "tst_batch.moc"
