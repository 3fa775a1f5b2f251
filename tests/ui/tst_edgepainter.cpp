// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "tests/ui/snapshots.h"
#include "ui/canvas/edgepainter.h"
#include "ui/canvas/graphpicture.h"
#include "ui/canvas/motionitem.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>

namespace tst_edgepainter {

using namespace sluice;
using namespace sluice::ui;

namespace {

CanvasStyle lightStyle()
{
    return CanvasStyle(QGuiApplication::font(), lightPalette());
}

EdgeGeometry edgeOf(const GraphPicture &picture)
{
    return picture.edges.at({1});
}

/// The first subscription of a line of three stages, and where pixels of the scene went.
struct Drawing
{
    explicit Drawing(const EdgeView &view)
        : style(lightStyle())
        , edge(edgeOf(graphPicture(graphShape(test::fanOf(1)), {}, style.em)))
        , image(edge.bounds.size().toSize(), QImage::Format_RGB32)
    {
        image.fill(style.colours.ground);
        QPainter painter(&image);
        painter.translate(-edge.bounds.topLeft());
        paintEdge(painter, view, edge, style, {});
    }

    [[nodiscard]] QColor pixelAt(const QPointF &place) const
    {
        return image.pixelColor((place - edge.bounds.topLeft()).toPoint());
    }

    /// Pixels of \a colour on a line straight up and down through \a place.
    [[nodiscard]] int heightOf(const QColor &colour, const QPointF &place) const
    {
        int count = 0;
        const QPoint middle = (place - edge.bounds.topLeft()).toPoint();
        for (int y = middle.y() - qRound(style.em); y <= middle.y() + qRound(style.em); ++y)
            count += image.pixelColor(middle.x(), y) == colour ? 1 : 0;
        return count;
    }

    CanvasStyle style;
    EdgeGeometry edge;
    QImage image;
};

} // namespace

class TestEdgePainter : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void thereAreTwoLanes();
    void theEventsLaneWidensWithTheRate();
    void theValveIsShownOnlyWithoutDemand();
    void aLeavingSubscriptionHasNoValve();
    void lanesRunBetweenTheStagesInOppositeDirections();
    void aTokenGoesFromOneEndToTheOther();
    void onCompactLanesTokensAreNumbersAndAsksDoNotRest();
    void theTextureMovesWithTheClockOnly();
};

void TestEdgePainter::thereAreTwoLanes()
{
    EdgeView view;
    view.sentPerSecond = 1e6;
    const Drawing drawing(view);
    const qreal quarter = drawing.edge.events.length() / 4;
    QCOMPARE(drawing.pixelAt(drawing.edge.events.at(quarter).p1()), drawing.style.colours.events);
    QCOMPARE_GT(drawing.heightOf(drawing.style.colours.demand, drawing.edge.demand.at(quarter).p1())
                    + drawing.heightOf(drawing.style.colours.demand,
                                       drawing.edge.demand.at(quarter + 5).p1()),
                0);
}

void TestEdgePainter::theEventsLaneWidensWithTheRate()
{
    EdgeView view;
    view.sentPerSecond = 100;
    const Drawing slow(view);
    view.sentPerSecond = 1e6;
    const Drawing fast(view);
    const QPointF place = slow.edge.events.at(slow.edge.events.length() / 4).p1();
    QCOMPARE_LE(slow.heightOf(slow.style.colours.events, place), 3);
    QCOMPARE_GE(fast.heightOf(fast.style.colours.events, place), 6);
}

void TestEdgePainter::theValveIsShownOnlyWithoutDemand()
{
    EdgeView view;
    const Drawing open(view);
    view.isClosed = true;
    const Drawing closed(view);
    const QPointF end = closed.edge.valve.pointAt(0.2); // beside the lane itself
    QCOMPARE(closed.pixelAt(end), closed.style.colours.alarm);
    QCOMPARE(open.pixelAt(end), open.style.colours.ground);
}

void TestEdgePainter::aLeavingSubscriptionHasNoValve()
{
    EdgeView view;
    view.isClosed = true;
    view.isLeaving = true;
    const Drawing drawing(view);
    QCOMPARE(drawing.pixelAt(drawing.edge.valve.pointAt(0.2)), drawing.style.colours.ground);
}

void TestEdgePainter::lanesRunBetweenTheStagesInOppositeDirections()
{
    const GraphPicture picture = graphPicture(graphShape(test::fanOf(1)), {}, lightStyle().em);
    const EdgeGeometry edge = edgeOf(picture);
    const QRectF producer = picture.layout.stages.at({1});
    const QRectF consumer = picture.layout.stages.at({2});
    QCOMPARE_LE(edge.events.points().front().x(), producer.right());
    QCOMPARE_GE(edge.events.points().back().x(), consumer.left());
    QCOMPARE_GE(edge.demand.points().front().x(), consumer.left());
    QCOMPARE_LE(edge.demand.points().back().x(), producer.right());
    QCOMPARE_LT(edge.events.points().front().y(), edge.demand.points().back().y());
}

void TestEdgePainter::aTokenGoesFromOneEndToTheOther()
{
    const EdgeGeometry edge = edgeOf(graphPicture(graphShape(test::fanOf(1)), {}, 16));
    const Token down{{1}, FlowDirection::Downstream, 5, 0};
    // Its words lie on neither stage, wherever it is.
    const qreal room = 3 * 16;
    QCOMPARE_GE(tokenMark(down, 0, edge)->place.x1(), edge.events.points().front().x() + room);
    QCOMPARE_LE(tokenMark(down, 1, edge)->place.x1(), edge.events.points().back().x() - room);
    QCOMPARE_LT(tokenMark(down, 0.5, edge)->place.x1(), tokenMark(down, 1, edge)->place.x1());
    QCOMPARE(tokenMark(down, 0, edge)->text, QStringLiteral("events 5"));
    const Token up{{1}, FlowDirection::Upstream, 5, 0};
    QCOMPARE_GT(tokenMark(up, 0.5, edge)->place.x1(), tokenMark(up, 1, edge)->place.x1());
    QCOMPARE(tokenMark(up, 1, edge)->text, QStringLiteral("ask 5"));
}

void TestEdgePainter::onCompactLanesTokensAreNumbersAndAsksDoNotRest()
{
    const GraphPicture picture =
        graphPicture(graphShape(test::fanOf(compactAbove + 1)), {}, lightStyle().em);
    const EdgeGeometry &edge = picture.edges.at({2});
    QVERIFY(edge.isCompact);
    QCOMPARE(tokenMark({{2}, FlowDirection::Downstream, 5, 0}, 1, edge)->text, QStringLiteral("5"));
    QVERIFY(tokenMark({{2}, FlowDirection::Upstream, 5, 0}, 0.9, edge));
    QVERIFY(!tokenMark({{2}, FlowDirection::Upstream, 5, 0}, 1, edge));
}

void TestEdgePainter::theTextureMovesWithTheClockOnly()
{
    const EdgeGeometry edge = edgeOf(graphPicture(graphShape(test::fanOf(1)), {}, 16));
    const auto firstAt = [&edge](std::int64_t nowNs) {
        std::vector<MovingMark> marks;
        appendTexture(marks, edge, FlowDirection::Downstream, nowNs, 40);
        return marks.front().place.x1();
    };
    QCOMPARE(firstAt(0), firstAt(0));
    QCOMPARE(firstAt(test::secondNs / 10) - firstAt(0), 0.1 * 4 * 16);
}

SLUICE_TEST(TestEdgePainter)

} // namespace tst_edgepainter

#include "tst_edgepainter.moc"
