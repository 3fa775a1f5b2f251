// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// Messages that keep their place behind buffered events: semantics §11.

#include "tests/conformance/rig.h"

namespace tst_infos {

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

class TestInfos : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void gs032_gs033_gs035_infosComeAtOnceWhereNothingWaits_data();
    void gs032_gs033_gs035_infosComeAtOnceWhereNothingWaits();
    void gs034_aMiddleStageKeepsAnInfoBehindWhatItHasReceived();
    void gs036_anInfoWaitsForTheEventsBeforeIt_data();
    void gs036_anInfoWaitsForTheEventsBeforeIt();
    void gs040_infosMoveOnWithTheBuffer();
    void gs041_anInfoGoesWithTheEventThatMakesRoom();
    void gs042_infosAtOnePlaceComeInOrder();
    void gx13_ref09_anInfoAtTheEndNeedsNoFurtherDemand();
    void gx22_infosWithBothWaysToKeep();
    void ref19_eventsAfterAnInfoMayComeBeforeIt();
    void aMiddleStageKeepsAnInfoBehindWhatItEmitted();
    void aFinishedSourceStopsBehindItsBuffer();
};

void TestInfos::gs032_gs033_gs035_infosComeAtOnceWhereNothingWaits_data()
{
    QTest::addColumn<QString>("stage");

    QTest::newRow("GS-032 consumer") << u"c"_s;
    QTest::newRow("GS-033 middle stage") << u"m"_s;
    QTest::newRow("GS-035 producer") << u"p"_s;
}

void TestInfos::gs032_gs033_gs035_infosComeAtOnceWhereNothingWaits()
{
    QFETCH(QString, stage);
    inEveryOrder([&](Rig &rig) {
        const std::map<QString, StageId> stages{{u"p"_s, rig.silent(u"p"_s)},
                                                {u"m"_s, rig.middle(u"m"_s)},
                                                {u"c"_s, rig.consumer(u"c"_s)}};
        rig.scheduler.subscribe(stages.at(u"m"_s), stages.at(u"p"_s));
        rig.scheduler.subscribe(stages.at(u"c"_s), stages.at(u"m"_s));
        std::ignore = rig.run();
        rig.sendInfoAndWait(stages.at(stage), u"sync"_s);
        QCOMPARE(rig.run(), QStringList(stage + u" info sync"_s));
        rig.sendInfo(stages.at(stage), u"async"_s);
        QCOMPARE(rig.run(), QStringList(stage + u" info async"_s));
    });
}

void TestInfos::gs034_aMiddleStageKeepsAnInfoBehindWhatItHasReceived()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s);
        const StageId m = rig.middle(u"m"_s);
        rig.scheduler.subscribe(m, p);
        std::ignore = rig.run();
        rig.cast(p, u"emit 0 1 2 3 4 5 6 7 8 9"_s);
        std::ignore = rig.run();
        rig.sendInfoAndWait(m, u"sync"_s);
        rig.sendInfo(m, u"async"_s);
        QCOMPARE(rig.run(u"m"_s), QStringList());
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, m);
        const QStringList done = rig.run(u"m "_s).filter(QRegularExpression(u"events|info"_s));
        QCOMPARE(done, lines("m events 0..9", "m info sync", "m info async"));
    });
}

void TestInfos::gs036_anInfoWaitsForTheEventsBeforeIt_data()
{
    QTest::addColumn<int>("size"); // negative: no limit
    QTest::addColumn<QString>("events");
    QTest::addColumn<QString>("handled");

    QTest::newRow("GS-036 no limit") << -1 << u"emit 0 1 2"_s << u"c events 0..2"_s;
    QTest::newRow("GS-037 one") << 3 << u"emit 0"_s << u"c events 0"_s;
    QTest::newRow("GS-038 not full") << 3 << u"emit 0 1"_s << u"c events 0 1"_s;
    QTest::newRow("GS-039 full") << 3 << u"emit 0 1 2"_s << u"c events 0..2"_s;
}

void TestInfos::gs036_anInfoWaitsForTheEventsBeforeIt()
{
    QFETCH(int, size);
    QFETCH(QString, events);
    QFETCH(QString, handled);
    inEveryOrder([&](Rig &rig) { // INV-18
        const std::optional<EventCount> limit =
            size < 0 ? std::nullopt : std::optional<EventCount>(size);
        const StageId p = rig.silent(u"p"_s, buffering(limit, BufferKeep::Last));
        rig.cast(p, events);
        rig.sendInfoAndWait(p, u"x"_s);
        QCOMPARE(rig.run(u"p info"_s), QStringList());
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p);
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"c events"_s), QStringList(handled));
        QCOMPARE(done.filter(u"p info"_s), lines("p info x"));
    });
}

void TestInfos::gs040_infosMoveOnWithTheBuffer()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s, buffering(3, BufferKeep::Last));
        const StageId c = rig.manual(u"c"_s);
        rig.scheduler.subscribe(c, p);
        std::ignore = rig.run();
        rig.cast(p, u"emit 0 1 2"_s);
        rig.sendInfoAndWait(p, u"x"_s);
        rig.cast(c, u"ask 2"_s);
        QCOMPARE(rig.run(), lines("c events 0 1"));
        rig.cast(p, u"emit 3 4"_s);
        rig.sendInfoAndWait(p, u"y"_s);
        QCOMPARE(rig.run(), QStringList());
        rig.cast(c, u"ask 1"_s);
        rig.cast(c, u"ask 2"_s);
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"c events"_s), lines("c events 2", "c events 3 4"));
        QCOMPARE(done.filter(u"p info"_s), lines("p info x", "p info y"));
        QCOMPARE_EQ(rig.scheduler.figures(p).discarded, 0);
    });
}

void TestInfos::gs041_anInfoGoesWithTheEventThatMakesRoom()
{
    inEveryOrder([](Rig &rig) { // GS-140
        const StageId p = rig.silent(u"p"_s, buffering(3, BufferKeep::Last));
        const StageId c = rig.manual(u"c"_s);
        rig.scheduler.subscribe(c, p);
        rig.cast(p, u"emit 0 1"_s);
        rig.sendInfo(p, u"x"_s);
        QCOMPARE(rig.run(u"p info"_s), QStringList());
        rig.cast(p, u"emit 2 3 4"_s);
        QCOMPARE(rig.run(u"p info"_s), lines("p info x"));
        rig.cast(c, u"ask 9"_s);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 2..4"));
    });
}

void TestInfos::gs042_infosAtOnePlaceComeInOrder()
{
    inEveryOrder([](Rig &rig) { // GS-144, INV-19
        const StageId p = rig.silent(u"p"_s);
        rig.cast(p, u"emit 0"_s);
        for (const auto *name : {"x", "y", "z"})
            rig.sendInfo(p, QString::fromLatin1(name));
        std::ignore = rig.run();
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p);
        QCOMPARE(rig.run(u"p info"_s), lines("p info x", "p info y", "p info z"));
    });
}

void TestInfos::gx13_ref09_anInfoAtTheEndNeedsNoFurtherDemand()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s, buffering(std::nullopt, BufferKeep::Last));
        rig.cast(p, u"emit 0 1 2"_s);
        rig.sendInfo(p, u"x"_s);
        const StageId c = rig.manual(u"c"_s);
        rig.scheduler.subscribe(c, p);
        std::ignore = rig.run();
        rig.cast(c, u"ask 3"_s);
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"p info"_s), lines("p info x"));
        QCOMPARE(done.filter(u"p demand"_s), QStringList());
    });
}

void TestInfos::gx22_infosWithBothWaysToKeep()
{
    inEveryOrder([](Rig &rig) {
        const StageId first = rig.silent(u"f"_s, buffering(5, BufferKeep::First));
        const StageId last = rig.silent(u"l"_s, buffering(5, BufferKeep::Last));
        for (const StageId id : {first, last}) {
            rig.cast(id, u"emit 0 1 2"_s);
            rig.sendInfo(id, u"x"_s);
            rig.cast(id, u"emit 3 4 5 6"_s);
            rig.sendInfo(id, u"y"_s);
        }
        std::ignore = rig.run();
        QCOMPARE(rig.journal->lines(u"f info"_s), QStringList());
        rig.cast(last, u"emit 10 11 12 13 14 15 16 17 18 19"_s);
        QCOMPARE(rig.run(u"l info"_s), lines("l info x", "l info y"));
        const StageId c = rig.manual(u"c"_s);
        rig.scheduler.subscribe(c, last);
        const StageId d = rig.manual(u"d"_s);
        rig.scheduler.subscribe(d, first);
        std::ignore = rig.run();
        rig.cast(c, u"ask 9"_s);
        rig.cast(d, u"ask 9"_s);
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"c events"_s), lines("c events 15..19"));
        QCOMPARE(done.filter(u"d events"_s), lines("d events 0..2", "d events 3 4"));
        QCOMPARE(done.filter(u"f info"_s), lines("f info x", "f info y"));
    });
}

void TestInfos::ref19_eventsAfterAnInfoMayComeBeforeIt()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s);
        rig.cast(p, u"emit 0 1 2"_s);
        rig.sendInfo(p, u"x"_s);
        rig.cast(p, u"emit 3 4"_s);
        const StageId c = rig.manual(u"c"_s);
        rig.scheduler.subscribe(c, p);
        std::ignore = rig.run();
        rig.cast(c, u"ask 10"_s);
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"c events"_s), lines("c events 0..2", "c events 3 4"));
        QCOMPARE_LT(done.indexOf(u"p demand 5"_s), done.indexOf(u"p info x"_s));
    });
}

void TestInfos::aMiddleStageKeepsAnInfoBehindWhatItEmitted()
{
    inEveryOrder([](Rig &rig) { // §11, §13
        const StageId m = rig.middle(u"m"_s);
        const StageId c = rig.manual(u"c"_s);
        const auto up = rig.scheduler.playProducer(m, {.maxDemand = 4, .minDemand = 0});
        rig.scheduler.subscribe(c, m);
        rig.scheduler.send(up, {0, 1});
        std::ignore = rig.run();
        rig.sendInfo(m, u"x"_s);
        QCOMPARE(rig.run(u"m info"_s), QStringList());
        rig.cast(c, u"ask 3"_s);
        QCOMPARE(rig.run().filter(u"info"_s), QStringList()); // one of 0 0 1 1 is still here
        rig.cast(c, u"ask 1"_s);
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"m info"_s), lines("m info x"));
    });
}

void TestInfos::aFinishedSourceStopsBehindItsBuffer()
{
    inEveryOrder([](Rig &rig) { // §11, standard use
        Script source;
        source.demand = [](EventCount) { return std::vector<Integer>(); };
        source.info = [](const QString &, StageContext &stage) {
            stage.stop(StopReason::normal());
        };
        const StageId p = rig.producer(u"p"_s, source);
        rig.cast(p, u"emit 0 1 2"_s);
        rig.cast(p, u"info done"_s);
        QCOMPARE(rig.run(), QStringList());
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p);
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"c events"_s), lines("c events 0..2"));
        QVERIFY(done.contains(u"c terminate normal"_s));
    });
}

SLUICE_TEST(TestInfos)

} // namespace tst_infos

#include "tst_infos.moc"
