// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// How the children of a consumer supervisor end and are started again, on threads: the tests say when
// a child ends. Waits are for conditions.

#include "tests/stage/nursery.h"
#include "tests/support/testsupport.h"

namespace tst_childends_threads {

using namespace sluice;
using namespace sluice::test;
using namespace std::chrono_literals;

class TestChildEndsThreads : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void gs183_aTemporaryChildIsNotRestarted();
    void gs184_aTransientChildIsRestartedWhenItFails();
    void gs185_whatRestartingComesTo();
    void gs186_aRestartThatFailsIsTriedAgain();
    void gs187_gs189_stopsAfterTooManyRestarts_data();
    void gs187_gs189_stopsAfterTooManyRestarts();
    void gs191_gs194_stopsItsChildrenAsTheOptionsSay_data();
    void gs191_gs194_stopsItsChildrenAsTheOptionsSay();
    void gs190_gs195_leavesDeafChildrenBehind_data();
    void gs190_gs195_leavesDeafChildrenBehind();
    void gs196_gs197_terminatesAChildOnce_data();
    void gs196_gs197_terminatesAChildOnce();
    void gs198_terminatesAChildThatIsRestarting();
    void gs209_aRestartingChildKeepsItsPlace();
};

void TestChildEndsThreads::gs183_aTemporaryChildIsNotRestarted()
{
    Nursery nursery;
    nursery.pipeline.start();
    for (const StopReason &reason : {StopReason::shutdown(), boom}) {
        nursery.startByHand(0);
        nursery.fates->end(0, reason);
        QVERIFY(nursery.comesTo(QStringLiteral("0/0")));
    }
    QCOMPARE_EQ(nursery.fates->attempts(0), 2U);
}

void TestChildEndsThreads::gs184_aTransientChildIsRestartedWhenItFails()
{
    Nursery nursery(transient);
    nursery.pipeline.start();
    const StopReason signalled{StopReason::Kind::Shutdown, "signal"};
    for (const StopReason &orderly : {StopReason::normal(), StopReason::shutdown(), signalled}) {
        nursery.startByHand(0);
        QVERIFY(nursery.comesTo(QStringLiteral("1/1")));
        nursery.fates->end(0, orderly);
        QVERIFY(nursery.comesTo(QStringLiteral("0/0")));
    }
    QCOMPARE_EQ(nursery.fates->attempts(0), 3U);
    nursery.startByHand(0);
    nursery.fates->end(0, boom);
    QVERIFY(eventually([&] { return nursery.fates->attempts(0) == 5; }));
    QCOMPARE(nursery.counts(), QStringLiteral("1/1"));
}

void TestChildEndsThreads::gs185_whatRestartingComesTo()
{
    Nursery nursery(transient);
    nursery.pipeline.start();
    Fates &fates = *nursery.fates;
    fates.starts = {{1, {fates.working(1, QStringLiteral("extra"))}},
                    {2, {fates.working(2), ChildStart::ignored()}},
                    {3, {fates.working(3), ChildStart::failed("error")}},
                    {4, {fates.working(4), ChildStart{}}}};
    const auto fail = [&](Integer event) {
        nursery.startByHand(event);
        fates.end(event, boom);
        return eventually([&] { return fates.attempts(event) >= 2; });
    };
    QVERIFY(fail(0));
    QVERIFY(nursery.comesTo(QStringLiteral("1/1")));
    QVERIFY(fail(1));
    QVERIFY(nursery.comesTo(QStringLiteral("2/2")));
    QVERIFY(fail(2)); // does not want to come back
    QVERIFY(nursery.comesTo(QStringLiteral("2/2")));
    QVERIFY(fail(3)); // cannot come back, and is tried again and again
    QVERIFY(nursery.comesTo(QStringLiteral("3/2")));
    QVERIFY(fail(4));
    QVERIFY(nursery.comesTo(QStringLiteral("4/2")));
    std::vector<bool> restarting;
    for (const auto &child : nursery.ask({.kind = ChildRequest::Kind::Which}).children)
        restarting.push_back(child.isRestarting);
    QCOMPARE(restarting, (std::vector<bool>{false, false, true, true}));
}

void TestChildEndsThreads::gs186_aRestartThatFailsIsTriedAgain()
{
    Nursery nursery({.restart = RestartMode::Transient, .intensity = {.maxRestarts = 2}});
    nursery.pipeline.start();
    Fates &fates = *nursery.fates;
    fates.starts = {{0, {fates.working(0), ChildStart::failed("try again"), fates.working(0)}}};
    nursery.startByHand(0);
    fates.end(0, boom);
    QVERIFY(eventually([&] { return fates.attempts(0) == 3; }));
    QVERIFY(nursery.comesTo(QStringLiteral("1/1")));
    QVERIFY(!nursery.pipeline.stopReason(nursery.children));
}

void TestChildEndsThreads::gs187_gs189_stopsAfterTooManyRestarts_data()
{
    QTest::addColumn<int>("maxRestarts");
    QTest::addColumn<int>("maxSeconds");
    QTest::newRow("GS-187 one") << 1 << 1000;
    QTest::newRow("GS-188 three within the same second") << 3 << 0;
    QTest::newRow("GS-189 ten") << 10 << 1000;
}

void TestChildEndsThreads::gs187_gs189_stopsAfterTooManyRestarts()
{
    QFETCH(const int, maxRestarts);
    QFETCH(const int, maxSeconds);
    Nursery nursery({.restart = RestartMode::Transient,
                     .intensity = {.maxRestarts = maxRestarts,
                                   .maxSeconds = std::chrono::seconds(maxSeconds)}});
    nursery.pipeline.start();
    nursery.fates->starts = {{0, {nursery.fates->working(0), ChildStart::failed("error")}}};
    nursery.startByHand(0);
    nursery.fates->end(0, boom);
    QVERIFY(nursery.isStopped());
    QVERIFY(*nursery.pipeline.stopReason(nursery.children) == StopReason::shutdown());
    if (maxSeconds > 0) // else a new second may have begun in between
        QCOMPARE_EQ(nursery.fates->attempts(0), std::size_t(1 + maxRestarts));
}

void TestChildEndsThreads::gs191_gs194_stopsItsChildrenAsTheOptionsSay_data()
{
    using Shutdown = std::optional<std::chrono::milliseconds>;
    QTest::addColumn<Shutdown>("shutdown");
    QTest::addColumn<StopReason>("answer");
    const StopReason oops{StopReason::Kind::Shutdown, "oops"};
    QTest::newRow("GS-191 as long as it takes") << Shutdown() << StopReason::shutdown();
    QTest::newRow("GS-192 as long as it takes, oops") << Shutdown() << oops;
    QTest::newRow("GS-193 some time") << Shutdown(60'000ms) << StopReason::shutdown();
    QTest::newRow("GS-194 some time, oops") << Shutdown(60'000ms) << oops;
    QTest::newRow("some time, failed") << Shutdown(60'000ms) << boom;
}

void TestChildEndsThreads::gs191_gs194_stopsItsChildrenAsTheOptionsSay()
{
    QFETCH(const std::optional<std::chrono::milliseconds>, shutdown);
    QFETCH(const StopReason, answer);
    Nursery nursery({.shutdown = shutdown});
    const auto fates = nursery.fates;
    fates->setAnswerToStop(answer, 20ms); // who does not wait for them is gone before
    nursery.pipeline.start();
    for (Integer event = 0; event < 3; ++event)
        nursery.startByHand(event);
    nursery.pipeline.stop();
    QVERIFY(eventually([&] { return nursery.pipeline.runState() == RunState::Stopped; }));
    QCOMPARE_EQ(fates->stopped(), 3); // all had ended before the stage was gone
    QVERIFY(*nursery.pipeline.stopReason(nursery.children) == StopReason::shutdown());
}

void TestChildEndsThreads::gs190_gs195_leavesDeafChildrenBehind_data()
{
    using Shutdown = std::optional<std::chrono::milliseconds>;
    QTest::addColumn<Shutdown>("shutdown");
    QTest::addColumn<QList<Integer>>("deaf");
    QTest::newRow("GS-190 brutal") << Shutdown(0ms) << QList<Integer>{0, 1, 2};
    QTest::newRow("GS-195 after the time, one of three") << Shutdown(5ms) << QList<Integer>{1};
    QTest::newRow("GS-195 after the time, all") << Shutdown(5ms) << QList<Integer>{0, 1, 2};
}

void TestChildEndsThreads::gs190_gs195_leavesDeafChildrenBehind()
{
    QFETCH(const std::optional<std::chrono::milliseconds>, shutdown);
    QFETCH(const QList<Integer>, deaf);
    Nursery nursery({.shutdown = shutdown});
    const auto fates = nursery.fates;
    nursery.pipeline.start();
    for (Integer event = 0; event < 3; ++event)
        nursery.startByHand(event);
    QVERIFY(eventually([&] { return fates->working() == 3; }));
    for (const Integer event : deaf)
        fates->turnDeaf(event);
    nursery.pipeline.stop();
    QVERIFY(eventually([&] { return nursery.pipeline.runState() == RunState::Stopped; }));
    const int left = static_cast<int>(deaf.size()); // they work on; the others were told to stop
    QVERIFY(eventually([&] { return fates->working() == left; }));
    QCOMPARE_EQ(fates->stopped(), 3 - left);
    for (const Integer event : deaf)
        fates->end(event); // their threads end with them
    QVERIFY(eventually([&] { return fates->working() == 0; }));
}

void TestChildEndsThreads::gs196_gs197_terminatesAChildOnce_data()
{
    QTest::addColumn<std::optional<std::chrono::milliseconds>>("shutdown");
    QTest::addColumn<bool>("isDeaf");
    using Shutdown = std::optional<std::chrono::milliseconds>;
    QTest::newRow("GS-196 brutal") << Shutdown(0ms) << false;
    QTest::newRow("GS-196 brutal, deaf") << Shutdown(0ms) << true;
    QTest::newRow("GS-197 some time") << Shutdown(60'000ms) << false;
    QTest::newRow("some time is over") << Shutdown(5ms) << true;
    QTest::newRow("as long as it takes") << Shutdown() << false;
}

void TestChildEndsThreads::gs196_gs197_terminatesAChildOnce()
{
    QFETCH(const std::optional<std::chrono::milliseconds>, shutdown);
    QFETCH(const bool, isDeaf);
    Nursery nursery({.restart = RestartMode::Transient, .shutdown = shutdown});
    nursery.pipeline.start();
    const ChildId child = nursery.startByHand(0).child;
    QVERIFY(eventually([&] { return nursery.fates->working() == 1; }));
    if (isDeaf)
        nursery.fates->turnDeaf(0);
    QVERIFY(nursery.terminate(child) == ChildError::None);
    QVERIFY(nursery.terminate(child) == ChildError::NotFound);
    QCOMPARE(nursery.counts(), QStringLiteral("0/0"));
    nursery.fates->end(0);
    QVERIFY(eventually([&] { return nursery.fates->working() == 0; }));
}

void TestChildEndsThreads::gs198_terminatesAChildThatIsRestarting()
{
    Nursery nursery(transient);
    nursery.pipeline.start();
    nursery.fates->starts = {{0, {nursery.fates->working(0), ChildStart::failed("error")}}};
    const ChildId child = nursery.startByHand(0).child;
    nursery.fates->end(0, boom);
    QVERIFY(nursery.comesTo(QStringLiteral("1/0")));
    QVERIFY(nursery.terminate(child) == ChildError::None);
    QVERIFY(nursery.terminate(child) == ChildError::NotFound);
    QCOMPARE(nursery.counts(), QStringLiteral("0/0"));
}

void TestChildEndsThreads::gs209_aRestartingChildKeepsItsPlace()
{
    Nursery nursery(transient);
    Fates &fates = *nursery.fates;
    fates.starts = {{0, {fates.working(0), ChildStart::failed("error")}}};
    nursery.start({.maxDemand = 1, .minDemand = 0});
    QVERIFY(nursery.comesTo(QStringLiteral("1/1")));
    fates.end(0, boom);
    QVERIFY(nursery.comesTo(QStringLiteral("1/0")));
    QCOMPARE(nursery.probe->demands(), std::vector<EventCount>{1});
    const ChildId stuck = nursery.ask({.kind = ChildRequest::Kind::Which}).children[0].id;
    QVERIFY(nursery.terminate(stuck) == ChildError::None);
    QVERIFY(nursery.comesTo(QStringLiteral("1/1")));
    QCOMPARE_EQ(fates.attempts(1), 1U); // the next event
    fates.end(1, boom);
    QVERIFY(eventually([&] { return fates.attempts(1) == 2; })); // the same event again
    QCOMPARE(nursery.counts(), QStringLiteral("1/1"));
    QCOMPARE(nursery.probe->demands(), (std::vector<EventCount>{1, 1}));
}

SLUICE_TEST(TestChildEndsThreads)

} // namespace tst_childends_threads

#include "tst_childends_threads.moc"
