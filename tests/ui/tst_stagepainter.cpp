// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/canvas/stagepainter.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>

namespace tst_stagepainter {

using namespace sluice;
using namespace sluice::ui;

namespace {

constexpr int margin = 40; // around the stage

CanvasStyle lightStyle()
{
    return CanvasStyle(QGuiApplication::font(), lightPalette());
}

/// A consumer that has 7 of 10 pending and asks at 5.
StageView consumerView()
{
    StageView view;
    view.role = StageRole::Consumer;
    view.texts.state = StageState::Busy;
    view.gauges.demand = {{7, 10, 5}};
    view.gauges.shares = {0.5, 0, 0.5, 0};
    return view;
}

QImage painted(const StageView &view, const StageGeometry &geometry, const StageLook &look = {})
{
    const CanvasStyle style = lightStyle();
    QImage image((geometry.size + QSizeF(2 * margin, 2 * margin)).toSize(), QImage::Format_RGB32);
    image.fill(style.colours.ground);
    QPainter painter(&image);
    painter.translate(margin, margin);
    paintStage(painter, view, geometry, style, look);
    return image;
}

QColor pixelAt(const QImage &image, qreal x, qreal y)
{
    return image.pixelColor(qRound(x) + margin, qRound(y) + margin);
}

StageGeometry consumerGeometry()
{
    return stageGeometry({StageRole::Consumer, StageForm::Full, 1, 0}, lightStyle().em);
}

} // namespace

class TestStagePainter : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void theDemandGaugeIsFilledToPending();
    void theTickIsAtTheMinimum();
    void theBandHasTheStatesColour();
    void theLetterStandsInTheColoursInk();
    void sharesAreDrawnInTheStatesColours();
    void theRoleColoursTheBody();
    void aSelectedStageHasARing();
    void fromFarTheStageIsAllState();
    void theBottleneckIsMarked();
    void theDispatchersGlyphStandsInThePoint();
    void restartsAreMarkedBesideTheName();
    void aLeavingStageIsFaded();
    void aJoiningStageHasABrokenRing();
    void aMarkedStageHasAFrame();
};

void TestStagePainter::theDemandGaugeIsFilledToPending()
{
    const StageGeometry geometry = consumerGeometry();
    const QImage image = painted(consumerView(), geometry);
    const QRectF bar = geometry.demand[0].bar;
    const CanvasColours colours(lightPalette());
    const qreal y = bar.center().y();
    QCOMPARE(pixelAt(image, bar.left() + bar.width() * 0.1, y), colours.demand);
    QCOMPARE(pixelAt(image, bar.left() + bar.width() * 0.68, y), colours.demand);
    QCOMPARE(pixelAt(image, bar.left() + bar.width() * 0.72, y), colours.groove);
    QCOMPARE(pixelAt(image, bar.left() + bar.width() * 0.97, y), colours.groove);
}

void TestStagePainter::theTickIsAtTheMinimum()
{
    const StageGeometry geometry = consumerGeometry();
    const QImage image = painted(consumerView(), geometry);
    const QRectF bar = geometry.demand[0].bar;
    const CanvasColours colours(lightPalette());
    QCOMPARE(pixelAt(image, bar.left() + bar.width() * 0.5 - 0.5, bar.center().y()), colours.text);
    QCOMPARE(pixelAt(image, bar.left() + bar.width() * 0.45, bar.center().y()), colours.demand);
}

void TestStagePainter::theBandHasTheStatesColour()
{
    const StageGeometry geometry = consumerGeometry();
    for (const StageState state : allStates) {
        StageView view = consumerView();
        view.texts.state = state;
        const QImage image = painted(view, geometry);
        const QRectF band = geometry.band;
        QCOMPARE(pixelAt(image, band.center().x(), band.top() + 4), stateColour(state));
    }
}

void TestStagePainter::theLetterStandsInTheColoursInk()
{
    const StageGeometry geometry = consumerGeometry();
    const QImage image = painted(consumerView(), geometry);
    QCOMPARE(pixelAt(image, geometry.letter.left() + 2, geometry.letter.top() + 3),
             readableOn(stateColour(StageState::Busy)));
}

void TestStagePainter::sharesAreDrawnInTheStatesColours()
{
    const StageGeometry geometry = consumerGeometry();
    StageView view = consumerView();
    view.gauges.shares = {0.5, 0, 0, 0.5};
    const QImage image = painted(view, geometry);
    const QRectF bar = geometry.shares;
    const auto hasColour = [&](qreal from, qreal to, StageState state) {
        for (qreal x = from; x < to; ++x) {
            if (pixelAt(image, x, bar.center().y()) == stateColour(state))
                return true;
        }
        return false;
    };
    QVERIFY(hasColour(bar.left() + 2, bar.center().x() - 2, StageState::Busy));
    QVERIFY(!hasColour(bar.center().x() + 2, bar.right() - 2, StageState::Busy));
    QVERIFY(hasColour(bar.center().x() + 2, bar.right() - 2, StageState::Paused));
}

void TestStagePainter::theRoleColoursTheBody()
{
    const StageGeometry geometry = consumerGeometry();
    const QImage image = painted(consumerView(), geometry);
    QCOMPARE(pixelAt(image, 6, geometry.size.height() / 2),
             roleColour(StageRole::Consumer, lightPalette()));
}

void TestStagePainter::aSelectedStageHasARing()
{
    const StageGeometry geometry = consumerGeometry();
    const CanvasColours colours(lightPalette());
    const qreal y = geometry.size.height() / 2;
    QCOMPARE(pixelAt(painted(consumerView(), geometry), -3, y), colours.ground);
    StageLook look;
    look.isSelected = true;
    QCOMPARE(pixelAt(painted(consumerView(), geometry, look), -3, y), colours.selection);
}

void TestStagePainter::fromFarTheStageIsAllState()
{
    const StageGeometry geometry = consumerGeometry();
    StageLook look;
    look.detail = Detail::Outline;
    const QImage image = painted(consumerView(), geometry, look);
    QCOMPARE(pixelAt(image, 8, geometry.size.height() / 2), stateColour(StageState::Busy));
    QCOMPARE(detailAt(0.39), Detail::Outline);
    QCOMPARE(detailAt(0.4), Detail::Gauges);
    QCOMPARE(detailAt(0.8), Detail::Full);
}

void TestStagePainter::theBottleneckIsMarked()
{
    const StageGeometry geometry = consumerGeometry();
    StageView view = consumerView();
    const CanvasColours colours(lightPalette());
    const QPointF corner = geometry.name.topRight() + QPointF(-6, 3);
    QCOMPARE(pixelAt(painted(view, geometry), corner.x(), corner.y()),
             roleColour(StageRole::Consumer, lightPalette()));
    view.texts.isBottleneck = true;
    QCOMPARE(pixelAt(painted(view, geometry), corner.x(), corner.y()), colours.text);
}

void TestStagePainter::theDispatchersGlyphStandsInThePoint()
{
    const StageGeometry geometry =
        stageGeometry({StageRole::Producer, StageForm::Full, 0, 2}, lightStyle().em);
    QVERIFY(geometry.outline.contains(geometry.dispatcher));
    StageView view;
    view.role = StageRole::Producer;
    const QPointF place = geometry.dispatcher.center() + QPointF(0, 0.4 * geometry.em);
    QCOMPARE(pixelAt(painted(view, geometry), place.x(), place.y()),
             roleColour(StageRole::Producer, lightPalette()));
    view.texts.dispatcher = QStringLiteral("-");
    QCOMPARE(pixelAt(painted(view, geometry), place.x(), place.y()),
             CanvasColours(lightPalette()).ground);
    QVERIFY(consumerGeometry().dispatcher.isEmpty());
}

void TestStagePainter::restartsAreMarkedBesideTheName()
{
    const StageGeometry geometry = consumerGeometry();
    StageView view = consumerView();
    const QPointF corner = geometry.name.topRight() + QPointF(-6, 3);
    QCOMPARE(pixelAt(painted(view, geometry), corner.x(), corner.y()),
             roleColour(StageRole::Consumer, lightPalette()));
    view.texts.restarts = QStringLiteral("2");
    QCOMPARE(pixelAt(painted(view, geometry), corner.x(), corner.y()),
             CanvasColours(lightPalette()).ground);
}

void TestStagePainter::aLeavingStageIsFaded()
{
    const StageGeometry geometry = consumerGeometry();
    StageView view = consumerView();
    view.texts.state = StageState::Leaving;
    const QImage image = painted(view, geometry);
    const QRectF bar = geometry.demand[0].bar;
    const CanvasColours colours(lightPalette());
    const QColor filled = pixelAt(image, bar.left() + bar.width() * 0.2, bar.center().y());
    QCOMPARE_GT(contrast(filled, colours.demand), 1.5);
    QCOMPARE(pixelAt(image, geometry.band.center().x(), geometry.band.top() + 4),
             stateColour(StageState::Leaving));
}

void TestStagePainter::aJoiningStageHasABrokenRing()
{
    const StageGeometry geometry = consumerGeometry();
    StageView view = consumerView();
    view.texts.isJoining = true;
    const QImage image = painted(view, geometry);
    const CanvasColours colours(lightPalette());
    int ring = 0;
    int ground = 0;
    for (qreal x = geometry.size.width() * 0.2; x < geometry.size.width() * 0.6; ++x) {
        const QColor colour = pixelAt(image, x, -0.2 * lightStyle().em);
        ring += colour == colours.demand ? 1 : 0;
        ground += colour == colours.ground ? 1 : 0;
    }
    QVERIFY2(ring > 5 && ground > 5, qPrintable(QStringLiteral("%1, %2").arg(ring).arg(ground)));
}

void TestStagePainter::aMarkedStageHasAFrame()
{
    const StageGeometry geometry = consumerGeometry();
    const CanvasColours colours(lightPalette());
    for (const Detail detail : {Detail::Full, Detail::Outline}) {
        StageLook look;
        look.detail = detail;
        const qreal y = -0.35 * lightStyle().em;
        const auto framed = [&] {
            const QImage image = painted(consumerView(), geometry, look);
            int count = 0;
            for (qreal x = 0; x < geometry.size.width(); ++x)
                count += pixelAt(image, x, y) == colours.selection ? 1 : 0;
            return count;
        };
        QCOMPARE(framed(), 0);
        look.isMarked = true;
        QCOMPARE_GT(framed(), 10);
    }
}

SLUICE_TEST(TestStagePainter)

} // namespace tst_stagepainter

#include "tst_stagepainter.moc"
