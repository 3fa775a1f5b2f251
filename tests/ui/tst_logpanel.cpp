// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/models/logmodel.h"
#include "ui/panels/checklabel.h"
#include "ui/panels/logpanel.h"
#include "ui/panels/logview.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

#include <map>
#include <memory>

namespace tst_logpanel {

using namespace sluice;
using ui::ExactlyOnceResult;
using ui::LogModel;
using ui::LogPanel;
using ui::LogStore;
using ui::LogView;
using Verdict = ExactlyOnceResult::Verdict;

class TestLogPanel : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void showsWhatConsumersHandle();
    void followsTheNewestRow();
    void stopsFollowingWhenScrolledUp_data();
    void stopsFollowingWhenScrolledUp();
    void goesBackToTheNewestRow_data();
    void goesBackToTheNewestRow();
    void keepsWhatIsReadInPlaceWhenRowsCome();
    void keepsWhatIsReadInPlaceWhenOldRowsGo();
    void doesNotJumpWhenTheCurrentRowGoes();
    void unfoldsByKey();
    void unfoldsByMouse();
    void copiesSelectedRows();
    void leadsFromARowToItsConsumer();
    void tellsTheMomentOfTheSelectedRow();
    void tellsWhenNumbersAreMissing();
    void explainsLossesOfConsumersThatLeft();
    void checksOnlyDoublesWhenTheExpectationChanges();
    void clearsTheListAndGoesOnCounting();
    void startsAnewAfterAReset();
    void takesNoMoreThanItsShareOfARefresh();
    void namesEveryControl();

protected:
    void prepare() override
    {
        m_panel.reset();
        m_logs.clear();
        m_snapshot = Snapshot();
        m_next = 0;
        m_timeNs = 1'000'000'000;
        m_panel = std::make_unique<LogPanel>();
        m_panel->setSource([this](StageId id) {
            const auto found = m_logs.find(id);
            return found == m_logs.end() ? nullptr : found->second;
        });
        m_panel->setExpectedSequence(ui::ExpectedSequence{0, 2});
        addConsumer(1);
        m_panel->resize(800, 300);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }

    void cleanup() { m_panel.reset(); }

private:
    void addConsumer(std::uint64_t id)
    {
        StageSnapshot stage;
        stage.id = StageId{id};
        stage.name = QStringLiteral("printer %1").arg(id);
        stage.role = StageRole::Consumer;
        stage.thread = static_cast<int>(id) + 2;
        stage.figures.startedNs = 1'000'000'000;
        m_snapshot.stages.push_back(stage);
        m_logs[stage.id] = std::make_shared<BatchLog>(16'384);
    }

    /// Consumer \a id handles the next \a count even numbers.
    void handle(std::uint64_t id, int count)
    {
        std::vector<Integer> numbers;
        for (int i = 0; i < count; ++i, m_next += 2)
            numbers.push_back(m_next);
        m_snapshot.received += count;
        m_timeNs += 1'000'000;
        m_logs[StageId{id}]->write(Batch::of(std::move(numbers)), SubscriptionId{1}, m_timeNs,
                                   5000);
    }

    void handleBatches(int batches, int count = 10)
    {
        for (int i = 0; i < batches; ++i)
            handle(1, count);
        refresh();
    }

    void refresh()
    {
        m_snapshot.takenNs += 1'000'000'000;
        m_panel->refresh(m_snapshot);
        QCoreApplication::processEvents(); // the view lays its rows out when control returns
    }

    [[nodiscard]] LogView *view() const { return m_panel->findChild<LogView *>(); }

    [[nodiscard]] LogModel *log() const { return view()->log(); }

    [[nodiscard]] QScrollBar *bar() const { return view()->verticalScrollBar(); }

    /// Brings \a row to the top, but for a few of its pixels.
    void scrollTo(int row) const { bar()->setValue(row * view()->rowHeight(0) + 3); }

    /// What the reader sees at the top.
    [[nodiscard]] QString topText() const { return numbersAt(view()->rowAt(0)); }

    [[nodiscard]] QString numbersAt(int row) const
    {
        return log()->index(row, LogModel::NumbersColumn).data().toString();
    }

    [[nodiscard]] QPushButton *newRowsButton() const { return view()->findChild<QPushButton *>(); }

    [[nodiscard]] QString checkText() const
    {
        return m_panel->findChild<ui::CheckLabel *>()->text();
    }

    [[nodiscard]] QString figures() const { return m_panel->findChild<QLabel *>()->text(); }

    std::unique_ptr<LogPanel> m_panel;
    std::map<StageId, std::shared_ptr<BatchLog>> m_logs;
    Snapshot m_snapshot;
    Integer m_next = 0;
    std::int64_t m_timeNs = 0;
};

void TestLogPanel::showsWhatConsumersHandle()
{
    addConsumer(2);
    handle(1, 500);
    handle(2, 500);
    refresh();
    QCOMPARE(log()->rowCount(), 2);
    QCOMPARE(numbersAt(1), QStringLiteral("1000 … 1998"));
    QCOMPARE(log()->index(1, LogModel::ConsumerColumn).data().toString(),
             QStringLiteral("printer 2"));
    QCOMPARE(log()->index(1, LogModel::TimeColumn).data().toString(), QStringLiteral("0.002"));
    QCOMPARE(figures(), QStringLiteral("Events 1,000 · kept 1,000 · not kept 0"));
    QCOMPARE(checkText(), QStringLiteral("0 … 1998: each exactly once"));
    QCOMPARE(m_panel->check().result().verdict, Verdict::Exact);
}

void TestLogPanel::followsTheNewestRow()
{
    handleBatches(100);
    QVERIFY(bar()->maximum() > 0);
    QCOMPARE(bar()->value(), bar()->maximum());
    m_panel->resize(800, 200);
    handleBatches(100);
    QCOMPARE(bar()->value(), bar()->maximum());
    QVERIFY(m_panel->isFollowing());
    QVERIFY(!newRowsButton()->isVisible());
}

void TestLogPanel::stopsFollowingWhenScrolledUp_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("up") << int(Qt::Key_Up);
    QTest::newRow("page up") << int(Qt::Key_PageUp);
    QTest::newRow("home") << int(Qt::Key_Home);
    QTest::newRow("the scroll bar") << 0;
}

void TestLogPanel::stopsFollowingWhenScrolledUp()
{
    QFETCH(int, key);
    handleBatches(100);
    if (key == 0)
        bar()->triggerAction(QAbstractSlider::SliderSingleStepSub);
    else
        QTest::keyClick(view(), static_cast<Qt::Key>(key));
    QVERIFY(!m_panel->isFollowing());
    QVERIFY(!m_panel->findChild<QCheckBox *>()->isChecked());
    const QString top = topText();
    const int value = bar()->value();
    handleBatches(7);
    QCOMPARE(topText(), top);
    QCOMPARE(bar()->value(), value);
    QVERIFY(newRowsButton()->isVisible());
    QCOMPARE(newRowsButton()->text(), QStringLiteral("7 new rows ↓"));
}

void TestLogPanel::goesBackToTheNewestRow_data()
{
    QTest::addColumn<QString>("by");
    for (const char *by : {"End", "button", "check box", "scroll bar"})
        QTest::newRow(by) << QString::fromLatin1(by);
}

void TestLogPanel::goesBackToTheNewestRow()
{
    QFETCH(QString, by);
    handleBatches(100);
    QTest::keyClick(view(), Qt::Key_Home);
    handleBatches(3);
    QVERIFY(!m_panel->isFollowing());
    if (by == QStringLiteral("End"))
        QTest::keyClick(view(), Qt::Key_End);
    else if (by == QStringLiteral("button"))
        newRowsButton()->click();
    else if (by == QStringLiteral("check box"))
        m_panel->findChild<QCheckBox *>()->click();
    else
        bar()->triggerAction(QAbstractSlider::SliderToMaximum);
    QVERIFY(m_panel->isFollowing());
    QVERIFY(m_panel->findChild<QCheckBox *>()->isChecked());
    QVERIFY(!newRowsButton()->isVisible());
    handleBatches(3);
    QCOMPARE(bar()->value(), bar()->maximum());
}

void TestLogPanel::keepsWhatIsReadInPlaceWhenRowsCome()
{
    handleBatches(100);
    scrollTo(40);
    const QString top = topText();
    for (int i = 0; i < 20; ++i)
        handleBatches(50);
    QCOMPARE(topText(), top);
    QCOMPARE(view()->newRows(), 1000);
}

void TestLogPanel::keepsWhatIsReadInPlaceWhenOldRowsGo()
{
    // The model's capacity is reached with single numbers, then chunks go from its head.
    std::vector<ui::LogRow> rows(static_cast<std::size_t>(LogStore::defaultCapacity));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].first = static_cast<Integer>(i);
        rows[i].count = 1;
    }
    log()->append(rows);
    QCoreApplication::processEvents();
    scrollTo(6000);
    QCOMPARE(topText(), QStringLiteral("6000"));
    rows.resize(1000);
    log()->append(rows);
    QCoreApplication::processEvents();
    QVERIFY(log()->rowCount() < LogStore::defaultCapacity);
    QCOMPARE(topText(), QStringLiteral("6000"));
    QVERIFY(!m_panel->isFollowing());

    // When even that must go, the oldest row there is comes to the top.
    rows.resize(5000);
    log()->append(rows);
    QCoreApplication::processEvents();
    QCOMPARE(topText(), QStringLiteral("8192"));
    QVERIFY(!m_panel->isFollowing());
}

void TestLogPanel::doesNotJumpWhenTheCurrentRowGoes()
{
    std::vector<ui::LogRow> rows(static_cast<std::size_t>(LogStore::defaultCapacity));
    for (ui::LogRow &row : rows)
        row.count = 1;
    log()->append(rows);
    QCoreApplication::processEvents();
    view()->selectRow(10);
    scrollTo(500'000);
    rows.resize(1000);
    log()->append(rows);
    QCoreApplication::processEvents();
    QCOMPARE(view()->rowAt(0), 500'000 - static_cast<int>(LogStore::rowsPerChunk));
}

void TestLogPanel::unfoldsByKey()
{
    handleBatches(3);
    view()->selectRow(1);
    QTest::keyClick(view(), Qt::Key_Right);
    QCOMPARE(log()->rowCount(), 13);
    QVERIFY(!m_panel->isFollowing());
    QTest::keyClick(view(), Qt::Key_Down);
    QTest::keyClick(view(), Qt::Key_Down);
    QCOMPARE(numbersAt(view()->currentIndex().row()), QStringLiteral("22"));
    QTest::keyClick(view(), Qt::Key_Left);
    QCOMPARE(view()->currentIndex().row(), 1);
    QTest::keyClick(view(), Qt::Key_Left);
    QCOMPARE(log()->rowCount(), 3);
    QTest::keyClick(view(), Qt::Key_Return);
    QCOMPARE(log()->rowCount(), 13);
}

void TestLogPanel::unfoldsByMouse()
{
    handleBatches(1, 1500);
    const auto middleOf = [this](int row) {
        return view()->visualRect(log()->index(row, LogModel::NumbersColumn)).center();
    };
    const QPoint mark(view()->columnViewportPosition(LogModel::NumbersColumn) + 4, middleOf(0).y());
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, mark);
    QCOMPARE(log()->rowCount(), 1002);
    bar()->setValue(bar()->maximum());
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, middleOf(1001));
    QCOMPARE(log()->rowCount(), 1501);
    bar()->setValue(0);
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, mark);
    QCOMPARE(log()->rowCount(), 1);
}

void TestLogPanel::copiesSelectedRows()
{
    handleBatches(4, 500);
    view()->selectRow(1);
    QTest::keyClick(view(), Qt::Key_Down, Qt::ShiftModifier);
    QGuiApplication::clipboard()->clear();
    QTest::keySequence(view(), QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("0.002\tprinter 1\t3\t500\t5 µs\t1000 … 1998\n"
                            "0.003\tprinter 1\t3\t500\t5 µs\t2000 … 2998\n"));
}

void TestLogPanel::leadsFromARowToItsConsumer()
{
    handleBatches(4, 500);
    view()->setCurrentIndex(view()->model()->index(1, 0));
    const QSignalSpy chosen(m_panel.get(), &LogPanel::stageChosen);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(view()->viewport(), &event);
    auto *menu = view()->findChild<QMenu *>();
    QVERIFY(menu);
    for (QAction *action : menu->actions()) {
        if (action->text().contains(QStringLiteral("consumer")))
            action->trigger();
    }
    menu->close();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<StageId>(), StageId{1});
}

void TestLogPanel::tellsTheMomentOfTheSelectedRow()
{
    handleBatches(4, 500);
    std::vector<std::optional<std::int64_t>> moments;
    StageId whose;
    connect(m_panel.get(), &LogPanel::momentChosen, this,
            [&](std::optional<std::int64_t> moment, StageId consumer) {
                moments.push_back(moment);
                whose = consumer;
            });
    view()->selectRow(2);
    QCOMPARE(moments.size(), 1U);
    QCOMPARE(moments.back(), std::optional(view()->log()->store().row(2).timeNs));
    QCOMPARE(whose, StageId{1});
    view()->clearSelection();
    QCOMPARE(moments.back(), std::nullopt);
    QVERIFY(!whose.isValid());
    view()->selectRow(1);
    m_panel->clear();
    QCOMPARE(moments.back(), std::nullopt);
}

void TestLogPanel::tellsWhenNumbersAreMissing()
{
    handle(1, 10);
    m_next += 4;
    handle(1, 10);
    m_snapshot.inFlight = 2;
    refresh();
    QCOMPARE(m_panel->check().result().verdict, Verdict::Waiting);
    QCOMPARE(checkText(), QStringLiteral("0 … 42: each once so far, 2 under way"));
    m_snapshot.inFlight = 0;
    refresh();
    QCOMPARE(m_panel->check().result().verdict, Verdict::Waiting); // one look is not enough
    refresh();
    QCOMPARE(m_panel->check().result().verdict, Verdict::Missing);
    QCOMPARE(checkText(), QStringLiteral("Missing: 2 numbers, first gap at 20"));
    QCOMPARE(m_panel->findChild<ui::CheckLabel *>()->sign(), QChar(u'✕'));
}

void TestLogPanel::explainsLossesOfConsumersThatLeft()
{
    addConsumer(2);
    handle(1, 10);
    handle(2, 10);
    m_next += 120;
    handle(1, 10);
    Settlement settlement;
    settlement.stage = StageId{2};
    settlement.name = QStringLiteral("printer 2");
    settlement.handled = 10;
    settlement.lost = 60;
    settlement.withdrawn = 240;
    m_panel->noteSettlement(settlement);
    m_snapshot.stages.pop_back();
    m_snapshot.lost = 60;
    refresh();
    refresh();
    QCOMPARE(m_panel->check().result().verdict, Verdict::Exact);
    QCOMPARE(checkText(), QStringLiteral("0 … 178: each exactly once; 60 lost when a stage left"));
    QCOMPARE(log()->rowCount(), 4);
    QCOMPARE(log()->index(3, LogModel::ConsumerColumn).data().toString(),
             QStringLiteral("printer 2 left: 10 handled, 60 lost, demand for 240 withdrawn"));
}

void TestLogPanel::checksOnlyDoublesWhenTheExpectationChanges()
{
    handleBatches(3);
    m_panel->setExpectedSequence({});
    handleBatches(3);
    QCOMPARE(m_panel->check().result().verdict, Verdict::DoublesOnly);
    m_panel->setExpectedSequence(ui::ExpectedSequence{0, 2});
    handleBatches(3);
    QCOMPARE(m_panel->check().result().verdict, Verdict::DoublesOnly);
    m_panel->reset();
    m_next = 0;
    handleBatches(3);
    QCOMPARE(m_panel->check().result().verdict, Verdict::Exact);
}

void TestLogPanel::clearsTheListAndGoesOnCounting()
{
    handleBatches(3);
    m_panel->clear();
    QCOMPARE(log()->rowCount(), 0);
    handleBatches(1);
    QCOMPARE(figures(), QStringLiteral("Events 40 · kept 10 · not kept 0 · older, taken off 30"));
    QCOMPARE(m_panel->check().result().verdict, Verdict::Exact);
}

void TestLogPanel::startsAnewAfterAReset()
{
    handleBatches(3);
    handle(1, 10); // not taken over any more
    m_panel->reset();
    m_next = 0;
    handleBatches(2);
    QCOMPARE(log()->rowCount(), 2);
    QCOMPARE(m_panel->check().result().verdict, Verdict::Exact);
    QCOMPARE(figures(), QStringLiteral("Events 20 · kept 20 · not kept 0"));
}

void TestLogPanel::takesNoMoreThanItsShareOfARefresh()
{
    addConsumer(2);
    for (int i = 0; i < 10'000; ++i) {
        handle(1, 1);
        handle(2, 1);
    }
    refresh();
    QCOMPARE(log()->rowCount(), static_cast<int>(LogPanel::rowsPerRefresh));
    refresh();
    QCOMPARE(log()->rowCount(), 20'000);
    QCOMPARE(m_panel->check().result().verdict, Verdict::Exact);
}

void TestLogPanel::namesEveryControl()
{
    QVERIFY(!view()->accessibleName().isEmpty());
    handleBatches(1);
    QVERIFY(m_panel->findChild<ui::CheckLabel *>()->accessibleName().contains(checkText()));
    const QList<QAbstractButton *> buttons = m_panel->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (button->isVisible())
            QVERIFY(!button->text().isEmpty() || !button->accessibleName().isEmpty());
    }
}

SLUICE_TEST(TestLogPanel)

} // namespace tst_logpanel

#include "tst_logpanel.moc"
