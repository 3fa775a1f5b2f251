// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/canvas/edgegeometry.h"
#include "ui/canvas/stagegeometry.h"

#include <vector>

namespace tst_stagegeometry {

using namespace sluice;
using namespace sluice::ui;

namespace {

constexpr qreal em = 16;

std::vector<QRectF> partsOf(const StageGeometry &stage)
{
    std::vector<QRectF> parts{stage.name,       stage.place,  stage.band,       stage.rate,
                              stage.totals,     stage.shares, stage.moreDemand, stage.buffer.text,
                              stage.buffer.bar, stage.spark,  stage.peak,       stage.strip};
    for (const StageGeometry::GaugeRects &gauge : stage.demand) {
        parts.push_back(gauge.text);
        parts.push_back(gauge.bar);
    }
    std::erase_if(parts, [](const QRectF &part) { return part.isEmpty(); });
    return parts;
}

} // namespace

class TestStageGeometry : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void allPartsLieInsideTheOutlineAndApart_data();
    void allPartsLieInsideTheOutlineAndApart();
    void rolesHaveDifferentOutlines();
    void everySizeFollowsTheFont();
    void onlySoManyDemandGaugesAreDrawn();
    void portsLieOnTheOutlineFromTopToBottom();
    void aGaugeIsFilledInProportion_data();
    void aGaugeIsFilledInProportion();
    void theMarkIsAtItsShareOfTheBar();
    void sharesFillTheBarFromLeftToRight();
    void aLaneIsAsWideAsItsRateHasDigits_data();
    void aLaneIsAsWideAsItsRateHasDigits();
    void aLaneKnowsItsPlaces();
};

void TestStageGeometry::allPartsLieInsideTheOutlineAndApart_data()
{
    QTest::addColumn<int>("role");
    QTest::addColumn<bool>("isCompact");
    QTest::addColumn<int>("inlets");

    QTest::newRow("producer") << 0 << false << 0;
    QTest::newRow("producer-consumer") << 1 << false << 1;
    QTest::newRow("producer-consumer of two") << 1 << false << 2;
    QTest::newRow("consumer") << 2 << false << 1;
    QTest::newRow("consumer of nobody") << 2 << false << 0;
    QTest::newRow("consumer of ten") << 2 << false << 10;
    QTest::newRow("compact producer") << 0 << true << 0;
    QTest::newRow("compact producer-consumer") << 1 << true << 1;
    QTest::newRow("compact consumer") << 2 << true << 1;
}

void TestStageGeometry::allPartsLieInsideTheOutlineAndApart()
{
    QFETCH(const int, role);
    QFETCH(const bool, isCompact);
    QFETCH(const int, inlets);
    const StageForm form = isCompact ? StageForm::Compact : StageForm::Full;
    const StageGeometry stage = stageGeometry({static_cast<StageRole>(role), form, inlets, 0}, em);
    const std::vector<QRectF> parts = partsOf(stage);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        QVERIFY(stage.outline.contains(parts[i]));
        for (std::size_t j = i + 1; j < parts.size(); ++j)
            QVERIFY(!parts[i].intersects(parts[j]));
    }
    QVERIFY(stage.outline.contains(stage.letter));
}

void TestStageGeometry::rolesHaveDifferentOutlines()
{
    const auto outline = [](StageRole role) {
        return stageGeometry({role, StageForm::Full, 1, 1}, em);
    };
    const StageGeometry producer = outline(StageRole::Producer);
    const StageGeometry both = outline(StageRole::ProducerConsumer);
    const StageGeometry consumer = outline(StageRole::Consumer);
    // Pointed right, pointed on both sides, level on the left.
    QCOMPARE_LT(rightSide(producer, 0), rightSide(producer, producer.size.height() / 2));
    QCOMPARE(leftSide(producer, 0), 0.0);
    QCOMPARE_GT(leftSide(both, 0), leftSide(both, both.size.height() / 2));
    QCOMPARE_LT(rightSide(both, 0), rightSide(both, both.size.height() / 2));
    QCOMPARE(leftSide(consumer, 0), 0.0);
    QCOMPARE(rightSide(consumer, 0), consumer.size.width());
}

void TestStageGeometry::everySizeFollowsTheFont()
{
    const StageShape shape{StageRole::ProducerConsumer, StageForm::Full, 1, 1};
    const StageGeometry small = stageGeometry(shape, em);
    const StageGeometry large = stageGeometry(shape, 2 * em);
    QCOMPARE(large.size, 2 * small.size);
    QCOMPARE(large.rate.height(), 2 * small.rate.height());
    QCOMPARE(large.buffer.bar.width(), 2 * small.buffer.bar.width());
}

void TestStageGeometry::onlySoManyDemandGaugesAreDrawn()
{
    const StageShape shape{StageRole::Consumer, StageForm::Full, mostDemandGauges + 3, 0};
    const StageGeometry stage = stageGeometry(shape, em);
    QCOMPARE(stage.demand.size(), static_cast<std::size_t>(mostDemandGauges));
    QVERIFY(!stage.moreDemand.isEmpty());
}

void TestStageGeometry::portsLieOnTheOutlineFromTopToBottom()
{
    const StageGeometry stage =
        stageGeometry({StageRole::ProducerConsumer, StageForm::Full, 1, 30}, em);
    qreal above = 0;
    for (int i = 0; i < 30; ++i) {
        const QPointF port = outletPort(stage, i, 30);
        QCOMPARE_GT(port.y(), above);
        QCOMPARE(port.x(), rightSide(stage, port.y()));
        above = port.y();
    }
    QCOMPARE_LT(above, stage.size.height());
    QCOMPARE(inletPort(stage, 0, 1), QPointF(0, stage.size.height() / 2));
}

void TestStageGeometry::aGaugeIsFilledInProportion_data()
{
    QTest::addColumn<int>("level");
    QTest::addColumn<int>("capacity");
    QTest::addColumn<qreal>("width");

    QTest::newRow("empty") << 0 << 10 << 0.0;
    QTest::newRow("seven of ten") << 7 << 10 << 70.0;
    QTest::newRow("full") << 10 << 10 << 100.0;
    QTest::newRow("more than it should hold") << 15 << 10 << 100.0;
    QTest::newRow("no limit") << 500 << -1 << 0.0;
    QTest::newRow("no capacity") << 0 << 0 << 0.0;
}

void TestStageGeometry::aGaugeIsFilledInProportion()
{
    QFETCH(const int, level);
    QFETCH(const int, capacity);
    QFETCH(const qreal, width);
    const QRectF bar(20, 10, 100, 12);
    QCOMPARE(gaugeFill(bar, {level, capacity, -1}).width(), width);
}

void TestStageGeometry::theMarkIsAtItsShareOfTheBar()
{
    const QRectF bar(20, 10, 100, 12);
    QCOMPARE(gaugeMark(bar, {7, 10, 5}), 70.0);
    QCOMPARE(gaugeMark(bar, {7, 10, 0}), 20.0);
    QCOMPARE(gaugeMark(bar, {7, 10, 9}), 110.0);
}

void TestStageGeometry::sharesFillTheBarFromLeftToRight()
{
    const QRectF bar(20, 10, 100, 12);
    const std::vector<QRectF> parts = shareParts(bar, {0.5, 0.25, 0.25, 0});
    QCOMPARE(parts.size(), std::size_t{4});
    QCOMPARE(parts[0], QRectF(20, 10, 50, 12));
    QCOMPARE(parts[1], QRectF(70, 10, 25, 12));
    QCOMPARE(parts[2], QRectF(95, 10, 25, 12));
    QCOMPARE(parts[3].width(), 0.0);
}

void TestStageGeometry::aLaneIsAsWideAsItsRateHasDigits_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<qreal>("width");

    QTest::newRow("nothing") << 0.0 << 1.0;
    QTest::newRow("one a second") << 1.0 << 1.0;
    QTest::newRow("a hundred") << 100.0 << 3.0;
    QTest::newRow("a million") << 1e6 << 7.0;
    QTest::newRow("as much as can be drawn") << 1e9 << 8.0;
}

void TestStageGeometry::aLaneIsAsWideAsItsRateHasDigits()
{
    QFETCH(const double, rate);
    QFETCH(const qreal, width);
    QCOMPARE(laneWidth(rate), width);
}

void TestStageGeometry::aLaneKnowsItsPlaces()
{
    const Lane lane(QPolygonF{{0, 0}, {10, 0}, {10, 20}});
    QCOMPARE(lane.length(), 30.0);
    QCOMPARE(lane.at(4).p1(), QPointF(4, 0));
    QCOMPARE(lane.at(15).p1(), QPointF(10, 5));
    QCOMPARE(lane.at(15).angle(), 270.0);
    QCOMPARE(lane.at(30).p1(), QPointF(10, 20));
    QCOMPARE(lane.upTo(15), (QPolygonF{{0, 0}, {10, 0}, {10, 5}}));
    QCOMPARE(Lane().length(), 0.0);
}

SLUICE_TEST(TestStageGeometry)

} // namespace tst_stagegeometry

#include "tst_stagegeometry.moc"
