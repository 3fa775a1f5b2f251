// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "tests/ui/snapshots.h"
#include "ui/models/outlinemodel.h"
#include "ui/models/outlinetext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace tst_outlinemodel {

using namespace sluice;
using namespace sluice::ui;

class TestOutlineModel : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void listsStagesFiguresAndSubscriptions();
    void saysAStageInOneSentence();
    void keepsRowsWhenOthersComeAndGo();
    void survivesAnyOrderOfComingAndGoing();
    void asksForCommandsWhenValuesAreEdited();
    void refusesValuesThatCannotBe();

protected:
    void prepare() override
    {
        m_model = std::make_unique<OutlineModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

private:
    void show(const Snapshot &snapshot)
    {
        m_rates.update(snapshot);
        m_model->setSnapshot(snapshot, m_rates);
    }

    [[nodiscard]] QString text(const QModelIndex &index, int role = Qt::DisplayRole) const
    {
        return m_model->data(index, role).toString();
    }

    std::unique_ptr<OutlineModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    RateTable m_rates;
};

void TestOutlineModel::listsStagesFiguresAndSubscriptions()
{
    Snapshot snapshot = test::fanOf(2);
    snapshot.stages[1].name = QStringLiteral("evens");
    snapshot.stages[1].figures.handled = 1234;
    snapshot.subscriptions[1].inlet.pending = 7;
    show(snapshot);
    QCOMPARE(m_model->rowCount(), 4);
    const QModelIndex evens = m_model->indexOf({2});
    QCOMPARE(text(evens), QStringLiteral("evens"));
    QCOMPARE(m_model->rowCount(evens), stageRowCount + 3); // one before it, two after it
    const QModelIndex handled = m_model->index(static_cast<int>(StageRow::Received), 1, evens);
    QVERIFY2(text(handled).startsWith(QStringLiteral("1,234")), qPrintable(text(handled)));
    const QModelIndex first = m_model->index(stageRowCount, 0, evens);
    QCOMPARE(text(first), QStringLiteral("from stage"));
    const QModelIndex second = m_model->index(stageRowCount + 1, 0, evens);
    QCOMPARE(text(second), QStringLiteral("to stage"));
    QCOMPARE(text(second.siblingAtColumn(1)), QStringLiteral("demand 7 of 10"));
    QCOMPARE(m_model->rowCount(second), linkRowCount);
    const QModelIndex figure = m_model->index(0, 1, second);
    QCOMPARE_EQ(m_model->stageOf(figure).value, 2U);
}

void TestOutlineModel::saysAStageInOneSentence()
{
    Snapshot snapshot = test::fanOf(1);
    snapshot.stages[2].name = QStringLiteral("printer");
    show(snapshot);
    QCOMPARE(text(m_model->indexOf({3}), Qt::AccessibleTextRole),
             QStringLiteral("printer, consumer, waits for events"));
}

void TestOutlineModel::keepsRowsWhenOthersComeAndGo()
{
    show(test::fanOf(3));
    const QPersistentModelIndex last(m_model->indexOf({5}));
    const QPersistentModelIndex figure(m_model->index(0, 0, last));
    Snapshot fewer = test::fanOf(3);
    std::erase_if(fewer.stages, [](const StageSnapshot &stage) { return stage.id.value == 3; });
    std::erase_if(fewer.subscriptions,
                  [](const SubscriptionSnapshot &each) { return each.consumer.value == 3; });
    show(fewer);
    QVERIFY(last.isValid());
    QCOMPARE(last.row(), 3);
    QVERIFY(figure.isValid());
    QCOMPARE_EQ(m_model->stageOf(figure).value, 5U);
    QCOMPARE(m_model->rowCount(m_model->indexOf({2})), stageRowCount + 3);
}

void TestOutlineModel::survivesAnyOrderOfComingAndGoing()
{
    test::forEachSeed(
        [this](test::Random &random) {
            Snapshot snapshot;
            std::uint64_t nextId = 1;
            for (int step = 0; step < 20; ++step) {
                if (random.below(3) > 0 || snapshot.stages.empty()) {
                    snapshot.stages.push_back(test::stageOf(nextId, StageRole::ProducerConsumer));
                    if (snapshot.stages.size() > 1) {
                        const auto producer =
                            static_cast<std::size_t>(random.below(snapshot.stages.size() - 1));
                        snapshot.subscriptions.push_back(test::subscriptionOf(
                            nextId, snapshot.stages[producer].id.value, nextId));
                    }
                    ++nextId;
                } else {
                    const auto which =
                        static_cast<std::size_t>(random.below(snapshot.stages.size()));
                    const StageId gone = snapshot.stages[which].id;
                    std::erase_if(snapshot.stages, [gone](const auto &s) { return s.id == gone; });
                    std::erase_if(snapshot.subscriptions, [gone](const auto &s) {
                        return s.producer == gone || s.consumer == gone;
                    });
                }
                show(snapshot);
                QCOMPARE(m_model->rowCount(), static_cast<int>(snapshot.stages.size()));
            }
        },
        50);
}

void TestOutlineModel::asksForCommandsWhenValuesAreEdited()
{
    Snapshot snapshot = test::fanOf(1);
    snapshot.stages[1].name = QStringLiteral("evens");
    snapshot.stages[2].name = QStringLiteral("printer");
    show(snapshot);
    const QSignalSpy demand(m_model.get(), &OutlineModel::demandChosen);
    const QSignalSpy work(m_model.get(), &OutlineModel::workTimeChosen);
    const QModelIndex printer = m_model->indexOf({3});
    const QModelIndex link = m_model->index(stageRowCount, 0, printer);
    const QModelIndex maximum = m_model->index(static_cast<int>(LinkRow::Maximum), 1, link);
    QCOMPARE(m_model->data(maximum, Qt::EditRole).toInt(), 10);
    QVERIFY(m_model->setData(maximum, 4, Qt::EditRole));
    QCOMPARE(demand.count(), 1);
    QCOMPARE(demand[0][0].toString(), QStringLiteral("evens"));
    QCOMPARE(demand[0][1].toString(), QStringLiteral("printer"));
    QCOMPARE(demand[0][2].toLongLong(), 4);
    QCOMPARE(demand[0][3].toLongLong(), 3); // the minimum makes room
    const QModelIndex workTime = m_model->index(static_cast<int>(StageRow::WorkTime), 1, printer);
    QVERIFY(m_model->setData(workTime, QStringLiteral("2ms"), Qt::EditRole));
    QCOMPARE(work.count(), 1);
}

void TestOutlineModel::refusesValuesThatCannotBe()
{
    show(test::fanOf(1));
    const QModelIndex consumer = m_model->indexOf({3});
    const QModelIndex link = m_model->index(stageRowCount, 0, consumer);
    const auto at = [this, link](LinkRow row) {
        return m_model->index(static_cast<int>(row), 1, link);
    };
    QVERIFY(!m_model->setData(at(LinkRow::Maximum), 0, Qt::EditRole));
    QVERIFY(!m_model->setData(at(LinkRow::Minimum), 10, Qt::EditRole));
    QVERIFY(!m_model->setData(at(LinkRow::Asked), 3, Qt::EditRole));
    QVERIFY(!m_model->setData(m_model->index(static_cast<int>(StageRow::WorkTime), 1, consumer),
                              QStringLiteral("soon"), Qt::EditRole));
    QVERIFY(!m_model->flags(at(LinkRow::Asked)).testFlag(Qt::ItemIsEditable));
}

SLUICE_TEST(TestOutlineModel)

} // namespace tst_outlinemodel

#include "tst_outlinemodel.moc"
