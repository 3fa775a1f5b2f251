// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/eventbuffer.h"
#include "tests/support/batches.h"
#include "tests/support/countedevent.h"
#include "tests/support/testsupport.h"

#include <algorithm>
#include <deque>

namespace tst_eventbuffer {

using namespace sluice;
using test::CountedEvent;
using test::numbers;
using test::text;

namespace {

EventBuffer buffer(std::optional<EventCount> size, BufferKeep keep = BufferKeep::Last)
{
    return EventBuffer(BufferOptions{size, keep});
}

QString ids(const std::vector<InfoMarker> &markers)
{
    QStringList list;
    for (const InfoMarker &marker : markers)
        list.append(QString::number(marker.id));
    return list.join(u' ');
}

} // namespace

class TestEventBuffer : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void gs136_countsNoMarkers();
    void keepsTheFirstAndDropsNewcomers();
    void keepsTheLastAndDropsTheOldest();
    void keepsEverythingWithoutALimit();
    void dropsWhatDoesNotFitFromOneLargeBatch_data();
    void dropsWhatDoesNotFitFromOneLargeBatch();
    void givesNothingWhenEmpty();
    void gs141_takesNoMarkerWhenEmpty();
    void gs143_takesNoFurtherThanToAMarker();
    void gs144_givesMarkersOfOnePlaceInOrder();
    void gs145_givesMarkersOfSeveralPlacesWithTheirEvents();
    void gs140_releasesMarkersOfDisplacedEvents();
    void givesTheOldestFirstAcrossBatches();
    void ofCapacityZeroKeepsNothing();
    void copiesEventsOnlyWhereAMessageSpansBatches();
    void holdsNoEventLongerThanItsBatch();
    void keepsTheBooksOfAModel();
};

void TestEventBuffer::gs136_countsNoMarkers()
{
    for (const std::optional<EventCount> capacity : {std::optional<EventCount>(10), {}}) {
        EventBuffer marked = buffer(capacity, BufferKeep::First);
        QCOMPARE_EQ(marked.store(numbers(1, 2)).discarded, 0);
        QVERIFY(marked.storeInfo({3}) && marked.storeInfo({4}));
        QCOMPARE_EQ(marked.size(), 2); // REF-9: without a limit too
    }
}

void TestEventBuffer::keepsTheFirstAndDropsNewcomers()
{
    EventBuffer first = buffer(3, BufferKeep::First); // GS-137
    QCOMPARE_EQ(first.store(numbers(0, 3)).discarded, 0);
    QCOMPARE_EQ(first.store(numbers(3, 3)).discarded, 3);
    QCOMPARE_EQ(first.size(), 3);
    QCOMPARE(text(first.take(3).batch), QStringLiteral("0 1 2"));
    QVERIFY(first.isEmpty());

    EventBuffer gs025 = buffer(5, BufferKeep::First); // GS-025
    QCOMPARE_EQ(gs025.store(numbers(0, 5)).discarded, 0);
    QCOMPARE_EQ(gs025.store(numbers(5, 3)).discarded, 3);
    QCOMPARE(text(gs025.take(4).batch), QStringLiteral("0 1 2 3"));
    QCOMPARE(text(gs025.take(4).batch), QStringLiteral("4"));
}

void TestEventBuffer::keepsTheLastAndDropsTheOldest()
{
    EventBuffer last = buffer(3); // GS-139
    QCOMPARE_EQ(last.store(numbers(0, 3)).discarded, 0);
    QCOMPARE_EQ(last.store(numbers(3, 3)).discarded, 3);
    QCOMPARE(text(last.take(3).batch), QStringLiteral("3 4 5"));

    EventBuffer partly = buffer(5);
    QCOMPARE_EQ(partly.store(numbers(0, 2)).discarded, 0);
    QCOMPARE_EQ(partly.store(numbers(2, 2)).discarded, 0);
    QCOMPARE_EQ(partly.store(numbers(4, 4)).discarded, 3); // the first batch and half of the second
    QCOMPARE(text(partly.take(5).batch), QStringLiteral("3 4 5 6 7"));
}

void TestEventBuffer::keepsEverythingWithoutALimit()
{
    EventBuffer unlimited = buffer({}); // GS-138
    QCOMPARE_EQ(unlimited.store(numbers(0, 1000)).discarded, 0);
    QCOMPARE_EQ(unlimited.size(), 1000);
    QVERIFY(!unlimited.capacity());

    EventBuffer gs027 = buffer({}, BufferKeep::First); // GS-027
    QCOMPARE_EQ(gs027.store(numbers(0, 5)).discarded, 0);
    QCOMPARE_EQ(gs027.store(numbers(5, 3)).discarded, 0);
    QCOMPARE(text(gs027.take(4).batch), QStringLiteral("0 1 2 3"));
    QCOMPARE(text(gs027.take(4).batch), QStringLiteral("4 5 6 7"));
}

void TestEventBuffer::dropsWhatDoesNotFitFromOneLargeBatch_data()
{
    QTest::addColumn<bool>("keepsFirst");
    QTest::addColumn<QString>("survivors");

    QTest::newRow("GS-028 keep first") << true << QStringLiteral("0 1 2 3 4");
    QTest::newRow("GS-028 keep last") << false << QStringLiteral("3 4 5 6 7");
}

void TestEventBuffer::dropsWhatDoesNotFitFromOneLargeBatch()
{
    QFETCH(const bool, keepsFirst);
    EventBuffer five = buffer(5, keepsFirst ? BufferKeep::First : BufferKeep::Last);
    QCOMPARE_EQ(five.store(numbers(0, 8)).discarded, 3);
    QCOMPARE_EQ(five.size(), 5);
    QTEST(text(five.take(5).batch), "survivors");
}

void TestEventBuffer::givesNothingWhenEmpty()
{
    EventBuffer empty = buffer(3); // GS-142
    QVERIFY(empty.take(5).batch.isEmpty());
    QCOMPARE_EQ(empty.store(Batch()).discarded, 0);
    QCOMPARE_EQ(empty.store(numbers(0, 0)).discarded, 0);
    QVERIFY(empty.isEmpty());
    QCOMPARE_EQ(empty.store(numbers(0, 2)).discarded, 0);
    QVERIFY(empty.take(0).batch.isEmpty());
    QCOMPARE_EQ(empty.size(), 2);
}

void TestEventBuffer::gs141_takesNoMarkerWhenEmpty()
{
    for (EventBuffer empty : {buffer(3), buffer({})}) {
        QVERIFY(!empty.storeInfo({1}));
        std::ignore = empty.store(numbers(0, 1));
        QVERIFY(empty.take(1).released.empty()); // it was not kept either
    }
}

void TestEventBuffer::gs143_takesNoFurtherThanToAMarker()
{
    EventBuffer marked = buffer(10, BufferKeep::First);
    std::ignore = marked.store(numbers(1, 2));
    QVERIFY(marked.storeInfo({3}));
    std::ignore = marked.store(numbers(4, 1));
    const auto taken = marked.take(5);
    QCOMPARE(text(taken.batch), QStringLiteral("1 2")); // of five that were wanted
    QCOMPARE(ids(taken.released), QStringLiteral("3"));
    QCOMPARE_EQ(marked.size(), 1);
}

void TestEventBuffer::gs144_givesMarkersOfOnePlaceInOrder()
{
    EventBuffer marked = buffer(10);
    std::ignore = marked.store(numbers(0, 2));
    for (const std::uint64_t id : {1U, 2U, 3U})
        QVERIFY(marked.storeInfo({id}));
    std::ignore = marked.store(numbers(2, 2));
    QCOMPARE_EQ(marked.size(), 4); // markers are no events
    const auto taken = marked.take(10);
    QCOMPARE(text(taken.batch), QStringLiteral("0 1"));
    QCOMPARE(ids(taken.released), QStringLiteral("1 2 3"));
    QCOMPARE(text(marked.take(10).batch), QStringLiteral("2 3"));
}

void TestEventBuffer::gs145_givesMarkersOfSeveralPlacesWithTheirEvents()
{
    EventBuffer marked = buffer(10, BufferKeep::First);
    std::ignore = marked.store(numbers(1, 2));
    QVERIFY(marked.storeInfo({3}) && marked.storeInfo({4}));
    std::ignore = marked.store(numbers(5, 3));
    QVERIFY(marked.storeInfo({8}) && marked.storeInfo({9}));
    std::ignore = marked.store(numbers(10, 1));
    QVERIFY(marked.storeInfo({11}));
    const auto next = [&](EventCount count) {
        const auto taken = marked.take(count);
        return QString(text(taken.batch) + u'|' + ids(taken.released));
    };
    QCOMPARE(next(3), QStringLiteral("1 2|3 4"));
    QCOMPARE(next(4), QStringLiteral("5 6 7|8 9"));
    QCOMPARE(next(2), QStringLiteral("10|11"));
    QVERIFY(marked.isEmpty());
}

void TestEventBuffer::gs140_releasesMarkersOfDisplacedEvents()
{
    EventBuffer marked = buffer(3);
    std::ignore = marked.store(numbers(1, 2));
    QVERIFY(marked.storeInfo({3}) && marked.storeInfo({4}));
    const auto stored = marked.store(numbers(5, 3));
    QCOMPARE_EQ(stored.discarded, 2);
    QCOMPARE(ids(stored.released), QStringLiteral("3 4"));
    QCOMPARE(text(marked.take(3).batch), QStringLiteral("5 6 7"));
}

void TestEventBuffer::givesTheOldestFirstAcrossBatches()
{
    EventBuffer unlimited = buffer({});
    for (Integer first : {0, 3, 6})
        QCOMPARE_EQ(unlimited.store(numbers(first, 3)).discarded, 0);
    QCOMPARE(text(unlimited.take(2).batch), QStringLiteral("0 1"));
    QCOMPARE(text(unlimited.take(5).batch), QStringLiteral("2 3 4 5 6"));
    QCOMPARE(text(unlimited.take(100).batch), QStringLiteral("7 8"));
    QVERIFY(unlimited.isEmpty());
}

void TestEventBuffer::ofCapacityZeroKeepsNothing()
{
    for (const BufferKeep keep : {BufferKeep::First, BufferKeep::Last}) { // REF-6, GX-20
        EventBuffer none = buffer(0, keep);
        QCOMPARE_EQ(none.store(numbers(0, 4)).discarded, 4);
        QVERIFY(none.isEmpty());
        QVERIFY(none.take(1).batch.isEmpty());
    }
}

void TestEventBuffer::copiesEventsOnlyWhereAMessageSpansBatches()
{
    const auto pair = [] {
        std::vector<CountedEvent> events;
        events.reserve(2);
        events.emplace_back(1);
        events.emplace_back(2);
        return Batch::of(std::move(events));
    };
    CountedEvent::copies = 0;
    EventBuffer unlimited = buffer({});
    for (int i = 0; i < 4; ++i)
        QCOMPARE_EQ(unlimited.store(pair()).discarded, 0);
    QCOMPARE_EQ(unlimited.take(1).batch.size(), 1);
    QCOMPARE_EQ(unlimited.take(1).batch.size(), 1);
    QCOMPARE_EQ(unlimited.take(2).batch.size(), 2);
    QCOMPARE_EQ(CountedEvent::copies, 0);
    QCOMPARE_EQ(unlimited.take(3).batch.size(), 3);
    QCOMPARE_EQ(CountedEvent::copies, 3);
}

void TestEventBuffer::holdsNoEventLongerThanItsBatch()
{
    EventBuffer one = buffer(1);
    QCOMPARE_EQ(one.store(Batch::of(std::vector<CountedEvent>(1, CountedEvent(1)))).discarded, 0);
    CountedEvent::destroyed = 0;
    QCOMPARE_EQ(one.store(numbers(0, 1)).discarded, 1);
    QCOMPARE_EQ(CountedEvent::destroyed, 1);
}

void TestEventBuffer::keepsTheBooksOfAModel()
{
    test::forEachSeed([](test::Random &random) { // INV-17
        const EventCount capacity = random.between(0, 12);
        const bool keepsFirst = random.chance(1, 2);
        EventBuffer tested = buffer(capacity, keepsFirst ? BufferKeep::First : BufferKeep::Last);
        std::deque<Integer> model;
        Integer next = 0;
        for (int i = 0; i < 60; ++i) {
            if (random.chance(1, 2)) {
                const EventCount count = random.between(0, 15);
                EventCount dropped = 0;
                for (EventCount k = 0; k < count; ++k) {
                    model.push_back(next + k);
                    if (static_cast<EventCount>(model.size()) <= capacity)
                        continue;
                    ++dropped;
                    keepsFirst ? model.pop_back() : model.pop_front();
                }
                QCOMPARE_EQ(tested.store(numbers(next, count)).discarded, dropped);
                next += count;
            } else {
                const Batch taken = tested.take(random.between(0, 8)).batch;
                for (EventCount k = 0; k < taken.size(); ++k) {
                    QVERIFY(!model.empty());
                    QCOMPARE_EQ(taken.as<Integer>()[static_cast<std::size_t>(k)], model.front());
                    model.pop_front();
                }
            }
            QCOMPARE_EQ(tested.size(), static_cast<EventCount>(model.size()));
            QVERIFY(tested.size() <= capacity);
        }
    });
}

SLUICE_TEST(TestEventBuffer)

} // namespace tst_eventbuffer

#include "tst_eventbuffer.moc"
