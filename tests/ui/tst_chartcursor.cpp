// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/charts/chartoverlay.h"
#include "ui/charts/chartspanel.h"
#include "ui/charts/charttable.h"
#include "ui/charts/statestrips.h"
#include "ui/models/ratetable.h"

#include <QAbstractScrollArea>
#include <QFontMetricsF>
#include <QLocale>
#include <QToolButton>

namespace tst_chartcursor {

using namespace sluice;
using namespace sluice::ui;

class TestChartCursor : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void readsTheNearestValue();
    void givesTheNewestMarksRoomFirst();
    void pointsAtTheSameMomentEverywhere();
    void movesByKeys();
    void showsTheNumbersAsATable();
    void stripsAddUpToTheTimeThatPassed();

private:
    /// A minute of a stage that is busy three quarters of each second.
    static void fill(ChartsPanel &panel, int samples)
    {
        Snapshot snapshot;
        snapshot.takenNs = 100'000'000'000;
        snapshot.runState = RunState::Running;
        StageSnapshot &stage = snapshot.stages.emplace_back();
        stage.id = StageId{1};
        stage.name = QStringLiteral("numbers");
        RateTable rates;
        for (int i = 0; i < samples; ++i) {
            snapshot.takenNs += 100'000'000;
            stage.figures.emitted += 100;
            stage.figures.stateNs[0] += 75'000'000;
            stage.figures.stateNs[1] += 25'000'000;
            stage.figures.state = StageState::Busy;
            stage.figures.stateSinceNs = snapshot.takenNs;
            rates.update(snapshot);
            panel.addSample(snapshot, rates);
        }
    }
};

void TestChartCursor::readsTheNearestValue()
{
    ChartLine line;
    line.points = {{-2, 10}, {-1, 20}, {0, 30}};
    QCOMPARE(valueAt(line, -1.1), std::optional(20.0));
    QCOMPARE(valueAt(line, -1.7), std::optional(10.0));
    QCOMPARE(valueAt(line, 0), std::optional(30.0));
    QCOMPARE(valueAt(line, -2.4), std::optional(10.0));
    QCOMPARE(valueAt(line, -2.6), std::nullopt);
    QCOMPARE(valueAt({}, -1), std::nullopt);
}

void TestChartCursor::givesTheNewestMarksRoomFirst()
{
    const QFontMetricsF metrics{QFont()};
    const QRectF plot(50, 0, 600, 200);
    std::vector<ChartMark> marks;
    for (int i = 0; i < 6; ++i)
        marks.push_back({-10.5 + 0.1 * i, QStringLiteral("+ consumer %1").arg(i), {}});
    const std::vector<PlacedMark> placed = placeMarks(marks, plot, metrics);
    QCOMPARE(placed.size(), 6U);
    QCOMPARE(placed[0].shown, QStringLiteral("+ consumer 5"));
    QVERIFY(!placed[1].text.intersects(placed[0].text));
    QVERIFY(!placed[2].text.isEmpty());
    QVERIFY(placed[5].text.isEmpty());
    const std::vector<PlacedMark> atEnd =
        placeMarks({{0, QStringLiteral("now"), {}}}, plot, metrics);
    QVERIFY(atEnd[0].text.right() <= plot.right());
}

void TestChartCursor::pointsAtTheSameMomentEverywhere()
{
    ChartsPanel panel;
    panel.resize(1400, 260);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    fill(panel, 600);
    const QImage before = panel.strips()->grab().toImage();
    auto *view = panel.cells()[0]->findChild<QAbstractScrollArea *>();
    const QImage chartBefore = view->grab().toImage();
    QTest::mouseMove(view->viewport(), view->viewport()->rect().center());
    QCoreApplication::processEvents();
    QVERIFY(panel.strips()->grab().toImage() != before);
    QVERIFY(view->grab().toImage() != chartBefore);
    panel.setCursorAt({});
    QVERIFY(panel.strips()->grab().toImage() == before);
}

void TestChartCursor::movesByKeys()
{
    ChartsPanel panel;
    std::optional<double> cursor;
    QObject::connect(panel.cells()[1], &ChartCell::cursorMoved, &panel,
                     [&cursor](std::optional<double> moment) { cursor = moment; });
    auto *view = panel.cells()[1]->findChild<QAbstractScrollArea *>();
    QTest::keyClick(view, Qt::Key_Left);
    QTest::keyClick(view, Qt::Key_Left);
    QCOMPARE(cursor, std::optional(-2.0));
    QTest::keyClick(view, Qt::Key_Right);
    QCOMPARE(cursor, std::optional(-1.0));
    QTest::keyClick(view, Qt::Key_Escape);
    QCOMPARE(cursor, std::nullopt);
}

void TestChartCursor::showsTheNumbersAsATable()
{
    ChartsPanel panel;
    panel.resize(1400, 260);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    fill(panel, 20);
    panel.showTable(true);
    QVERIFY(panel.table()->isVisible());
    QVERIFY(!panel.cells()[0]->isVisible());
    QCOMPARE(panel.table()->model().rowCount(), 20);
    fill(panel, 1);
    QCOMPARE(panel.table()->model().rowCount(), 20);
    panel.showTable(false);
    QVERIFY(panel.cells()[0]->isVisible());
}

void TestChartCursor::stripsAddUpToTheTimeThatPassed()
{
    ChartsPanel panel;
    fill(panel, 700);
    const std::vector<StateStrips::Shares> shares = panel.strips()->shares(StageId{1});
    QCOMPARE(std::ssize(shares), StateStrips::seconds);
    for (std::size_t i = 0; i + 1 < shares.size(); ++i) {
        QVERIFY(qAbs(shares[i][0] - 0.75) < 1e-6);
        QVERIFY(qAbs(shares[i][1] - 0.25) < 1e-6);
    }
}

SLUICE_TEST(TestChartCursor)

} // namespace tst_chartcursor

#include "tst_chartcursor.moc"
