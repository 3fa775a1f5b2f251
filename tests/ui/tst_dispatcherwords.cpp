// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "tests/ui/snapshots.h"
#include "ui/canvas/dispatcherwords.h"
#include "ui/canvas/stageview.h"

#include <QRegularExpression>

namespace tst_dispatcherwords {

using namespace sluice;
using namespace sluice::ui;

namespace {

/// A fan in which stage 2 partitions to two consumers, "left" and "right", by even and odd.
struct Partitioning
{
    Snapshot snapshot = test::fanOf(2);
    PipelineDescription description;

    Partitioning()
    {
        snapshot.stages[1].name = QStringLiteral("sorter");
        snapshot.stages[1].dispatcher = DispatcherKind::Partition;
        snapshot.stages[2].name = QStringLiteral("left");
        snapshot.stages[3].name = QStringLiteral("right");
        StageDescription sorter;
        sorter.id = QStringLiteral("sorter");
        sorter.dispatcher = DispatcherDescription{
            .kind = DispatcherKind::Partition,
            .partitions = std::vector<std::string>{"even", "odd"},
            .hash = HashRule::EvenOdd,
        };
        description.stages.push_back(sorter);
        SubscriptionDescription right;
        right.from = sorter.id;
        right.to = QStringLiteral("right");
        right.options.partition = "odd";
        description.subscriptions.push_back(right);
    }

    [[nodiscard]] QStringList lines() const
    {
        return dispatcherLines(snapshot.stages[1], snapshot, description);
    }
};

} // namespace

class TestDispatcherWords : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void aConsumerHasNoGlyph();
    void demandIsMarkedOnlyWhereSeveralShareTheEvents();
    void broadcastAndPartitionAreAlwaysMarked();
    void broadcastTellsOfTheCommonMinimum();
    void partitionNamesItsPartitionsAndTheHash();
    void partitionCountsNumberedPartitions();
    void partitionNamesOnlyTheFirstOfMany();
    void eachConsumersShareIsSaid();
    void ofManyConsumersTheRestIsCounted();
    void theTooltipOfTheStageSaysTheRule();
};

void TestDispatcherWords::aConsumerHasNoGlyph()
{
    QVERIFY(dispatcherLetter(test::stageOf(1, StageRole::Consumer), 0).isEmpty());
}

void TestDispatcherWords::demandIsMarkedOnlyWhereSeveralShareTheEvents()
{
    const StageSnapshot stage = test::stageOf(1, StageRole::Producer);
    QVERIFY(dispatcherLetter(stage, 0).isEmpty());
    QVERIFY(dispatcherLetter(stage, 1).isEmpty());
    QCOMPARE(dispatcherLetter(stage, 2), QStringLiteral("D"));
}

void TestDispatcherWords::broadcastAndPartitionAreAlwaysMarked()
{
    StageSnapshot stage = test::stageOf(1, StageRole::Producer);
    stage.dispatcher = DispatcherKind::Broadcast;
    QCOMPARE(dispatcherLetter(stage, 0), QStringLiteral("B"));
    stage.dispatcher = DispatcherKind::Partition;
    QCOMPARE(dispatcherLetter(stage, 1), QStringLiteral("P"));
}

void TestDispatcherWords::broadcastTellsOfTheCommonMinimum()
{
    Snapshot snapshot = test::fanOf(2);
    snapshot.stages[1].dispatcher = DispatcherKind::Broadcast;
    const QString rule = dispatcherLines(snapshot.stages[1], snapshot, {}).constFirst();
    QVERIFY2(rule.contains(QStringLiteral("as many are sent as all of them have asked for")),
             qPrintable(rule));
}

void TestDispatcherWords::partitionNamesItsPartitionsAndTheHash()
{
    const QString rule = Partitioning().lines().constFirst();
    QVERIFY2(rule.contains(QStringLiteral("partitions even, odd")), qPrintable(rule));
    QVERIFY2(rule.endsWith(QStringLiteral("by whether the number is even or odd")),
             qPrintable(rule));
}

void TestDispatcherWords::partitionCountsNumberedPartitions()
{
    Partitioning given;
    given.description.stages[0].dispatcher->partitions = std::size_t{3};
    given.description.stages[0].dispatcher->hash.reset();
    const QString rule = given.lines().constFirst();
    QVERIFY2(rule.contains(QRegularExpression(QStringLiteral("\\b3 partition"))), qPrintable(rule));
    QVERIFY2(rule.endsWith(QStringLiteral("by a stable hash of the event")), qPrintable(rule));
}

void TestDispatcherWords::partitionNamesOnlyTheFirstOfMany()
{
    Partitioning given;
    given.description.stages[0].dispatcher->partitions =
        std::vector<std::string>{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
    const QString rule = given.lines().constFirst();
    QVERIFY2(rule.contains(QStringLiteral("g, h, and 2 more")), qPrintable(rule));
}

void TestDispatcherWords::eachConsumersShareIsSaid()
{
    Partitioning given;
    given.snapshot.subscriptions[1].outlet.sent = 30;
    given.snapshot.subscriptions[2].outlet.sent = 10;
    const QStringList lines = given.lines();
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[1], QStringLiteral("left got 30 (75 %)"));
    QCOMPARE(lines[2], QStringLiteral("right got 10 (25 %), partition odd"));
}

void TestDispatcherWords::ofManyConsumersTheRestIsCounted()
{
    const Snapshot snapshot = test::fanOf(11);
    const QStringList lines = dispatcherLines(snapshot.stages[1], snapshot, {});
    QCOMPARE(lines.size(), 10); // the rule, eight consumers, the rest
    QCOMPARE(lines.constLast(), QStringLiteral("and 3 more"));
}

void TestDispatcherWords::theTooltipOfTheStageSaysTheRule()
{
    const Partitioning given;
    const QString tip = stageTip(given.snapshot.stages[1], given.snapshot, given.description);
    QVERIFY2(tip.contains(QStringLiteral("P: each event goes to the consumer of its partition")),
             qPrintable(tip));
}

SLUICE_TEST(TestDispatcherWords)

} // namespace tst_dispatcherwords

#include "tst_dispatcherwords.moc"
