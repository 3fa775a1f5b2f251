// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/canvas/historygeometry.h"
#include "ui/canvas/historypainter.h"
#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>

namespace tst_historygeometry {

using namespace sluice;
using namespace sluice::ui;

namespace {

const QRectF strip(0, 0, 600, 20); // ten pixels a slice

StageSlice sliceOf(StageState state, double perSecond = 0)
{
    StageSlice slice;
    slice.shares[static_cast<std::size_t>(state)] = 1;
    slice.perSecond = perSecond;
    return slice;
}

StageSlice unseen()
{
    StageSlice slice;
    slice.isSeen = false;
    return slice;
}

} // namespace

class TestHistoryGeometry : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void theNewestSliceIsAtTheRight();
    void sharesStackUpToTheHeightOfTheStrip();
    void slicesOfOneStateFormARun();
    void gapsInterruptRunsAndLines();
    void thePeakIsAtTheTop();
    void theStripHasTheColoursAndLettersOfTheStates();
};

void TestHistoryGeometry::theNewestSliceIsAtTheRight()
{
    const auto parts =
        stripParts(strip, {sliceOf(StageState::Busy), sliceOf(StageState::WaitsForDemand)});
    QCOMPARE(parts.size(), std::size_t{2});
    QCOMPARE(parts[0].rect, QRectF(580, 0, 10, 20));
    QCOMPARE(parts[1].rect, QRectF(590, 0, 10, 20));
    QCOMPARE(parts[1].state, StageState::WaitsForDemand);
}

void TestHistoryGeometry::sharesStackUpToTheHeightOfTheStrip()
{
    StageSlice slice;
    slice.shares = {0.25, 0, 0.75, 0};
    const auto parts = stripParts(strip, {slice});
    QCOMPARE(parts.size(), std::size_t{2});
    QCOMPARE(parts[0].rect, QRectF(590, 15, 10, 5));
    QCOMPARE(parts[1].rect, QRectF(590, 0, 10, 15));
}

void TestHistoryGeometry::slicesOfOneStateFormARun()
{
    StageSlice mixed;
    mixed.shares = {0.5, 0.5, 0, 0};
    const auto runs = stripRuns(strip,
                                {sliceOf(StageState::Busy), sliceOf(StageState::Busy), mixed,
                                 sliceOf(StageState::Busy), sliceOf(StageState::Paused)});
    QCOMPARE(runs.size(), std::size_t{3});
    QCOMPARE(runs[0].rect, QRectF(550, 0, 20, 20));
    QCOMPARE(runs[2].state, StageState::Paused);
}

void TestHistoryGeometry::gapsInterruptRunsAndLines()
{
    const StageHistory::Slices slices{sliceOf(StageState::Busy, 5), sliceOf(StageState::Busy, 10),
                                      unseen(), sliceOf(StageState::Busy, 10)};
    QCOMPARE(stripRuns(strip, slices).size(), std::size_t{2});
    QCOMPARE(stripGaps(strip, slices), std::vector{QRectF(580, 0, 10, 20)});
    const auto lines = sparkLines(strip, slices, 10);
    QCOMPARE(lines.size(), std::size_t{2});
    QCOMPARE(lines[0].size(), 2);
    QCOMPARE(lines[1].size(), 1);
}

void TestHistoryGeometry::thePeakIsAtTheTop()
{
    const StageHistory::Slices slices{sliceOf(StageState::Busy, 5), sliceOf(StageState::Busy, 10)};
    QCOMPARE(peakOf(slices), 10.0);
    const auto lines = sparkLines(strip, slices, peakOf(slices));
    QCOMPARE(lines[0][0], QPointF(585, 10));
    QCOMPARE(lines[0][1], QPointF(595, 0));
    QCOMPARE(sparkLines(strip, {sliceOf(StageState::Busy)}, 0)[0][0], QPointF(595, 20));
}

void TestHistoryGeometry::theStripHasTheColoursAndLettersOfTheStates()
{
    const CanvasStyle style(QGuiApplication::font(), lightPalette());
    const StageHistory::Slices slices(20, sliceOf(StageState::WaitsForEvents));
    QImage image(620, 30, QImage::Format_RGB32);
    image.fill(style.colours.ground);
    QPainter painter(&image);
    paintStateStrip(painter, strip, slices, style);
    QCOMPARE(image.pixelColor(410, 3), stateColour(StageState::WaitsForEvents));
    QCOMPARE(image.pixelColor(100, 10), style.colours.groove);
    int ink = 0;
    for (int x = 490; x < 510; ++x)
        ink += image.pixelColor(x, 10) == stateColour(StageState::WaitsForEvents) ? 0 : 1;
    QCOMPARE_GT(ink, 0); // the letter
}

SLUICE_TEST(TestHistoryGeometry)

} // namespace tst_historygeometry

#include "tst_historygeometry.moc"
