// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/models/logmodel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>

#include <memory>

namespace tst_logmodelfilter {

using namespace sluice;
using ui::LogFilter;
using ui::LogModel;
using ui::LogRow;
using ui::LogStore;
using Showing = LogModel::Showing;

namespace {

LogRow numbers(Integer first, EventCount count, std::uint32_t consumer = 0)
{
    LogRow row;
    row.first = first;
    row.step = 1;
    row.count = count;
    row.consumer = consumer;
    return row;
}

std::vector<LogRow> ascending(Integer first, Integer count)
{
    std::vector<LogRow> rows;
    for (Integer i = 0; i < count; ++i)
        rows.push_back(numbers(first + i, 1));
    return rows;
}

LogFilter filter(const char *text)
{
    return ui::parseLogFilter(QString::fromLatin1(text)).filter;
}

} // namespace

class TestLogModelFilter : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void showsOnlyWhatMatches();
    void looksAtTheNewestRowsAtOnceAndAtAllInTheEnd();
    void holdsTheFilterAgainstRowsThatCome();
    void dropsMatchesWithTheirChunk();
    void marksMatchesWhereAllRowsAreShown();
    void goesFromMatchToMatch();
    void unfoldsMatches();
    void findsRowsByTheirNumber();
    void looksAnewWhenAConsumerIsRenamed();
    void staysConsistentWhateverIsDone_data();
    void staysConsistentWhateverIsDone();

protected:
    void prepare() override { makeModel(3 * LogStore::rowsPerChunk); }

private:
    void makeModel(std::int64_t capacity)
    {
        m_tester.reset();
        m_model = std::make_unique<LogModel>(capacity);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setConsumers({{StageId{1}, QStringLiteral("C1"), 3, 71203, 0, 0},
                               {StageId{2}, QStringLiteral("C2"), 4, 71204, 0, 0}});
    }

    void lookThrough() const
    {
        while (m_model->rowsLeft() > 0)
            QCoreApplication::processEvents();
    }

    [[nodiscard]] QString number(int row) const
    {
        return m_model->index(row, LogModel::NumbersColumn).data().toString();
    }

    [[nodiscard]] QStringList shown() const
    {
        QStringList all;
        for (int row = 0; row < m_model->rowCount(); ++row)
            all += number(row);
        return all;
    }

    std::unique_ptr<LogModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestLogModelFilter::showsOnlyWhatMatches()
{
    m_model->append({numbers(1, 1), numbers(2, 1, 1), numbers(3, 1), numbers(4, 1, 1)});
    m_model->setFilter(filter("consumer:C2"), Showing::Matching);
    QCOMPARE(shown(), QStringList({QStringLiteral("2"), QStringLiteral("4")}));
    QCOMPARE(m_model->matchCount(), 2);
    m_model->setFilter({}, Showing::Matching);
    QCOMPARE(m_model->rowCount(), 4);
    QCOMPARE(m_model->matchCount(), 0);
}

void TestLogModelFilter::looksAtTheNewestRowsAtOnceAndAtAllInTheEnd()
{
    const Integer rows = 2 * LogStore::rowsPerChunk + 100;
    m_model->append(ascending(0, rows));
    m_model->setFilter(filter("value:50..60 "), Showing::Matching);
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->rowsLeft(), 2 * LogStore::rowsPerChunk);
    m_model->setFilter(filter("value>8200"), Showing::Matching);
    QCOMPARE(m_model->rowCount(), rows - 8201);
    m_model->setFilter(filter("value:50..60"), Showing::Matching);
    lookThrough();
    QCOMPARE(m_model->rowCount(), 11);
    QCOMPARE(number(0), QStringLiteral("50"));
}

void TestLogModelFilter::holdsTheFilterAgainstRowsThatCome()
{
    m_model->append(ascending(0, LogStore::rowsPerChunk + 10));
    m_model->setFilter(filter("value:4000..4200"), Showing::Matching);
    // These share the newest chunk, which was looked at, while the other one was not.
    m_model->append({numbers(4010, 1), numbers(1, 1)});
    lookThrough();
    QCOMPARE(m_model->rowCount(), 107);
    QCOMPARE(number(0), QStringLiteral("4000"));
    QCOMPARE(number(105), QStringLiteral("4105"));
    QCOMPARE(number(106), QStringLiteral("4010"));
    const QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    m_model->append({numbers(1, 1)});
    QCOMPARE(inserted.count(), 0);
}

void TestLogModelFilter::dropsMatchesWithTheirChunk()
{
    makeModel(LogStore::rowsPerChunk);
    m_model->append(ascending(0, LogStore::rowsPerChunk));
    m_model->setFilter(filter("value:4000.."), Showing::Matching);
    QCOMPARE(m_model->rowCount(), 96);
    const QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    m_model->append({numbers(5000, 1)});
    QCOMPARE(removed.count(), 1);
    QCOMPARE(shown(), QStringList(QStringLiteral("5000")));
}

void TestLogModelFilter::marksMatchesWhereAllRowsAreShown()
{
    m_model->append(ascending(0, 5));
    m_model->setFilter(filter("3"), Showing::All);
    QCOMPARE(m_model->rowCount(), 5);
    QVERIFY(m_model->isMatch(3));
    QVERIFY(!m_model->isMatch(2));
}

void TestLogModelFilter::goesFromMatchToMatch()
{
    m_model->append({numbers(0, 3), numbers(10, 2), numbers(20, 3), numbers(30, 1)});
    m_model->setUnfolded(0, true);
    m_model->setFilter(filter("count:3"), Showing::All);
    QCOMPARE(m_model->nextMatch(-1), 0);
    QCOMPARE(m_model->nextMatch(0), 2);
    QCOMPARE(m_model->nextMatch(2), -1);
    QCOMPARE(m_model->previousMatch(m_model->rowCount()), 2);
    QCOMPARE(m_model->previousMatch(2), 0);
    QCOMPARE(m_model->previousMatch(0), -1);
    m_model->setUnfolded(0, true);
    QCOMPARE(m_model->nextMatch(2), 5);
    QCOMPARE(m_model->previousMatch(5), 0);
}

void TestLogModelFilter::unfoldsMatches()
{
    m_model->append({numbers(0, 1), numbers(10, 2), numbers(20, 1), numbers(30, 2)});
    m_model->setFilter(filter("count:2"), Showing::Matching);
    m_model->setUnfolded(1, true);
    m_model->setUnfolded(0, true);
    QCOMPARE(shown().join(u'|'), QStringLiteral("10 … 11|10|11|30 … 31|30|31"));
    m_model->append({numbers(40, 2)});
    QCOMPARE(number(6), QStringLiteral("40 … 41"));
}

void TestLogModelFilter::findsRowsByTheirNumber()
{
    m_model->append({numbers(0, 1), numbers(10, 2), numbers(20, 2)});
    m_model->setUnfolded(1, true);
    QCOMPARE(m_model->numberOf(2), 1);
    QCOMPARE(m_model->numberOf(4), 2);
    QCOMPARE(m_model->rowOf(2), 4);
    m_model->setFilter(filter("count:2"), Showing::Matching);
    QCOMPARE(m_model->rowOf(0), -1);
    QCOMPARE(m_model->rowOf(2), 1);
    QCOMPARE(m_model->rowOf(3), -1);
}

void TestLogModelFilter::looksAnewWhenAConsumerIsRenamed()
{
    m_model->append({numbers(0, 1), numbers(1, 1, 1)});
    m_model->setFilter(filter("consumer:late"), Showing::Matching);
    QCOMPARE(m_model->rowCount(), 0);
    m_model->setConsumers({{StageId{1}, QStringLiteral("C1"), 3, 71203, 0, 0},
                           {StageId{2}, QStringLiteral("late"), 4, 71204, 0, 0}});
    QCOMPARE(shown(), QStringList(QStringLiteral("1")));
}

void TestLogModelFilter::staysConsistentWhateverIsDone_data()
{
    QTest::addColumn<bool>("isHiding");
    QTest::newRow("matching rows only") << true;
    QTest::newRow("all rows") << false;
}

void TestLogModelFilter::staysConsistentWhateverIsDone()
{
    QFETCH(bool, isHiding);
    makeModel(2 * LogStore::rowsPerChunk);
    test::Random random = test::seededRandom();
    Integer next = 0;
    for (int round = 0; round < 30; ++round) {
        m_model->append(ascending(next, random.between(0, 1500)));
        next = m_model->store().end();
        if (random.chance(1, 5))
            m_model->setFilter(filter(random.chance(1, 2) ? "value:..9000" : "value:3000.."),
                               isHiding ? Showing::Matching : Showing::All);
        if (random.chance(1, 3))
            QCoreApplication::processEvents();
        if (m_model->rowCount() == 0)
            continue;
        const auto row =
            static_cast<int>(random.below(static_cast<std::uint64_t>(m_model->rowCount())));
        QCOMPARE(m_model->rowOf(m_model->numberOf(row)), row);
        QCOMPARE(number(row), QString::number(m_model->numberOf(row)));
    }
    m_model->setFilter(filter("value:9000.."), isHiding ? Showing::Matching : Showing::All);
    lookThrough();
    const std::int64_t from = std::max<std::int64_t>(9000, m_model->store().begin());
    QCOMPARE(m_model->matchCount(), std::max<std::int64_t>(0, next - from));
}

SLUICE_TEST(TestLogModelFilter)

} // namespace tst_logmodelfilter

#include "tst_logmodelfilter.moc"
