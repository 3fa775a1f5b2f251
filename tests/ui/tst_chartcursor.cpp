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
    void mergesMarksThatFollowEachOtherClosely();
    void keepsCrashesApartFromChanges();
    void doesNotCallRestartsCrashes();
    void saysOnlyTheNumberWhereThereIsLittleRoom();
    void listsWhatHappenedUnderTheCursor();
    void pointsAtTheSameMomentEverywhere();
    void followsAChosenMomentUntilItIsOld();
    void movesByKeys();
    void showsTheNumbersAsATable();
    void stripsAddUpToTheTimeThatPassed();

private:
    /// A consumer comes; half a minute later its work time is changed in four quick steps.
    static std::vector<ChartMark> quickChanges()
    {
        return {{-40, QStringLiteral("+ printer"), {}, 1},
                {-10, QStringLiteral("printer works 1 ms"), {}, 1},
                {-9.8, QStringLiteral("printer works 2 ms"), {}, 1},
                {-9.6, QStringLiteral("printer works 4 ms"), {}, 1},
                {-9.4, QStringLiteral("printer works 8 ms"), {}, 1}};
    }

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
        marks.push_back({-15.0 + 2.0 * i, QStringLiteral("+ consumer number %1").arg(i), {}, 1});
    const std::vector<PlacedMark> placed = placeMarks(marks, plot, metrics);
    QCOMPARE(placed.size(), 6U);
    QCOMPARE_EQ(placed[0].first, placed[0].last);
    QCOMPARE(placed[0].shown, QStringLiteral("+ consumer number 5"));
    QVERIFY(!placed[1].text.intersects(placed[0].text));
    QVERIFY(!placed[2].text.isEmpty());
    QVERIFY(placed[5].text.isEmpty());
    const std::vector<PlacedMark> atEnd =
        placeMarks({{0, QStringLiteral("now"), {}, 1}}, plot, metrics);
    QVERIFY(atEnd[0].text.right() <= plot.right());
}

void TestChartCursor::mergesMarksThatFollowEachOtherClosely()
{
    const QFontMetricsF metrics{QFont()};
    const QRectF plot(50, 0, 600, 200);
    const std::vector<PlacedMark> placed = placeMarks(quickChanges(), plot, metrics);
    QCOMPARE(placed.size(), 2U);
    QCOMPARE(placed[0].shown, QStringLiteral("4 changes, last: printer works 8 ms"));
    QCOMPARE_EQ(placed[0].first, 550);
    QCOMPARE_EQ(placed[0].last, 556);
    QCOMPARE_LE(placed[0].text.right(), placed[0].first);
    QCOMPARE(placed[1].shown, QStringLiteral("+ printer"));
}

void TestChartCursor::keepsCrashesApartFromChanges()
{
    std::vector<ChartMark> marks = quickChanges();
    marks[2].count = 5; // of five stages at once
    marks.insert(marks.begin() + 3,
                 {-9.7, QStringLiteral("printer crashed"), ChartMark::Kind::Alarm, 1});
    const std::vector<MergedMark> merged = mergeMarks(marks, 1);
    QCOMPARE(merged.size(), 3U);
    QCOMPARE(merged[1].marks.size(), 4U);
    QCOMPARE(merged[1].count(), QStringLiteral("8 changes"));
    QCOMPARE(merged[2].text(), QStringLiteral("printer crashed"));
}

void TestChartCursor::doesNotCallRestartsCrashes()
{
    const auto restart = ChartMark::Kind::Restart;
    const std::vector<ChartMark> marks{
        {-9.2, QStringLiteral("evens restarted"), restart, 2},
        {-9.1, QStringLiteral("evens crashed"), ChartMark::Kind::Alarm, 1},
        {-9.0, QStringLiteral("evens restarted"), restart, 1}};
    const std::vector<MergedMark> merged = mergeMarks(marks, 1);
    QCOMPARE(merged.size(), 2U);
    QCOMPARE(merged[0].text(), QStringLiteral("3 restarts, last: evens restarted"));
    QCOMPARE(merged[1].text(), QStringLiteral("evens crashed"));
    const QFontMetricsF metrics{QFont()};
    for (const PlacedMark &mark : placeMarks(marks, QRectF(50, 0, 600, 200), metrics))
        QVERIFY(mark.isAlarm);
}

void TestChartCursor::saysOnlyTheNumberWhereThereIsLittleRoom()
{
    const QFontMetricsF metrics{QFont()};
    const QString few = QStringLiteral("4 changes");
    const QRectF plot(0, 0, metrics.horizontalAdvance(few) * 1.5, 200);
    const std::vector<PlacedMark> placed = placeMarks(quickChanges(), plot, metrics);
    QCOMPARE(placed[0].shown, few);
}

void TestChartCursor::listsWhatHappenedUnderTheCursor()
{
    const QFontMetricsF metrics{QFont()};
    const QRectF plot(50, 0, 600, 200);
    std::vector<ChartMark> marks = quickChanges();
    const QStringList all{QStringLiteral("10.0 s ago: printer works 1 ms"),
                          QStringLiteral("9.8 s ago: printer works 2 ms"),
                          QStringLiteral("9.6 s ago: printer works 4 ms"),
                          QStringLiteral("9.4 s ago: printer works 8 ms")};
    QCOMPARE(marksAt(marks, -10.4, plot, metrics), all);
    QCOMPARE(marksAt(marks, -8.8, plot, metrics), QStringList());
    for (int i = 0; i < 10; ++i)
        marks.push_back({-9.2 + 0.2 * i, QStringLiteral("more"), {}, 1});
    const QStringList most = marksAt(marks, -9, plot, metrics);
    QCOMPARE(most.size(), 7);
    QCOMPARE(most[0], QStringLiteral("8 before"));
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

void TestChartCursor::followsAChosenMomentUntilItIsOld()
{
    ChartsPanel panel;
    panel.resize(1400, 260);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    const auto strips = [&panel] { return panel.strips()->grab().toImage(); };
    panel.setChosenMoment(150'000'000'000);
    fill(panel, 600); // the last sample is of 160 s
    const QImage tenSecondsAgo = strips();
    panel.setChosenMoment({});
    const QImage without = strips();
    QVERIFY(tenSecondsAgo != without);
    panel.setCursorAt(-10.0);
    QVERIFY(strips() == tenSecondsAgo);
    panel.setCursorAt(-3.0);
    panel.setChosenMoment(150'000'000'000);
    QVERIFY(strips() != tenSecondsAgo); // who points at something sees that
    panel.setCursorAt({});
    QVERIFY(strips() == tenSecondsAgo);
    panel.setChosenMoment(165'000'000'000); // newer than the last sample
    panel.setCursorAt(0.0);
    const QImage now = strips();
    panel.setCursorAt({});
    QVERIFY(strips() == now);
    panel.setChosenMoment(99'000'000'000);
    QVERIFY(strips() == without);
    panel.setChosenMoment(150'000'000'000);
    panel.setChosenMoment({});
    QVERIFY(strips() == without);
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
    const StageHistory::Slices slices = panel.strips()->slices(StageId{1});
    QCOMPARE(std::ssize(slices), StateStrips::seconds);
    for (const StageSlice &slice : slices) {
        QCOMPARE(slice.shares[0], 0.75);
        QCOMPARE(slice.shares[1], 0.25);
    }
}

SLUICE_TEST(TestChartCursor)

} // namespace tst_chartcursor

#include "tst_chartcursor.moc"
