// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/models/logmodel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>

#include <memory>

namespace tst_logmodel {

using namespace sluice;
using ui::LogModel;
using ui::LogRow;
using ui::LogStore;
using Fold = LogModel::Fold;
using RowKind = LogModel::RowKind;

namespace {

LogRow numbers(Integer first, EventCount count, Integer step = 2)
{
    LogRow row;
    row.first = first;
    row.step = step;
    row.count = count;
    row.timeNs = 2'500'000'000;
    row.waitNs = 812'000;
    return row;
}

LogRow events(std::vector<Integer> values)
{
    LogRow row;
    row.kind = LogRow::Kind::Events;
    row.count = std::ssize(values);
    row.events = Batch::of(std::move(values));
    return row;
}

} // namespace

class TestLogModel : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void insertsAllRowsOfARoundAtOnce();
    void saysWhatABatchIs();
    void mentionsStepsThatAreNotUsual();
    void showsTextInQuotesOnOneLine();
    void saysWhatCouldNotBeKept();
    void showsNotes();
    void unfoldsABatchIntoItsNumbers();
    void unfoldsUnevenBatches();
    void doesNotUnfoldWhatHasNoParts();
    void showsLargeBatchesAThousandAtATime_data();
    void showsLargeBatchesAThousandAtATime();
    void keepsUnfoldedBatchesApart();
    void dropsAChunkInOneRemoval();
    void dropsUnfoldedRowsWithTheirChunk();
    void readsAloud();
    void staysConsistentWhateverIsDone();

protected:
    void prepare() override
    {
        m_model = std::make_unique<LogModel>(LogStore::rowsPerChunk);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setConsumers({{StageId{1}, QStringLiteral("printer"), 3, 71203, 0, 0}});
        m_model->setStart(500'000'000);
        m_model->setUsualStep(2);
    }

private:
    [[nodiscard]] QString cell(int row, int column, int role = Qt::DisplayRole) const
    {
        return m_model->index(row, column).data(role).toString();
    }

    [[nodiscard]] QString number(int row) const { return cell(row, LogModel::NumbersColumn); }

    std::unique_ptr<LogModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestLogModel::insertsAllRowsOfARoundAtOnce()
{
    const QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    m_model->append({});
    QCOMPARE(inserted.count(), 0);
    m_model->append({numbers(0, 5), numbers(10, 5), numbers(20, 5)});
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(m_model->rowCount(), 3);
}

void TestLogModel::saysWhatABatchIs()
{
    m_model->append({numbers(2000, 500), numbers(7, 1)});
    QCOMPARE(cell(0, LogModel::TimeColumn), QStringLiteral("2.000"));
    QCOMPARE(cell(0, LogModel::ConsumerColumn), QStringLiteral("printer"));
    QCOMPARE(cell(0, LogModel::ThreadColumn), QStringLiteral("3"));
    QCOMPARE(cell(0, LogModel::CountColumn), QStringLiteral("500"));
    QCOMPARE(cell(0, LogModel::WaitColumn), QStringLiteral("812 µs"));
    QCOMPARE(number(0), QStringLiteral("2000 … 2998"));
    QCOMPARE(number(1), QStringLiteral("7"));
    QVERIFY(cell(0, 0, Qt::ToolTipRole).contains(QStringLiteral("71203")));
}

void TestLogModel::mentionsStepsThatAreNotUsual()
{
    m_model->append({numbers(0, 3, 5), events({2, 3, 5})});
    QCOMPARE(number(0), QStringLiteral("0 … 10  (step 5)"));
    QCOMPARE(number(1), QStringLiteral("2 … 5  (uneven steps)"));
}

void TestLogModel::showsTextInQuotesOnOneLine()
{
    LogRow row;
    row.kind = LogRow::Kind::Events;
    row.events =
        Batch::of(std::vector<std::string>{"a\nb", std::string(1000, 'x'), "the quick brown fox"});
    row.count = 3;
    m_model->append({row});
    QCOMPARE(number(0), QStringLiteral("“a⏎b” … “the quick brown fox”"));
    QCOMPARE(cell(0, LogModel::NumbersColumn, Qt::AccessibleTextRole),
             QStringLiteral("3 events, from “a⏎b” to “the quick brown fox”"));
    m_model->setUnfolded(0, true);
    QCOMPARE(number(1), QStringLiteral("“a⏎b”"));
    QVERIFY(number(2).endsWith(QStringLiteral("x…”")));
    QCOMPARE_LT(number(2).size(), 420);
}

void TestLogModel::saysWhatCouldNotBeKept()
{
    LogRow gap;
    gap.kind = LogRow::Kind::Gap;
    gap.first = 12;
    gap.count = 6000;
    m_model->append({gap});
    QCOMPARE(number(0), QStringLiteral("12 batches (6,000 events) could not be kept"));
    QCOMPARE(m_model->rowKind(0), RowKind::Gap);
    QCOMPARE(cell(0, LogModel::CountColumn), QString());
}

void TestLogModel::showsNotes()
{
    LogRow note;
    note.kind = LogRow::Kind::Note;
    note.text = QStringLiteral("Paused");
    note.consumer = 9;
    m_model->append({note});
    QCOMPARE(cell(0, LogModel::ConsumerColumn), QStringLiteral("Paused"));
    QCOMPARE(m_model->rowKind(0), RowKind::Note);
    QCOMPARE(m_model->fold(0), Fold::None);
}

void TestLogModel::unfoldsABatchIntoItsNumbers()
{
    m_model->append({numbers(0, 1), numbers(10, 3), numbers(20, 1)});
    QCOMPARE(m_model->fold(1), Fold::Folded);
    m_model->setUnfolded(1, true);
    QCOMPARE(m_model->rowCount(), 6);
    QCOMPARE(m_model->fold(1), Fold::Unfolded);
    QCOMPARE(number(2), QStringLiteral("10"));
    QCOMPARE(number(4), QStringLiteral("14"));
    QCOMPARE(cell(4, LogModel::CountColumn), QStringLiteral("3"));
    QCOMPARE(m_model->rowKind(4), RowKind::Number);
    QCOMPARE(m_model->batchRow(4), 1);
    QCOMPARE(number(5), QStringLiteral("20"));
    m_model->setUnfolded(1, false);
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(number(2), QStringLiteral("20"));
}

void TestLogModel::unfoldsUnevenBatches()
{
    m_model->append({events({2, 3, 5})});
    m_model->setUnfolded(0, true);
    QCOMPARE(number(3), QStringLiteral("5"));
}

void TestLogModel::doesNotUnfoldWhatHasNoParts()
{
    m_model->append({numbers(0, 1)});
    QCOMPARE(m_model->fold(0), Fold::None);
    m_model->setUnfolded(0, true);
    QCOMPARE(m_model->rowCount(), 1);
}

void TestLogModel::showsLargeBatchesAThousandAtATime_data()
{
    QTest::addColumn<EventCount>("count");
    QTest::addColumn<int>("rowsAtFirst");
    QTest::addColumn<int>("rowsThen");

    QTest::newRow("1000: all") << EventCount(1000) << 1000 << 1000;
    QTest::newRow("1001: the last one takes the place") << EventCount(1001) << 1001 << 1001;
    QTest::newRow("2000: no more after the second") << EventCount(2000) << 1001 << 2000;
    QTest::newRow("2500: again more") << EventCount(2500) << 1001 << 2001;
}

void TestLogModel::showsLargeBatchesAThousandAtATime()
{
    QFETCH(EventCount, count);
    QFETCH(int, rowsAtFirst);
    QFETCH(int, rowsThen);
    m_model->append({numbers(0, count), numbers(-1, 1)});
    m_model->setUnfolded(0, true);
    QCOMPARE(m_model->rowCount(), 2 + rowsAtFirst);
    QCOMPARE(number(1000), QStringLiteral("1998"));
    if (count > 1000) {
        QCOMPARE(m_model->rowKind(1001), RowKind::More);
        QCOMPARE(number(1001), QStringLiteral("… %1 more").arg(QLocale().toString(count - 1000)));
        m_model->showMore(1001);
        QCOMPARE(number(1001), QStringLiteral("2000"));
    }
    QCOMPARE(m_model->rowCount(), 2 + rowsThen);
    QCOMPARE(number(1 + rowsThen), QStringLiteral("-1"));
}

void TestLogModel::keepsUnfoldedBatchesApart()
{
    m_model->append({numbers(0, 2), numbers(10, 3), numbers(20, 1), numbers(30, 2)});
    m_model->setUnfolded(3, true);
    m_model->setUnfolded(0, true);
    m_model->setUnfolded(3, true);
    QStringList all;
    for (int row = 0; row < m_model->rowCount(); ++row)
        all += number(row);
    QCOMPARE(all.join(u'|'), QStringLiteral("0 … 2|0|2|10 … 14|10|12|14|20|30 … 32|30|32"));
    m_model->append({numbers(40, 1)});
    QCOMPARE(number(11), QStringLiteral("40"));
}

void TestLogModel::dropsAChunkInOneRemoval()
{
    const QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    std::vector<LogRow> rows;
    for (Integer i = 0; i < LogStore::rowsPerChunk; ++i)
        rows.push_back(numbers(i, 1));
    m_model->append(rows);
    QCOMPARE(removed.count(), 0);
    m_model->append({numbers(-1, 1)});
    QCOMPARE(removed.count(), 1);
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(number(0), QStringLiteral("-1"));
    QCOMPARE(m_model->heldEvents(), 1);
}

void TestLogModel::dropsUnfoldedRowsWithTheirChunk()
{
    std::vector<LogRow> rows;
    for (Integer i = 0; i < LogStore::rowsPerChunk; ++i)
        rows.push_back(numbers(10 * i, 3));
    m_model->append(rows);
    m_model->setUnfolded(5, true);
    m_model->append({numbers(-10, 2)});
    QCOMPARE(m_model->rowCount(), 1);
    m_model->setUnfolded(0, true);
    QCOMPARE(number(1), QStringLiteral("-10"));
    m_model->clear();
    QCOMPARE(m_model->rowCount(), 0);
}

void TestLogModel::readsAloud()
{
    m_model->append({numbers(2000, 500)});
    m_model->setUnfolded(0, true);
    const auto aloud = [this](int row, int column) {
        return cell(row, column, Qt::AccessibleTextRole);
    };
    QCOMPARE(aloud(0, LogModel::NumbersColumn), QStringLiteral("500 events, from 2000 to 2998"));
    QCOMPARE(aloud(0, LogModel::TimeColumn), QStringLiteral("after 2.000 seconds"));
    QCOMPARE(aloud(0, LogModel::WaitColumn), QStringLiteral("waited 812 µs"));
    QCOMPARE(aloud(2, LogModel::CountColumn), QStringLiteral("2 of 500"));
}

void TestLogModel::staysConsistentWhateverIsDone()
{
    // The model tester looks on; the newest number must always be in the last row of its kind.
    test::Random random = test::seededRandom();
    Integer next = 0;
    for (int round = 0; round < 25; ++round) {
        std::vector<LogRow> rows;
        for (std::int64_t i = random.between(0, 600); i > 0; --i)
            rows.push_back(numbers(next++, random.between(1, 4)));
        m_model->append(rows);
        for (int i = 0; i < 2 && m_model->rowCount() > 0; ++i) {
            const auto row =
                static_cast<int>(random.below(static_cast<std::uint64_t>(m_model->rowCount())));
            m_model->setUnfolded(row, m_model->fold(row) == Fold::Folded);
        }
        int last = m_model->rowCount() - 1;
        if (last < 0)
            continue;
        last = m_model->batchRow(last);
        QCOMPARE(m_model->rowKind(last), RowKind::Batch);
        QVERIFY(number(last).startsWith(QString::number(next - 1)));
    }
}

SLUICE_TEST(TestLogModel)

} // namespace tst_logmodel

#include "tst_logmodel.moc"
