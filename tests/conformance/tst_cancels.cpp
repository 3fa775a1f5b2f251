// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// How subscriptions end, on both sides: semantics §4, §14, §15.

#include "tests/conformance/rig.h"

namespace tst_cancels {

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

class TestCancels : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void gs061_gs086_aCancelReachesTheProducersCallback();
    void gs062_gs087_aConsumerThatDiesIsDown();
    void gs072_inv24_cancelModesDecide_data();
    void gs072_inv24_cancelModesDecide();
    void gs076_aProducerThatDiesIsDown_data();
    void gs076_aProducerThatDiesIsDown();
    void gs090_gs091_aMiddleStageIsCancelled_data();
    void gs090_gs091_aMiddleStageIsCancelled();
    void inv26_theEndComesAfterTheEventsBeforeIt();
    void cancelFromWithinACallbackOfEitherSide();
    void aCancelledConsumerHandlesWhatIsUnderWay();
    void stoppingInHandleCancelComesBeforeTheCancelMode();
};

void TestCancels::gs061_gs086_aCancelReachesTheProducersCallback()
{
    inEveryOrder([](Rig &rig) {
        for (const bool isMiddle : {false, true}) {
            QList<std::uint64_t> consumers;
            Script listens;
            listens.demand = [](EventCount) { return std::vector<Integer>(); };
            listens.cancel = [&consumers](const Cancellation &, const From &from) {
                consumers.append(from.stage.value);
            };
            const StageId p =
                isMiddle ? rig.middle(u"p"_s, listens) : rig.producer(u"p"_s, listens);
            const StageId c = rig.consumer(u"c"_s);
            const auto id = rig.scheduler.subscribe(c, p, temporary);
            std::ignore = rig.run();
            rig.scheduler.cancel(id, ScriptedConsumer::reasonIn(u"oops"_s));
            const QStringList done = rig.run();
            QVERIFY(done.contains(u"p cancel oops %1"_s.arg(id.value)));
            QCOMPARE(consumers, QList<std::uint64_t>{c.value});
            QVERIFY(done.contains(u"c cancel oops %1"_s.arg(id.value)));
            QVERIFY(!rig.scheduler.reason(c));
        }
    });
}

void TestCancels::gs062_gs087_aConsumerThatDiesIsDown()
{
    inEveryOrder([](Rig &rig) {
        for (const StageId p : {rig.silent(u"p"_s), rig.middle(u"p"_s)}) {
            const StageId c = rig.consumer(u"c"_s);
            const auto id = rig.scheduler.subscribe(c, p, temporary);
            std::ignore = rig.run();
            rig.cast(c, u"throw killed"_s);
            QCOMPARE(rig.run(u"p"_s), QStringList(u"p down killed %1"_s.arg(id.value)));
            QVERIFY(!rig.scheduler.reason(p));
        }
    });
}

void TestCancels::gs072_inv24_cancelModesDecide_data()
{
    QTest::addColumn<CancelMode>("mode");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("stops");

    struct Row
    {
        CancelMode mode;
        const char *reason;
        bool stops;
        const char *name;
    };

    using enum CancelMode;
    for (const Row &row : {Row{Permanent, "normal", true, "permanent, normal"},
                           Row{Permanent, "shutdown", true, "permanent, shutdown"},
                           Row{Permanent, "oops", true, "GS-075 permanent, oops"},
                           Row{Transient, "normal", false, "GS-073 transient, normal"},
                           Row{Transient, "shutdown", false, "transient, shutdown"},
                           Row{Transient, "oops", true, "GS-074 transient, oops"},
                           Row{Temporary, "normal", false, "temporary, normal"},
                           Row{Temporary, "shutdown", false, "temporary, shutdown"},
                           Row{Temporary, "oops", false, "GS-072 temporary, oops"}}) {
        QTest::newRow(row.name) << row.mode << QString::fromLatin1(row.reason) << row.stops;
    }
}

void TestCancels::gs072_inv24_cancelModesDecide()
{
    QFETCH(CancelMode, mode);
    QFETCH(QString, reason);
    QFETCH(bool, stops);
    inEveryOrder([&](Rig &rig) { // by a cancel, and by the producer's end; REF-12: unwrapped
        for (const bool isDown : {false, true}) {
            const StageId p = rig.silent(u"p"_s);
            const StageId c = rig.consumer(u"c"_s);
            const auto id = rig.scheduler.subscribe(c, p, {.cancel = mode});
            std::ignore = rig.run();
            rig.cast(p, isDown ? u"stop "_s + reason : u"cancel consumer "_s + reason);
            const QStringList done = rig.run(u"c"_s);
            QCOMPARE(done.first(),
                     u"c %1 %2 %3"_s.arg(isDown ? u"down"_s : u"cancel"_s, reason).arg(id.value));
            QCOMPARE_EQ(done.size(), stops ? 2 : 1);
            QCOMPARE_EQ(rig.scheduler.reason(c).has_value(), stops);
            if (stops) {
                QCOMPARE(done.last(), u"c terminate "_s + reason);
                QVERIFY(*rig.scheduler.reason(c) == ScriptedConsumer::reasonIn(reason));
            }
            // BAD-07; an orderly end is no news
            const auto notes = rig.scheduler.notes(c);
            QCOMPARE_EQ(notes.size(),
                        stops && !ScriptedConsumer::reasonIn(reason).isOrderly() ? 1U : 0U);
            if (!notes.empty()) {
                QCOMPARE(notes.front().kind, StageNote::Kind::EndedBy);
                QCOMPARE_EQ(notes.front().subscription.value, id.value);
                QCOMPARE(QString::fromStdString(notes.front().text),
                         u"cancel: expected %1, got oops"_s.arg(
                             mode == CancelMode::Permanent ? u"no end"_s : u"an orderly end"_s));
            }
        }
    });
}

void TestCancels::gs076_aProducerThatDiesIsDown_data()
{
    QTest::addColumn<CancelMode>("mode");
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("order");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("stops");

    const auto row = [](const char *name, CancelMode mode, const char *role, const char *order,
                        bool stops) {
        const QString text = QString::fromLatin1(order);
        QTest::newRow(name) << mode << QString::fromLatin1(role) << text << text.section(u' ', 1)
                            << stops;
    };
    using enum CancelMode;
    row("GS-076 temporary", Temporary, "consumer", "throw killed", false);
    row("GS-077 transient", Transient, "consumer", "throw killed", true);
    row("GS-078 permanent", Permanent, "consumer", "throw killed", true);
    row("GS-092 middle, temporary", Temporary, "middle", "throw killed", false);
    row("GS-093 middle, transient, shutdown", Transient, "middle", "stop shutdown", false);
    row("GS-094 middle, transient", Transient, "middle", "throw killed", true);
    row("GS-095 middle, permanent", Permanent, "middle", "throw killed", true);
}

void TestCancels::gs076_aProducerThatDiesIsDown()
{
    QFETCH(CancelMode, mode);
    QFETCH(QString, role);
    QFETCH(QString, order);
    QFETCH(QString, reason);
    QFETCH(bool, stops);
    inEveryOrder([&](Rig &rig) {
        const StageId p = rig.silent(u"p"_s);
        const StageId c = role == u"middle"_s ? rig.middle(u"c"_s) : rig.consumer(u"c"_s);
        rig.scheduler.subscribe(rig.consumer(u"other"_s), p); // who is not asked
        const auto id = rig.scheduler.subscribe(c, p, {.cancel = mode});
        std::ignore = rig.run();
        rig.cast(p, order);
        QStringList expected(u"c down %1 %2"_s.arg(reason).arg(id.value));
        if (stops)
            expected.append(u"c terminate "_s + reason);
        QCOMPARE(rig.run(u"c"_s), expected);
        QCOMPARE_EQ(rig.scheduler.reason(c).has_value(), stops);
        if (stops)
            QVERIFY(*rig.scheduler.reason(c) == ScriptedConsumer::reasonIn(reason));
        QVERIFY(!rig.scheduler.hasCrashed(c)); // the failure was another's
    });
}

void TestCancels::gs090_gs091_aMiddleStageIsCancelled_data()
{
    QTest::addColumn<CancelMode>("mode");
    QTest::addColumn<bool>("stops");

    QTest::newRow("GS-090 temporary") << CancelMode::Temporary << false;
    QTest::newRow("GS-091 permanent") << CancelMode::Permanent << true;
}

void TestCancels::gs090_gs091_aMiddleStageIsCancelled()
{
    QFETCH(CancelMode, mode);
    QFETCH(bool, stops);
    inEveryOrder([&](Rig &rig) {
        const StageId p = rig.silent(u"p"_s);
        const StageId m = rig.middle(u"m"_s);
        rig.scheduler.subscribe(rig.consumer(u"c"_s), m);
        const auto id = rig.scheduler.subscribe(m, p, {.cancel = mode});
        std::ignore = rig.run();
        rig.scheduler.cancel(id, ScriptedConsumer::reasonIn(u"oops"_s));
        QStringList expected(u"m cancel oops %1"_s.arg(id.value));
        if (stops)
            expected.append(u"m terminate oops"_s);
        QStringList done = rig.run(u"m"_s);
        done.removeIf([](const QString &line) { return line.startsWith(u"m down"_s); });
        QCOMPARE(done, expected);
        QCOMPARE_EQ(rig.scheduler.reason(m).has_value(), stops);
        if (stops)
            QVERIFY(*rig.scheduler.reason(m) == ScriptedConsumer::reasonIn(u"oops"_s));
    });
}

void TestCancels::inv26_theEndComesAfterTheEventsBeforeIt()
{
    inEveryOrder([](Rig &rig) {
        const StageId c = rig.consumer(u"c"_s);
        const auto id = rig.scheduler.playProducer(c, {.cancel = CancelMode::Temporary});
        rig.scheduler.send(id, {0, 1});
        rig.scheduler.sayGoodbyeAsProducer(id, StopReason::normal());
        const QStringList done = rig.run(u"c"_s);
        QCOMPARE(done.filter(u"events"_s), lines("c events 0 1"));
        QVERIFY(done.last().startsWith(u"c cancel"_s));
    });
}

void TestCancels::cancelFromWithinACallbackOfEitherSide()
{
    inEveryOrder([](Rig &rig) { // §14: anybody may cancel
        const StageId p = rig.silent(u"p"_s);
        const StageId c = rig.consumer(u"c"_s);
        const auto first = rig.scheduler.subscribe(c, p, temporary);
        std::ignore = rig.run();
        rig.cast(c, u"cancel oops"_s);
        QVERIFY(rig.run().contains(u"p cancel oops %1"_s.arg(first.value)));
        const auto second = rig.scheduler.subscribe(c, p, temporary);
        std::ignore = rig.run();
        rig.cast(p, u"cancel consumer no_thanks"_s);
        const QStringList done = rig.run();
        QVERIFY(done.contains(u"p cancel no_thanks %1"_s.arg(second.value)));
        QVERIFY(done.contains(u"c cancel no_thanks %1"_s.arg(second.value)));
        QVERIFY(!rig.scheduler.reason(c));
    });
}

void TestCancels::aCancelledConsumerHandlesWhatIsUnderWay()
{
    inEveryOrder([](Rig &rig) { // §14: until the confirmation arrives
        const StageId c = rig.consumer(u"c"_s);
        const auto id = rig.scheduler.playProducer(c, {.cancel = CancelMode::Temporary});
        std::ignore = rig.run();
        rig.scheduler.cancel(id);
        rig.scheduler.send(id, {0, 1, 2});
        QCOMPARE(rig.run(u"c events"_s), lines("c events 0..2"));
        QCOMPARE(rig.scheduler.asks(id), std::vector<EventCount>{1000});
    });
}

void TestCancels::stoppingInHandleCancelComesBeforeTheCancelMode()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p);
        std::ignore = rig.run();
        rig.cast(c, u"stop mine"_s);
        rig.cast(p, u"stop normal"_s);
        std::ignore = rig.run();
        QVERIFY(rig.scheduler.reason(c));
        QVERIFY(rig.journal->lines(u"c terminate"_s).size() == 1); // whichever came first
    });
}

SLUICE_TEST(TestCancels)

} // namespace tst_cancels

#include "tst_cancels.moc"
