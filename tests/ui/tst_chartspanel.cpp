// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/charts/chartspanel.h"
#include "ui/charts/charttable.h"
#include "ui/charts/statestrips.h"
#include "ui/models/ratetable.h"

#include <QLabel>
#include <QTabBar>

#include <algorithm>

namespace tst_chartspanel {

using namespace sluice;
using namespace sluice::ui;

namespace {

constexpr std::int64_t tick = 100'000'000;

/// A counter, a filter and some printers, with figures to be set by hand.
class Fake
{
public:
    explicit Fake(int consumers)
    {
        addStage(1, QStringLiteral("numbers"), StageRole::Producer);
        addStage(2, QStringLiteral("evens"), StageRole::ProducerConsumer);
        subscribe(1, 1, 2);
        for (int i = 0; i < consumers; ++i) {
            const auto id = static_cast<std::uint64_t>(i);
            addStage(3 + id, QStringLiteral("printer%1").arg(i + 1), StageRole::Consumer);
            subscribe(2 + id, 2, 3 + id);
        }
    }

    /// Takes \a count samples, each stage handling \a perTick events in each.
    void run(ChartsPanel &panel, int count, EventCount perTick)
    {
        for (int i = 0; i < count; ++i) {
            snapshot.takenNs += tick;
            for (StageSnapshot &stage : snapshot.stages) {
                stage.figures.handled += perTick;
                stage.figures.emitted += perTick;
            }
            m_rates.update(snapshot);
            if (isGrouping)
                grouping.update(snapshot);
            panel.addSample(snapshot, m_rates, grouping);
        }
    }

    Snapshot snapshot;
    Grouping grouping; ///< groups nobody unless isGrouping
    bool isGrouping = false;

private:
    void addStage(std::uint64_t id, const QString &name, StageRole role)
    {
        StageSnapshot &stage = snapshot.stages.emplace_back();
        stage.id = {id};
        stage.name = name;
        stage.role = role;
        stage.figures.state = StageState::Busy;
        stage.figures.bufferCapacity = role == StageRole::Producer ? 10'000 : -1;
    }

    void subscribe(std::uint64_t id, std::uint64_t producer, std::uint64_t consumer)
    {
        SubscriptionSnapshot &subscription = snapshot.subscriptions.emplace_back();
        subscription.id = {id};
        subscription.producer = {producer};
        subscription.consumer = {consumer};
        subscription.inlet.maximum = 10;
        subscription.inlet.minimum = 5;
        subscription.inlet.pending = 7;
    }

    RateTable m_rates;
};

QStringList namesIn(const ChartFrame &frame)
{
    QStringList names;
    for (const ChartLine &line : frame.lines)
        names.append(line.name);
    return names;
}

} // namespace

class TestChartsPanel : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void showsStagesSubscriptionsAndBuffers();
    void drawsTheLimitsOfDemand();
    void countsTheFirstInstantsAsPartOfASecond();
    void saysHowManyLinesAreLeftOut();
    void drawsAGroupAsOneLineWithItsSum();
    void drawsTheMembersOfAnOpenedGroup();
    void endsTheLineOfAGroupThatStopped();
    void givesEachLineOfAChartItsOwnLook();
    void drawsNothingWhileHidden();
    void endsTheLineOfAStageThatLeft();
    void goesOnWithTheLineOfAConsumerThatSubscribesAnew();
    void forgetsEverythingOnReset();
    void showsOneChartWhereThereIsNoRoom();
    void givesTheStripsATabOfTheirOwn();
    void givesAGroupOneStripWithItsMean();
};

void TestChartsPanel::showsStagesSubscriptionsAndBuffers()
{
    ChartsPanel panel;
    panel.resize(1200, 220);
    panel.show();
    Fake fake(1);
    fake.run(panel, 20, 50);
    const QStringList all{QStringLiteral("numbers"), QStringLiteral("evens"),
                          QStringLiteral("printer1")};
    QCOMPARE(namesIn(panel.cells()[0]->frame()), all);
    QCOMPARE(namesIn(panel.cells()[1]->frame()), all.mid(1));
    QCOMPARE(namesIn(panel.cells()[2]->frame()), all.mid(0, 2));
    QCOMPARE_EQ(panel.cells()[0]->frame().lines[0].points.last(), QPointF(0, 500));
    QCOMPARE_EQ(panel.cells()[1]->frame().lines[0].points.last(), QPointF(0, 7));
    QVERIFY(!panel.grab().isNull());
}

void TestChartsPanel::drawsTheLimitsOfDemand()
{
    ChartsPanel panel;
    panel.resize(1200, 220);
    panel.show();
    Fake fake(2);
    fake.run(panel, 2, 1);
    const std::vector<ChartLevel> levels{{QStringLiteral("max 10"), 10},
                                         {QStringLiteral("min 5"), 5}};
    QVERIFY(panel.cells()[1]->frame().levels == levels);
    // A buffer of ten thousand would press its line flat while it is empty.
    QVERIFY(panel.cells()[2]->frame().levels.empty());
}

void TestChartsPanel::countsTheFirstInstantsAsPartOfASecond()
{
    ChartsPanel panel;
    panel.resize(1200, 220);
    panel.show();
    Fake fake(1);
    fake.run(panel, 3, 10);
    QCOMPARE_EQ(panel.cells()[0]->frame().lines[0].points.last(), QPointF(0, 20));
}

void TestChartsPanel::saysHowManyLinesAreLeftOut()
{
    ChartsPanel panel;
    panel.resize(1200, 220);
    panel.show();
    Fake fake(18);
    fake.run(panel, 20, 5);
    QCOMPARE_EQ(panel.cells()[0]->frame().lines.size(), std::size_t{TimeSeriesView::maxLines});
    QCOMPARE_EQ(panel.cells()[0]->leftOut(), 12);
    QVERIFY(panel.cells()[0]->findChild<QLabel *>()->text().contains(QStringLiteral("+12 more")));
}

void TestChartsPanel::drawsAGroupAsOneLineWithItsSum()
{
    ChartsPanel panel;
    panel.resize(1200, 220);
    panel.show();
    Fake fake(20);
    fake.isGrouping = true;
    fake.snapshot.stages.back().figures.state = StageState::Crashed;
    fake.run(panel, 20, 50);
    const QString group = QStringLiteral("printer ×20, sum");
    const QStringList all{QStringLiteral("numbers"), QStringLiteral("evens"), group};
    const ChartFrame &throughput = panel.cells()[0]->frame();
    QCOMPARE(namesIn(throughput), all);
    QCOMPARE_EQ(throughput.lines[2].points.last(), QPointF(0, 19 * 500));
    QCOMPARE_EQ(panel.cells()[0]->leftOut(), 0);
    const ChartFrame &demand = panel.cells()[1]->frame();
    QCOMPARE(namesIn(demand), all.mid(1));
    QCOMPARE_EQ(demand.lines[1].points.last(), QPointF(0, 20 * 7));
    QVERIFY(std::ranges::find(demand.levels, ChartLevel{QStringLiteral("max 200"), 200})
            != demand.levels.end());
    panel.showTable(true);
    const ChartTableModel &table = panel.table()->model();
    QCOMPARE(table.columnCount(), 4);
    QCOMPARE(table.headerData(3, Qt::Horizontal, Qt::DisplayRole), group);
}

void TestChartsPanel::drawsTheMembersOfAnOpenedGroup()
{
    ChartsPanel panel;
    panel.resize(1200, 220);
    panel.show();
    Fake fake(13);
    fake.isGrouping = true;
    fake.run(panel, 20, 50);
    QVERIFY(fake.grouping.toggle(fake.grouping.nodeOf({3})));
    fake.run(panel, 20, 50);
    QCOMPARE_EQ(panel.cells()[0]->leftOut(), 16 - TimeSeriesView::maxLines);
    // The sum is still there, as far as it was drawn.
    QVERIFY(namesIn(panel.cells()[0]->frame()).contains(QStringLiteral("printer ×13, sum")));
    fake.run(panel, 600, 50);
    QVERIFY(!namesIn(panel.cells()[0]->frame()).contains(QStringLiteral("printer ×13, sum")));
}

void TestChartsPanel::endsTheLineOfAGroupThatStopped()
{
    ChartsPanel panel;
    panel.resize(1200, 220);
    panel.show();
    Fake fake(13);
    fake.isGrouping = true;
    fake.run(panel, 20, 50);
    for (StageSnapshot &stage : fake.snapshot.stages)
        stage.figures.state = StageState::Stopped;
    fake.run(panel, 20, 0);
    for (const ChartLine &line : panel.cells()[0]->frame().lines)
        QCOMPARE_EQ(line.points.last().x(), -2);
}

void TestChartsPanel::givesEachLineOfAChartItsOwnLook()
{
    ChartsPanel panel;
    panel.resize(1200, 220);
    panel.show();
    Fake fake(18);
    fake.run(panel, 20, 5);
    for (const ChartCell *cell : panel.cells()) {
        std::vector<int> looks;
        for (const ChartLine &line : cell->frame().lines)
            looks.push_back(line.marker % TimeSeriesView::maxLines);
        std::ranges::sort(looks);
        QVERIFY(std::ranges::adjacent_find(looks) == looks.end());
    }
}

void TestChartsPanel::drawsNothingWhileHidden()
{
    ChartsPanel panel;
    panel.resize(1200, 220);
    Fake fake(1);
    fake.run(panel, 20, 50);
    QVERIFY(panel.cells()[0]->frame().lines.empty());
    panel.show();
    QCOMPARE_EQ(panel.cells()[0]->frame().lines.size(), std::size_t{3});
    QCOMPARE_EQ(panel.cells()[0]->frame().lines[0].points.size(), 20);
}

void TestChartsPanel::endsTheLineOfAStageThatLeft()
{
    ChartsPanel panel;
    panel.resize(1200, 220);
    panel.show();
    Fake fake(2);
    fake.run(panel, 20, 5);
    fake.snapshot.stages.pop_back();
    fake.snapshot.subscriptions.pop_back();
    fake.run(panel, 20, 5);
    QCOMPARE_EQ(panel.cells()[0]->frame().lines.size(), std::size_t{4});
    QCOMPARE_EQ(panel.cells()[0]->frame().lines[3].points.last().x(), -2);
    fake.run(panel, 600, 5);
    QCOMPARE_EQ(panel.cells()[0]->frame().lines.size(), std::size_t{3});
}

void TestChartsPanel::goesOnWithTheLineOfAConsumerThatSubscribesAnew()
{
    ChartsPanel panel;
    panel.resize(1200, 220);
    panel.show();
    Fake fake(1);
    fake.run(panel, 20, 50);
    const qsizetype before = panel.cells()[1]->frame().lines[1].points.size();
    fake.snapshot.subscriptions[1].id = {99}; // after a restart
    fake.run(panel, 20, 50);
    const ChartFrame &frame = panel.cells()[1]->frame();
    QCOMPARE(namesIn(frame), QStringList({QStringLiteral("evens"), QStringLiteral("printer1")}));
    QCOMPARE(frame.lines[1].points.size(), before + 20);
    // Two at the same time are two.
    fake.snapshot.subscriptions.push_back(fake.snapshot.subscriptions[1]);
    fake.snapshot.subscriptions.back().id = {100};
    fake.run(panel, 2, 50);
    QCOMPARE(panel.cells()[1]->frame().lines.size(), 3U);
}

void TestChartsPanel::forgetsEverythingOnReset()
{
    ChartsPanel panel;
    panel.resize(1200, 220);
    panel.show();
    Fake fake(1);
    fake.run(panel, 20, 5);
    panel.reset();
    QVERIFY(panel.cells()[0]->frame().lines.empty());
}

void TestChartsPanel::showsOneChartWhereThereIsNoRoom()
{
    ChartsPanel panel;
    panel.resize(400, 200);
    panel.show();
    auto *tabs = panel.findChild<QTabBar *>();
    QVERIFY(tabs->isVisible());
    QVERIFY(panel.cells()[0]->isVisible());
    QVERIFY(!panel.cells()[1]->isVisible());
    tabs->setCurrentIndex(1);
    QVERIFY(panel.cells()[1]->isVisible());
    panel.resize(1400, 200);
    QVERIFY(!tabs->isTabVisible(1));
    for (const ChartCell *cell : panel.cells())
        QVERIFY(cell->isVisible());
}

void TestChartsPanel::givesTheStripsATabOfTheirOwn()
{
    ChartsPanel panel;
    panel.resize(1400, 200);
    panel.show();
    auto *tabs = panel.findChild<QTabBar *>();
    QVERIFY(!panel.strips()->isVisible());
    QCOMPARE_GT(panel.cells()[2]->geometry().right(), 1350);
    tabs->setCurrentIndex(3);
    QVERIFY(panel.strips()->isVisible());
    QCOMPARE_GT(panel.strips()->width(), 1350);
    for (const ChartCell *cell : panel.cells())
        QVERIFY(!cell->isVisible());
    panel.resize(400, 200); // keeps what was chosen
    QVERIFY(panel.strips()->isVisible());
    QVERIFY(tabs->isTabVisible(1));
}

void TestChartsPanel::givesAGroupOneStripWithItsMean()
{
    ChartsPanel panel;
    Fake fake(20);
    fake.isGrouping = true;
    for (int i = 0; i < 30; ++i) {
        // Fifteen of twenty are busy, the others wait.
        for (std::size_t member = 0; member < 20; ++member) {
            StageFigures &figures = fake.snapshot.stages[2 + member].figures;
            figures.state = member < 15 ? StageState::Busy : StageState::WaitsForEvents;
            figures.stateNs[static_cast<std::size_t>(figures.state)] += tick;
        }
        fake.run(panel, 1, 5);
    }
    const StageHistory::Slices slices = panel.strips()->slices(fake.grouping.nodeOf({3}));
    QCOMPARE(std::ssize(slices), 2);
    QCOMPARE(slices.back().shares[static_cast<std::size_t>(StageState::Busy)], 0.75);
    QCOMPARE(slices.back().shares[static_cast<std::size_t>(StageState::WaitsForEvents)], 0.25);
    QCOMPARE(panel.strips()->accessibleDescription(),
             QStringLiteral("numbers busy, evens busy, printer ×20 mostly busy"));
    QVERIFY(panel.strips()->slices({3}).empty());
}

SLUICE_TEST(TestChartsPanel)

} // namespace tst_chartspanel

#include "tst_chartspanel.moc"
