// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// How demand goes up and events come down: semantics §6, §7, §8.

#include "tests/conformance/rig.h"

namespace tst_demand {

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

/// What a consumer handles that always gets \a size events at a time.
QStringList slicesOf(EventCount size, Integer count)
{
    QStringList slices;
    for (Integer i = 0; i < count; ++i)
        slices.append(u"c events %1..%2"_s.arg(size * i).arg(size * (i + 1) - 1));
    return slices;
}

} // namespace

class TestDemand : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void cutsMessagesIntoSlices_data();
    void cutsMessagesIntoSlices();
    void gs056_withManualDemandNothingComesUnasked();
    void gs056_manualDemandAddsUpAndMessagesAreNotCut();
    void gx01_ref01_aThirdMessageIsNotCutAtTheThreshold();
    void gx02_anEagerProducerIsToldIncrements();
    void gx03_excessIsHandledAndCounted();
    void gx15_whatFollowsAStopInAMessageIsLost();
    void gx16_unmetDemandOfTheDeadServesTheNext();
    void gx18_demandIsKeptForEachProducerApart();
    void aProducerThatForgetsDemandIsNotAskedAgain();
    void unsolicitedEventsAreBufferedAndServedFirst();
    void askingForLessThanOneEventIsAnError();
};

void TestDemand::cutsMessagesIntoSlices_data()
{
    QTest::addColumn<EventCount>("maximum");
    QTest::addColumn<EventCount>("minimum");
    QTest::addColumn<QStringList>("slices");

    QTest::newRow("GS-002 default")
        << EventCount(1000) << EventCount(500) << lines("c events 0..499", "c events 500..999");
    QTest::newRow("GS-003 100/80, up to 1000..1019")
        << EventCount(100) << EventCount(80) << slicesOf(20, 51);
    QTest::newRow("GS-004 100/20")
        << EventCount(100) << EventCount(20)
        << lines("c events 0..79", "c events 80..99", "c events 100..179", "c events 180..259",
                 "c events 260..279");
    QTest::newRow("GS-005 1/0") << EventCount(1) << EventCount(0)
                                << lines("c events 0", "c events 1", "c events 2");
    QTest::newRow("GX-04 3, default minimum")
        << EventCount(3) << EventCount(1) << lines("c events 0 1", "c events 2");
}

void TestDemand::cutsMessagesIntoSlices()
{
    QFETCH(EventCount, maximum);
    QFETCH(EventCount, minimum);
    QFETCH(QStringList, slices);
    inEveryOrder([&](Rig &rig) {
        const StageId p = rig.producer(u"p"_s);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, {.maxDemand = maximum, .minDemand = minimum});
        QCOMPARE(rig.runUntil(u"c events"_s, slices.size()), slices);
    });
}

void TestDemand::gs056_withManualDemandNothingComesUnasked()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s);
        const StageId c = rig.manual(u"c"_s);
        rig.scheduler.subscribe(c, p);
        QCOMPARE(rig.run(u"c events"_s), QStringList());
        rig.cast(c, u"ask 50"_s);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 0..49"));
        rig.cast(c, u"ask 50"_s);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 50..99"));
    });
}

void TestDemand::gs056_manualDemandAddsUpAndMessagesAreNotCut()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s);
        const StageId c = rig.manual(u"c"_s);
        const auto id = rig.scheduler.subscribe(c, p, {.maxDemand = 4, .minDemand = 2});
        rig.cast(c, u"ask 3"_s);
        rig.cast(c, u"ask 5"_s);
        std::ignore = rig.run();
        QCOMPARE_EQ(rig.scheduler.inlet(id).pending, 8);
        rig.cast(p, u"emit 0 1 2 3 4 5 6 7 8"_s);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 0..7"));
        QCOMPARE_EQ(rig.scheduler.inlet(id).pending, 0);
        QCOMPARE_EQ(rig.scheduler.inlet(id).excess, 0);
    });
}

void TestDemand::gx01_ref01_aThirdMessageIsNotCutAtTheThreshold()
{
    inEveryOrder([](Rig &rig) {
        const StageId c = rig.consumer(u"c"_s);
        const auto id = rig.scheduler.playProducer(c, {.maxDemand = 1000, .minDemand = 750});
        for (int i = 0; i < 6; ++i) {
            std::vector<Integer> hundred(100);
            std::iota(hundred.begin(), hundred.end(), 100 * i);
            rig.scheduler.send(id, hundred);
        }
        QCOMPARE(rig.run(u"c events"_s),
                 lines("c events 0..99", "c events 100..199", "c events 200..299",
                       "c events 300..399", "c events 400..499", "c events 500..599"));
        QCOMPARE(rig.scheduler.asks(id), (std::vector<EventCount>{1000, 300, 300}));
    });
}

void TestDemand::gx02_anEagerProducerIsToldIncrements()
{
    inEveryOrder([](Rig &rig) {
        Script eager;
        auto next = std::make_shared<Integer>(0);
        eager.demand = [next](EventCount) {
            std::vector<Integer> many(850);
            std::iota(many.begin(), many.end(), *next);
            *next += 850;
            return many;
        };
        const StageId p = rig.producer(u"p"_s, eager);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p);
        QCOMPARE(
            rig.runUntil(u"p demand"_s, 5),
            lines("p demand 1000", "p demand 500", "p demand 650", "p demand 650", "p demand 650"));
        QList<qlonglong> sizes;
        for (const QString &line : rig.runUntil(u"c events"_s, 8)) {
            const QStringList ends = line.mid(9).split(u".."_s);
            sizes.append(ends.last().toLongLong() - ends.first().toLongLong() + 1);
        }
        QCOMPARE(sizes, (QList<qlonglong>{500, 350, 500, 150, 200, 500, 150, 200}));
    });
}

void TestDemand::gx03_excessIsHandledAndCounted()
{
    inEveryOrder([](Rig &rig) { // BAD-09
        const StageId c = rig.consumer(u"c"_s);
        const auto id = rig.scheduler.playProducer(c, {.maxDemand = 10, .minDemand = 5});
        rig.scheduler.send(id, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
        QCOMPARE(rig.run(u"c events"_s),
                 lines("c events 0..4", "c events 5..9", "c events 10..12"));
        QCOMPARE(rig.scheduler.asks(id), (std::vector<EventCount>{10, 5, 5}));
        const auto notes = rig.scheduler.notes(c);
        QCOMPARE_EQ(notes.size(), 1U);
        QCOMPARE(notes.front().kind, StageNote::Kind::Excess);
        QCOMPARE_EQ(notes.front().count, 3);
    });
}

void TestDemand::gx15_whatFollowsAStopInAMessageIsLost()
{
    inEveryOrder([](Rig &rig) {
        Script stops;
        stops.events = [](auto, StageContext &stage) {
            stage.stop(StopReason::normal());
            return std::vector<Integer>();
        };
        const StageId p = rig.silent(u"p"_s);
        const StageId c = rig.consumer(u"c"_s, stops);
        const auto id = rig.scheduler.subscribe(c, p, {.maxDemand = 10, .minDemand = 5});
        std::ignore = rig.run();
        rig.cast(p, u"emit 0 1 2 3 4 5 6 7 8 9"_s);
        QCOMPARE(rig.run(u"c"_s), lines("c events 0..4", "c terminate normal"));
        QCOMPARE(rig.scheduler.asks(id), std::vector<EventCount>{10});
        QCOMPARE_EQ(rig.scheduler.inlet(id).lost, 5);
        rig.cast(p, u"emit 10 11"_s);
        std::ignore = rig.run();
        QCOMPARE_EQ(rig.scheduler.figures(p).buffered, 2);
    });
}

void TestDemand::gx16_unmetDemandOfTheDeadServesTheNext()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, {.maxDemand = 10, .minDemand = 0});
        std::ignore = rig.run();
        rig.cast(p, u"emit 0 1 2 3"_s);
        std::ignore = rig.run();
        rig.cast(c, u"throw killed"_s);
        std::ignore = rig.run();
        rig.cast(p, u"emit 4 5"_s);
        std::ignore = rig.run();
        QCOMPARE_EQ(rig.scheduler.figures(p).buffered, 2);
        const StageId d = rig.consumer(u"d"_s);
        rig.scheduler.subscribe(d, p, {.maxDemand = 10, .minDemand = 0});
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"d events"_s), lines("d events 4 5"));
        QCOMPARE(done.filter(u"p demand"_s), lines("p demand 4"));
    });
}

void TestDemand::gx18_demandIsKeptForEachProducerApart()
{
    inEveryOrder([](Rig &rig) {
        const StageId c = rig.consumer(u"c"_s);
        const auto one = rig.scheduler.playProducer(c, {.maxDemand = 4, .minDemand = 2});
        const auto two = rig.scheduler.playProducer(c, {.maxDemand = 6, .minDemand = 3});
        rig.scheduler.send(one, {0, 1, 2, 3});
        rig.scheduler.send(two, {10, 11, 12, 13, 14, 15});
        QCOMPARE(rig.run(u"c events"_s),
                 lines("c events 0 1", "c events 2 3", "c events 10..12", "c events 13..15"));
        QCOMPARE(rig.scheduler.asks(one), (std::vector<EventCount>{4, 2, 2}));
        QCOMPARE(rig.scheduler.asks(two), (std::vector<EventCount>{6, 3, 3}));
    });
}

void TestDemand::aProducerThatForgetsDemandIsNotAskedAgain()
{
    inEveryOrder([](Rig &rig) { // §8: told once
        const StageId p = rig.silent(u"p"_s);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, {.maxDemand = 10, .minDemand = 5});
        QCOMPARE(rig.run(u"p demand"_s), lines("p demand 10"));
        rig.cast(p, u"emit 0 1 2"_s);
        QCOMPARE(rig.run(u"p demand"_s), QStringList());
        rig.cast(p, u"emit 3 4 5"_s);
        QCOMPARE(rig.run(u"p demand"_s), lines("p demand 6"));
    });
}

void TestDemand::unsolicitedEventsAreBufferedAndServedFirst()
{
    inEveryOrder([](Rig &rig) { // §8, INV-16
        const StageId p = rig.silent(u"p"_s);
        rig.cast(p, u"emit 0 1 2"_s);
        std::ignore = rig.run();
        QCOMPARE_EQ(rig.scheduler.figures(p).buffered, 3);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, {.maxDemand = 10, .minDemand = 0});
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"p demand"_s), lines("p demand 7"));
        QCOMPARE(done.filter(u"c events"_s), lines("c events 0..2"));
    });
}

void TestDemand::askingForLessThanOneEventIsAnError()
{
    inEveryOrder([](Rig &rig) { // §5
        const StageId p = rig.producer(u"p"_s);
        const StageId c = rig.manual(u"c"_s);
        rig.scheduler.subscribe(c, p);
        std::ignore = rig.run();
        rig.cast(c, u"ask -3"_s);
        std::ignore = rig.run();
        QVERIFY(rig.scheduler.hasCrashed(c));
        QCOMPARE(QString::fromStdString(rig.scheduler.reason(c)->text),
                 u"a demand of -3 cannot be asked for; it has to be at least 1"_s);
    });
}

SLUICE_TEST(TestDemand)

} // namespace tst_demand

#include "tst_demand.moc"
