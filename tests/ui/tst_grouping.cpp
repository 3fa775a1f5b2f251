// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "tests/ui/snapshots.h"
#include "ui/canvas/canvasstyle.h"
#include "ui/canvas/grouping.h"
#include "ui/canvas/groupview.h"
#include "ui/canvas/stagegeometry.h"

#include <algorithm>

namespace tst_grouping {

using namespace sluice;
using namespace sluice::ui;

namespace {

Snapshot namedFan(int consumers)
{
    Snapshot snapshot = test::fanOf(consumers);
    for (std::size_t i = 2; i < snapshot.stages.size(); ++i)
        snapshot.stages[i].name = QStringLiteral("printer%1").arg(i - 1);
    return snapshot;
}

/// A grouped snapshot of which stage 3 is the only group, if there is one.
struct Fan
{
    explicit Fan(Snapshot given)
        : snapshot(std::move(given))
    {
        grouping.update(snapshot);
        grouped = grouping.grouped(snapshot);
    }

    [[nodiscard]] const StageSnapshot &node() const { return grouped.shown.stages.back(); }

    [[nodiscard]] const Group &group() const { return grouped.groups.at(node().id); }

    [[nodiscard]] UpstreamSubscriptions lanes() const
    {
        return {&grouped.shown.subscriptions.back()};
    }

    [[nodiscard]] StageTexts texts(const RateTable &rates = {}) const
    {
        return groupTexts(node(), group(), lanes(), grouped.shown, rates);
    }

    Snapshot snapshot;
    Grouping grouping;
    GroupedSnapshot grouped;
};

} // namespace

class TestGrouping : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void twelveConsumersAreNotGrouped();
    void thirteenConsumersAreOneNodeWithOneLane();
    void consumersOfOtherKindsOrProducersStayApart();
    void aGroupKeepsItsNodeWhoeverComesAndGoes();
    void figuresAndGaugesAreSums();
    void theLeastAndTheMostAreSaid();
    void mostStatesPrevailAndAreCounted();
    void theCountsOfManyHaveRoom();
    void theSentenceSpeaksOfAllMembers();
    void aCrashedMemberIsMarked();
    void theHistoryIsThatOfAllMembers();
    void aGroupOpensAndCloses();
    void everyMemberCountsOnceInRandomPipelines();
};

void TestGrouping::twelveConsumersAreNotGrouped()
{
    const Fan fan(namedFan(12));
    QVERIFY(fan.grouped.groups.empty());
    QCOMPARE(fan.grouped.shown.stages.size(), std::size_t{14});
}

void TestGrouping::thirteenConsumersAreOneNodeWithOneLane()
{
    const Fan fan(namedFan(13));
    QCOMPARE(fan.grouped.groups.size(), std::size_t{1});
    QCOMPARE(fan.grouped.shown.stages.size(), std::size_t{3});
    QCOMPARE(fan.grouped.shown.subscriptions.size(), std::size_t{2});
    QCOMPARE(fan.group().members.size(), std::size_t{13});
    QCOMPARE(fan.texts().name, QStringLiteral("printer ×13"));
    QVERIFY(fan.grouping.nodeOf({3}) == fan.node().id);
    QVERIFY(fan.grouping.laneOf({2}) == fan.grouped.shown.subscriptions[1].id);
    QVERIFY(fan.grouping.nodeOf({1}) == StageId{1});
}

void TestGrouping::consumersOfOtherKindsOrProducersStayApart()
{
    Snapshot snapshot = namedFan(15);
    snapshot.stages[2].kind = QStringLiteral("write");
    snapshot.subscriptions[2].producer = {1}; // of stage 4
    const Fan fan(std::move(snapshot));
    QCOMPARE(fan.grouped.groups.size(), std::size_t{1});
    QCOMPARE(fan.group().members.size(), std::size_t{13});
    QVERIFY(fan.grouping.nodeOf({3}) == StageId{3});
    QVERIFY(fan.grouping.nodeOf({4}) == StageId{4});
}

void TestGrouping::aGroupKeepsItsNodeWhoeverComesAndGoes()
{
    Fan fan(namedFan(20));
    const StageId node = fan.node().id;
    Snapshot others = namedFan(25);
    others.stages.erase(others.stages.begin() + 2); // the first member
    others.subscriptions.erase(others.subscriptions.begin() + 1);
    fan.grouping.update(others);
    QVERIFY(fan.grouping.nodeOf({10}) == node);
    QCOMPARE(fan.grouping.membersOf(node).size(), std::size_t{24});
}

void TestGrouping::figuresAndGaugesAreSums()
{
    Snapshot snapshot = namedFan(13);
    snapshot.stages[2].figures.handled = 30;
    snapshot.stages[3].figures.handled = 12;
    snapshot.subscriptions[1].inlet.pending = 7;
    snapshot.subscriptions[2].inlet.pending = 2;
    snapshot.subscriptions[2].outlet.sent = 5;
    snapshot.subscriptions[3].outlet.sent = 6;
    const Fan fan(std::move(snapshot));
    QCOMPARE(fan.node().figures.handled, EventCount{42});
    QCOMPARE(fan.lanes()[0]->outlet.sent, EventCount{11});
    const StageGauges gauges = groupGauges(fan.group(), fan.lanes(), {});
    QCOMPARE(gauges.demand.size(), std::size_t{1});
    QVERIFY(gauges.demand[0] == (Gauge{9, 130, 65}));
}

void TestGrouping::theLeastAndTheMostAreSaid()
{
    Snapshot snapshot = namedFan(13);
    RateTable rates;
    rates.update(snapshot);
    snapshot.takenNs += test::secondNs;
    for (StageSnapshot &stage : snapshot.stages)
        stage.figures.handled += 200;
    snapshot.stages[5].figures.handled += 100;
    snapshot.subscriptions[4].inlet.pending = 7;
    rates.update(snapshot);
    const Fan fan(std::move(snapshot));
    const StageTexts texts = fan.texts(rates);
    QVERIFY2(texts.place.endsWith(QStringLiteral("each 200/s to 300/s")), qPrintable(texts.place));
    QCOMPARE(texts.rate, QStringLiteral("2.7 k/s"));
    QCOMPARE(texts.demand[0], QStringLiteral("demand 7 of 130, each 0 to 7"));
}

void TestGrouping::mostStatesPrevailAndAreCounted()
{
    Snapshot snapshot = namedFan(13);
    for (std::size_t i = 2; i < 6; ++i)
        snapshot.stages[i].figures.state = StageState::Busy;
    const Fan fan(std::move(snapshot));
    QCOMPARE(fan.texts().state, StageState::WaitsForEvents);
    QCOMPARE(fan.texts().says, QStringLiteral("9 of 13 wait"));
    const QString tip = groupTip(fan.node(), fan.group(), fan.grouped.shown, fan.texts());
    QVERIFY2(tip.contains(QStringLiteral("busy: 4")), qPrintable(tip));
}

void TestGrouping::theCountsOfManyHaveRoom()
{
    const Fan fan(namedFan(10'000));
    const CanvasStyle style{QFont(), QPalette()};
    const StageGeometry geometry =
        stageGeometry({StageRole::Consumer, StageForm::Full, 1, 0}, style.em);
    // Beside the letter and at least an em of the state's pattern.
    const double room = geometry.band.right() - geometry.letter.right() - 1.2 * style.em;
    QCOMPARE_LE(QFontMetricsF(style.strong).horizontalAdvance(fan.texts().says), room);
}

void TestGrouping::theSentenceSpeaksOfAllMembers()
{
    Snapshot snapshot = namedFan(1'200);
    snapshot.stages[1].name = QStringLiteral("evens");
    for (std::size_t i = 2; i < 7; ++i)
        snapshot.stages[i].figures.state = StageState::Busy;
    const Fan fan(std::move(snapshot));
    WhyWaiting why;
    why.runState = RunState::Running;
    why.steps = {{{2}, WaitKind::ForDemand, StageState::WaitsForDemand, 4},
                 {{3}, WaitKind::Busy, StageState::Busy, 0}};
    why.busyShare = 0.98;
    Crowds crowds;
    const auto meet = [&](StageId member, StageState state) {
        crowds[member] = crowdOf(fan.node(), fan.group(), state, fan.snapshot.takenNs, {});
    };
    meet({3}, StageState::Busy);
    QCOMPARE(whyText(why, fan.snapshot, crowds),
             QStringLiteral("evens waits for demand from printer ×1,200; "
                            "printer: 5 of 1,200 are busy (one of them 98 %)"));

    why.steps = {{{9}, WaitKind::ForEvents, StageState::WaitsForEvents, 0},
                 {{2}, WaitKind::Busy, StageState::Busy, 0}};
    crowds.clear();
    meet({9}, StageState::WaitsForEvents);
    QVERIFY(
        whyText(why, fan.snapshot, crowds)
            .startsWith(QStringLiteral("printer: 1,195 of 1,200 wait for events from evens; ")));

    // What is known of one only is said of one only.
    why.steps = {{{9}, WaitKind::AsksForNothing, StageState::WaitsForEvents, 0}};
    QCOMPARE(whyText(why, fan.snapshot, crowds),
             QStringLiteral("printer7 (one of 1,200) has asked for nothing"));
}

void TestGrouping::aCrashedMemberIsMarked()
{
    Snapshot snapshot = namedFan(13);
    snapshot.stages[4].figures.state = StageState::Crashed;
    const Fan fan(std::move(snapshot));
    QCOMPARE(fan.texts().restarts, QStringLiteral("✕ 1 crashed"));
}

void TestGrouping::theHistoryIsThatOfAllMembers()
{
    Snapshot snapshot = namedFan(13);
    StageHistory history;
    history.update(snapshot);
    snapshot.takenNs += test::secondNs;
    for (StageSnapshot &stage : snapshot.stages)
        stage.figures.handled += 2;
    history.update(snapshot);
    const Fan fan(std::move(snapshot));
    const StageHistory::Slices slices =
        groupHistory(fan.grouping.membersOf(fan.node().id), history);
    QCOMPARE(slices.size(), std::size_t{1});
    QCOMPARE(slices[0].perSecond, 26.0);
}

void TestGrouping::aGroupOpensAndCloses()
{
    Fan fan(namedFan(13));
    const StageId node = fan.node().id;
    QVERIFY(!fan.grouping.toggle({1}));
    QVERIFY(!fan.grouping.toggle({3})); // it is not open
    QVERIFY(fan.grouping.toggle(node));
    fan.grouping.update(fan.snapshot);
    QVERIFY(fan.grouping.nodeOf({3}) == StageId{3});
    QVERIFY(fan.grouping.toggle({3}));
    fan.grouping.update(fan.snapshot);
    QVERIFY(fan.grouping.nodeOf({3}) == node);
}

void TestGrouping::everyMemberCountsOnceInRandomPipelines()
{
    test::Random random(4711);
    for (int round = 0; round < 200; ++round) {
        Snapshot snapshot = namedFan(static_cast<int>(random.below(60)));
        for (StageSnapshot &stage : snapshot.stages) {
            stage.kind = QString::number(random.below(3));
            stage.figures.handled = static_cast<EventCount>(random.below(100));
        }
        for (SubscriptionSnapshot &subscription : snapshot.subscriptions)
            subscription.outlet.sent = static_cast<EventCount>(random.below(100));
        const Fan fan(std::move(snapshot));
        EventCount handled = 0;
        for (const StageSnapshot &stage : fan.snapshot.stages)
            handled += stage.figures.handled;
        for (const StageSnapshot &stage : fan.grouped.shown.stages)
            handled -= stage.figures.handled;
        QCOMPARE(handled, EventCount{0});
        EventCount sent = 0;
        for (const SubscriptionSnapshot &subscription : fan.snapshot.subscriptions)
            sent += subscription.outlet.sent;
        for (const SubscriptionSnapshot &subscription : fan.grouped.shown.subscriptions)
            sent -= subscription.outlet.sent;
        QCOMPARE(sent, EventCount{0});
    }
}

SLUICE_TEST(TestGrouping)

} // namespace tst_grouping

#include "tst_grouping.moc"
