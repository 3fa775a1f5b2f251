// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "tests/ui/snapshots.h"
#include "ui/canvas/graphnavigation.h"
#include "ui/canvas/graphpicture.h"

#include <vector>

namespace tst_graphlayout {

using namespace sluice;
using namespace sluice::ui;

namespace {

constexpr qreal em = 16;

GraphPicture pictureOf(const Snapshot &snapshot, const GraphLayout &before = {})
{
    return graphPicture(graphShape(snapshot), before, em);
}

QRectF placeOf(const GraphPicture &picture, std::uint64_t stage)
{
    return picture.layout.stages.at({stage});
}

// Stages and labels: what must not lie on something else of its kind.
std::vector<QRectF> solidParts(const GraphPicture &picture)
{
    std::vector<QRectF> parts;
    for (const auto &[id, rect] : picture.layout.stages)
        parts.push_back(rect);
    for (const auto &[id, edge] : picture.edges)
        parts.push_back(edge.rate | edge.total | edge.unmet | edge.asks);
    return parts;
}

void verifyNothingOverlaps(const GraphPicture &picture)
{
    const std::vector<QRectF> parts = solidParts(picture);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (std::size_t j = i + 1; j < parts.size(); ++j)
            QVERIFY(!parts[i].intersects(parts[j]));
    }
    for (const auto &[stage, rect] : picture.layout.stages) {
        for (const auto &[id, passages] : picture.layout.passages) {
            for (const QLineF &passage : passages) // with room around its lanes
                QVERIFY(!rect.intersects(
                    QRectF(passage.p1(), passage.p2()).adjusted(0, -2 * em, 0, 2 * em)));
        }
        for (const auto &[id, edge] : picture.edges) {
            for (const QPointF &point : edge.events.points() + edge.demand.points())
                QVERIFY(!rect.adjusted(em * 2, em / 2, -em * 2, -em / 2).contains(point));
        }
    }
}

// A pipeline of up to four layers with subscriptions that may pass layers.
Snapshot randomPipeline(test::Random &random)
{
    Snapshot snapshot;
    const auto count = static_cast<std::uint64_t>(random.between(2, 12));
    for (std::uint64_t id = 1; id <= count; ++id) {
        const bool isFirst = id == 1 || random.chance(1, 5);
        const bool isLast = !isFirst && random.chance(1, 2);
        snapshot.stages.push_back(test::stageOf(id,
                                                isFirst      ? StageRole::Producer
                                                    : isLast ? StageRole::Consumer
                                                             : StageRole::ProducerConsumer));
    }
    std::uint64_t next = 1;
    for (std::uint64_t to = 2; to <= count; ++to) {
        for (std::uint64_t from = 1; from < to; ++from) {
            const bool isPossible = snapshot.stages[from - 1].role != StageRole::Consumer
                && snapshot.stages[to - 1].role != StageRole::Producer;
            if (isPossible && random.chance(1, 3))
                snapshot.subscriptions.push_back(test::subscriptionOf(next++, from, to));
        }
    }
    return snapshot;
}

} // namespace

class TestGraphLayout : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void stagesGoFromLeftToRight();
    void aStageComesAfterTheLastOfItsProducers();
    void consumersAreStackedAroundTheirProducer();
    void nothingOverlaps_data();
    void nothingOverlaps();
    void nothingOverlapsWhateverTheTopology();
    void aNewcomerComesLast();
    void aLeaverKeepsTheOrderOfTheOthers();
    void aStageThatLosesItsProducerStaysInItsLayer();
    void lanesEnterInTheOrderOfTheirProducers();
    void theSameTopologyGivesTheSamePlaces();
    void aRingOfStagesIsLaidOutToo();
    void aSubscriptionOfAGoneStageIsLeftOut();
    void manyConsumersBecomeCompact();
    void arrowKeysFindTheNearestStage();
};

void TestGraphLayout::stagesGoFromLeftToRight()
{
    const GraphPicture picture = pictureOf(test::fanOf(1));
    QCOMPARE_LT(placeOf(picture, 1).right(), placeOf(picture, 2).left());
    QCOMPARE_LT(placeOf(picture, 2).right(), placeOf(picture, 3).left());
    QCOMPARE(placeOf(picture, 1).center().y(), placeOf(picture, 2).center().y());
    QCOMPARE(placeOf(picture, 2).center().y(), placeOf(picture, 3).center().y());
}

void TestGraphLayout::aStageComesAfterTheLastOfItsProducers()
{
    Snapshot snapshot = test::fanOf(1);
    snapshot.subscriptions.push_back(test::subscriptionOf(9, 1, 3)); // passes stage 2
    const GraphPicture picture = pictureOf(snapshot);
    QCOMPARE_GT(placeOf(picture, 3).left(), placeOf(picture, 2).right());
    QCOMPARE(picture.layout.passages.at({9}).size(), std::size_t{1});
    verifyNothingOverlaps(picture);
}

void TestGraphLayout::consumersAreStackedAroundTheirProducer()
{
    const GraphPicture picture = pictureOf(test::fanOf(4));
    qreal sum = 0;
    for (std::uint64_t id = 3; id < 7; ++id) {
        QCOMPARE(placeOf(picture, id).left(), placeOf(picture, 3).left());
        sum += placeOf(picture, id).center().y();
    }
    QCOMPARE(sum / 4, placeOf(picture, 2).center().y());
    QCOMPARE_LT(placeOf(picture, 3).bottom(), placeOf(picture, 4).top());
}

void TestGraphLayout::nothingOverlaps_data()
{
    QTest::addColumn<int>("consumers");

    QTest::newRow("one consumer") << 1;
    QTest::newRow("four consumers") << 4;
    QTest::newRow("six consumers, still large") << 6;
    QTest::newRow("seven consumers, compact") << 7;
    QTest::newRow("fifty consumers") << 50;
}

void TestGraphLayout::nothingOverlaps()
{
    QFETCH(const int, consumers);
    verifyNothingOverlaps(pictureOf(test::fanOf(consumers)));
}

void TestGraphLayout::nothingOverlapsWhateverTheTopology()
{
    test::forEachSeed(
        [](test::Random &random) { verifyNothingOverlaps(pictureOf(randomPipeline(random))); },
        200);
}

void TestGraphLayout::aNewcomerComesLast()
{
    const GraphPicture before = pictureOf(test::fanOf(3));
    const GraphPicture after = pictureOf(test::fanOf(4), before.layout);
    QCOMPARE(placeOf(after, 1), placeOf(before, 1));
    QCOMPARE(placeOf(after, 2), placeOf(before, 2));
    const QPointF moved = placeOf(after, 3).topLeft() - placeOf(before, 3).topLeft();
    for (std::uint64_t id = 3; id < 6; ++id)
        QCOMPARE(placeOf(after, id).top() - placeOf(before, id).top(), moved.y());
    QCOMPARE_GT(placeOf(after, 6).top(), placeOf(after, 5).bottom());
}

void TestGraphLayout::aLeaverKeepsTheOrderOfTheOthers()
{
    Snapshot snapshot = test::fanOf(4);
    const GraphPicture before = pictureOf(snapshot);
    snapshot.stages.erase(snapshot.stages.begin() + 3); // stage 4
    snapshot.subscriptions.erase(snapshot.subscriptions.begin() + 2);
    const GraphPicture after = pictureOf(snapshot, before.layout);
    QCOMPARE(placeOf(after, 2), placeOf(before, 2));
    QCOMPARE_LT(placeOf(after, 3).bottom(), placeOf(after, 5).top());
    QCOMPARE_LT(placeOf(after, 5).bottom(), placeOf(after, 6).top());
}

void TestGraphLayout::aStageThatLosesItsProducerStaysInItsLayer()
{
    Snapshot snapshot;
    for (std::uint64_t id = 1; id <= 4; ++id) {
        const bool isFirst = id == 1;
        snapshot.stages.push_back(
            test::stageOf(id, isFirst ? StageRole::Producer : StageRole::ProducerConsumer));
        if (!isFirst)
            snapshot.subscriptions.push_back(test::subscriptionOf(id, id - 1, id));
    }
    const GraphPicture before = pictureOf(snapshot);
    snapshot.subscriptions.erase(snapshot.subscriptions.begin() + 1); // from 2 to 3
    const GraphPicture after = pictureOf(snapshot, before.layout);
    QCOMPARE(after.layout.layers, before.layout.layers);
}

void TestGraphLayout::lanesEnterInTheOrderOfTheirProducers()
{
    Snapshot snapshot;
    snapshot.stages = {test::stageOf(1, StageRole::Producer), test::stageOf(2, StageRole::Producer),
                       test::stageOf(3, StageRole::Consumer)};
    snapshot.subscriptions = {test::subscriptionOf(1, 2, 3), test::subscriptionOf(2, 1, 3)};
    const GraphPicture picture = pictureOf(snapshot);
    QCOMPARE_LT(placeOf(picture, 1).bottom(), placeOf(picture, 2).top());
    QCOMPARE_LT(picture.edges.at({2}).events.points().back().y(),
                picture.edges.at({1}).events.points().back().y());
}

void TestGraphLayout::theSameTopologyGivesTheSamePlaces()
{
    const GraphPicture one = pictureOf(test::fanOf(4));
    const GraphPicture other = pictureOf(test::fanOf(4), one.layout);
    QCOMPARE(other.layout.stages, one.layout.stages);
}

void TestGraphLayout::aRingOfStagesIsLaidOutToo()
{
    Snapshot snapshot;
    snapshot.stages = {test::stageOf(1, StageRole::ProducerConsumer),
                       test::stageOf(2, StageRole::ProducerConsumer)};
    snapshot.subscriptions = {test::subscriptionOf(1, 1, 2), test::subscriptionOf(2, 2, 1)};
    const GraphPicture picture = pictureOf(snapshot);
    QVERIFY(!placeOf(picture, 1).intersects(placeOf(picture, 2)));
}

void TestGraphLayout::aSubscriptionOfAGoneStageIsLeftOut()
{
    Snapshot snapshot = test::fanOf(2);
    snapshot.stages.pop_back();
    const GraphPicture picture = pictureOf(snapshot);
    QCOMPARE(picture.edges.size(), std::size_t{2});
}

void TestGraphLayout::manyConsumersBecomeCompact()
{
    const GraphPicture few = pictureOf(test::fanOf(compactAbove));
    const GraphPicture many = pictureOf(test::fanOf(compactAbove + 1));
    QCOMPARE_LT(placeOf(many, 3).height(), placeOf(few, 3).height() / 2);
    QCOMPARE(placeOf(many, 3).width(), placeOf(few, 3).width());
    QCOMPARE(placeOf(many, 2).size(), placeOf(few, 2).size());
}

void TestGraphLayout::arrowKeysFindTheNearestStage()
{
    const GraphLayout layout = pictureOf(test::fanOf(3)).layout;
    QCOMPARE(stageTowards(layout, {1}, Qt::Key_Right), std::optional(StageId{2}));
    QCOMPARE(stageTowards(layout, {2}, Qt::Key_Right), std::optional(StageId{4}));
    QCOMPARE(stageTowards(layout, {4}, Qt::Key_Up), std::optional(StageId{3}));
    QCOMPARE(stageTowards(layout, {4}, Qt::Key_Down), std::optional(StageId{5}));
    QCOMPARE(stageTowards(layout, {5}, Qt::Key_Left), std::optional(StageId{2}));
    QCOMPARE(stageTowards(layout, {5}, Qt::Key_Down), std::nullopt);
    QCOMPARE(stageTowards(layout, {1}, Qt::Key_Left), std::nullopt);
}

SLUICE_TEST(TestGraphLayout)

} // namespace tst_graphlayout

#include "tst_graphlayout.moc"
