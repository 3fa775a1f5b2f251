// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/telemetry/batchlog.h"
#include "tests/support/batches.h"
#include "tests/support/testsupport.h"
#include "tests/support/workthread.h"

#include <QList>

#include <atomic>
#include <limits>
#include <string>

namespace tst_batchlog {

using namespace sluice;
using test::numbers;

namespace {

constexpr SubscriptionId from{7};
constexpr Integer lowest = std::numeric_limits<Integer>::min();
constexpr Integer highest = std::numeric_limits<Integer>::max();
constexpr std::size_t all = std::numeric_limits<std::size_t>::max();

Batch batch(std::vector<Integer> values)
{
    return Batch::of(std::move(values));
}

QString text(const LogEntry &row)
{
    QStringList words;
    for (EventCount i = 0; i < row.count; ++i)
        words.append(QString::fromStdString(row.textAt(i)));
    return words.join(u' ');
}

/// Writes rows of one to four numbers, counted through; every eighth as text.
class Writer : public test::WorkThread
{
public:
    Writer(BatchLog &log, std::int64_t rows)
        : m_log(log)
        , m_rows(rows)
    {
    }

    std::atomic<bool> isDone = false;
    EventCount events = 0; // valid once it is done

protected:
    void work() override
    {
        for (std::int64_t row = 0; row < m_rows; ++row) {
            const EventCount count = 1 + row % 4;
            if (row % 8 == 0)
                m_log.write(Batch::of(std::vector<std::string>{std::to_string(events)}), from, row,
                            0);
            else
                m_log.write(numbers(events, count), from, row, 0);
            events += count;
        }
        isDone = true;
    }

private:
    BatchLog &m_log;
    std::int64_t m_rows;
};

/// Takes rows until the writer is done and nothing is left; checks that no row or event is out of
/// its place: each says how many are missing before it.
class Taker : public test::WorkThread
{
public:
    Taker(BatchLog &log, const Writer &writer)
        : m_log(log)
        , m_writer(writer)
    {
    }

    std::int64_t rows = 0;   // kept, and reported as missing
    EventCount events = 0;   // kept, and reported as missing
    std::int64_t missed = 0; // rows reported as missing
    std::int64_t wrong = 0;

protected:
    void work() override
    {
        for (;;) {
            const bool wasDone = m_writer.isDone; // before the last look, not after
            std::vector<LogEntry> taken;
            m_log.take(taken, 16);
            for (const LogEntry &row : taken)
                check(row);
            if (taken.empty() && wasDone)
                return;
        }
    }

private:
    void check(const LogEntry &row)
    {
        rows += row.missedBatches;
        missed += row.missedBatches;
        events += row.missedEvents;
        wrong += row.handledNs == rows ? 0 : 1;
        wrong += row.textAt(0) == std::to_string(events) ? 0 : 1;
        wrong += row.count == 1 + rows % 4 ? 0 : 1;
        ++rows;
        events += row.count;
    }

    BatchLog &m_log;
    const Writer &m_writer;
};

/// Looks at the totals while they grow: they may not fall.
class Watcher : public test::WorkThread
{
public:
    Watcher(const BatchLog &log, const Writer &writer)
        : m_log(log)
        , m_writer(writer)
    {
    }

    std::int64_t wrong = 0;

protected:
    void work() override
    {
        std::int64_t missed = 0;
        EventCount seen = 0;
        while (!m_writer.isDone) {
            wrong += m_log.missedBatches() < missed || m_log.seenEvents() < seen ? 1 : 0;
            missed = m_log.missedBatches();
            seen = m_log.seenEvents();
        }
    }

private:
    const BatchLog &m_log;
    const Writer &m_writer;
};

} // namespace

class TestBatchLog : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEvenlySpacedIntegersAsASequence_data();
    void keepsEvenlySpacedIntegersAsASequence();
    void keepsOtherEventsAsTheirBatch_data();
    void keepsOtherEventsAsTheirBatch();
    void carriesWhenAndFromWhereEventsCame();
    void givesTheOldestRowsFirstAndNoMoreThanWanted();
    void writesNoRowForNoEvents();
    void roundsItsCapacityUpToAPowerOfTwo();
    void reportsWhatIsMissingWithTheNextRowThatFits();
    void releasesEventsWhenTheyAreTaken();
    void keepsOrderAndCountsBetweenThreads_data();
    void keepsOrderAndCountsBetweenThreads();
};

void TestBatchLog::keepsEvenlySpacedIntegersAsASequence_data()
{
    QTest::addColumn<Batch>("events");
    QTest::addColumn<QString>("written");
    QTest::addColumn<qint64>("step");

    QTest::newRow("one number") << batch({5}) << QStringLiteral("5") << 0LL;
    QTest::newRow("two numbers") << batch({5, 9}) << QStringLiteral("5 9") << 4LL;
    QTest::newRow("even numbers") << batch({0, 2, 4, 6}) << QStringLiteral("0 2 4 6") << 2LL;
    QTest::newRow("falling") << batch({3, 0, -3, -6}) << QStringLiteral("3 0 -3 -6") << -3LL;
    QTest::newRow("all the same") << batch({7, 7, 7}) << QStringLiteral("7 7 7") << 0LL;
    QTest::newRow("a slice") << numbers(0, 10).slice(4, 3) << QStringLiteral("4 5 6") << 1LL;
    QTest::newRow("the largest integer alone")
        << batch({highest}) << QStringLiteral("9223372036854775807") << 0LL;
    QTest::newRow("up to the largest integer")
        << batch({highest - 2, highest - 1, highest})
        << QStringLiteral("9223372036854775805 9223372036854775806 9223372036854775807") << 1LL;
    QTest::newRow("past the largest integer")
        << batch({highest - 1, highest, lowest})
        << QStringLiteral("9223372036854775806 9223372036854775807 -9223372036854775808") << 1LL;
    QTest::newRow("past the smallest integer")
        << batch({lowest + 1, lowest, highest})
        << QStringLiteral("-9223372036854775807 -9223372036854775808 9223372036854775807") << -1LL;
    QTest::newRow("from end to end, a distance that no integer holds")
        << batch({lowest, highest}) << QStringLiteral("-9223372036854775808 9223372036854775807")
        << -1LL;
}

void TestBatchLog::keepsEvenlySpacedIntegersAsASequence()
{
    QFETCH(const Batch, events);
    BatchLog log(4);
    log.write(events, from, 0, 0);
    std::vector<LogEntry> rows;
    QCOMPARE_EQ(log.take(rows, all), 1U);
    const LogEntry &row = rows.front();
    QVERIFY(row.isSequence);
    QVERIFY(row.events.isEmpty());
    QCOMPARE_EQ(row.count, events.size());
    QCOMPARE_EQ(row.first, events.as<Integer>().front());
    QCOMPARE_EQ(row.last(), events.as<Integer>().back());
    QTEST(row.step, "step");
    QTEST(text(row), "written");
}

void TestBatchLog::keepsOtherEventsAsTheirBatch_data()
{
    QTest::addColumn<Batch>("events");
    QTest::addColumn<QString>("written");

    QTest::newRow("numbers at different distances, seen at the third")
        << batch({1, 2, 4}) << QStringLiteral("1 2 4");
    QTest::newRow("seen only in the middle") << batch({0, 1, 5, 6}) << QStringLiteral("0 1 5 6");
    QTest::newRow("seen only at the last") << batch({0, 1, 2, 3, 5}) << QStringLiteral("0 1 2 3 5");
    QTest::newRow("text") << Batch::of(std::vector<std::string>{"one", "two"})
                          << QStringLiteral("one two");
    QTest::newRow("one text") << Batch::of(std::vector<std::string>{"12"}) << QStringLiteral("12");
}

void TestBatchLog::keepsOtherEventsAsTheirBatch()
{
    QFETCH(const Batch, events);
    BatchLog log(4);
    log.write(events, from, 0, 0);
    std::vector<LogEntry> rows;
    log.take(rows, all);
    QVERIFY(!rows.front().isSequence);
    QCOMPARE_EQ(rows.front().count, events.size());
    QCOMPARE_EQ(rows.front().events.size(), events.size());
    QTEST(text(rows.front()), "written");
}

void TestBatchLog::carriesWhenAndFromWhereEventsCame()
{
    BatchLog log(4);
    log.write(numbers(0, 2), from, 1000, 30);
    std::vector<LogEntry> rows;
    log.take(rows, all);
    QCOMPARE_EQ(rows.front().handledNs, 1000);
    QCOMPARE_EQ(rows.front().waitNs, 30);
    QVERIFY(rows.front().from == from);
}

void TestBatchLog::givesTheOldestRowsFirstAndNoMoreThanWanted()
{
    BatchLog log(8);
    for (Integer i = 0; i < 5; ++i)
        log.write(numbers(i, 1), from, 0, 0);
    std::vector<LogEntry> rows;
    QCOMPARE_EQ(log.take(rows, 0), 0U);
    QCOMPARE_EQ(log.take(rows, 2), 2U);
    QCOMPARE_EQ(log.take(rows, all), 3U);
    QCOMPARE_EQ(log.take(rows, all), 0U);
    QCOMPARE_EQ(rows.size(), 5U); // appended
    for (std::size_t i = 0; i < rows.size(); ++i)
        QCOMPARE_EQ(rows[i].first, static_cast<Integer>(i));
}

void TestBatchLog::writesNoRowForNoEvents()
{
    BatchLog log(4);
    log.write(Batch(), from, 0, 0);
    log.write(numbers(0, 0), from, 0, 0);
    std::vector<LogEntry> rows;
    QCOMPARE_EQ(log.take(rows, all), 0U);
    QCOMPARE_EQ(log.seenBatches(), 0);
}

void TestBatchLog::roundsItsCapacityUpToAPowerOfTwo()
{
    for (const auto &[wanted, given] : {std::pair{0, 2}, {1, 2}, {2, 2}, {5, 8}, {8, 8}}) {
        BatchLog log(static_cast<std::size_t>(wanted));
        for (Integer i = 0; i < 20; ++i)
            log.write(numbers(i, 1), from, 0, 0);
        std::vector<LogEntry> rows;
        QCOMPARE_EQ(log.take(rows, all), static_cast<std::size_t>(given));
        QCOMPARE_EQ(log.missedBatches(), 20 - given);
    }
}

void TestBatchLog::reportsWhatIsMissingWithTheNextRowThatFits()
{
    BatchLog log(2);
    for (Integer i = 0; i < 5; ++i) // the last three, of 9 events, do not fit
        log.write(numbers(10 * i, i < 2 ? 1 : 3), from, 0, 0);
    QCOMPARE_EQ(log.seenBatches(), 5);
    QCOMPARE_EQ(log.seenEvents(), 11);
    QCOMPARE_EQ(log.missedBatches(), 3);
    QCOMPARE_EQ(log.missedEvents(), 9);

    std::vector<LogEntry> rows;
    log.take(rows, 1);
    log.write(numbers(50, 4), from, 0, 0); // fits
    log.write(numbers(60, 1), from, 0, 0); // does not
    log.take(rows, all);
    log.write(numbers(70, 1), from, 0, 0);
    log.write(numbers(80, 1), from, 0, 0);
    log.take(rows, all);
    QCOMPARE_EQ(rows.size(), 5U);
    const QList<std::int64_t> missed{0, 0, 3, 1, 0};
    for (std::size_t i = 0; i < rows.size(); ++i)
        QCOMPARE_EQ(rows[i].missedBatches, missed[static_cast<qsizetype>(i)]);
    QCOMPARE_EQ(rows[2].missedEvents, 9);
    QCOMPARE_EQ(rows[3].missedEvents, 1);
    QCOMPARE_EQ(rows[4].missedEvents, 0);
    QCOMPARE_EQ(log.seenBatches(), 5 + log.missedBatches()); // seen = kept + missed
}

void TestBatchLog::releasesEventsWhenTheyAreTaken()
{
    BatchLog log(2);
    const auto word = std::make_shared<int>(1);
    log.write(Batch::of(std::vector<std::shared_ptr<int>>{word}), from, 0, 0);
    QCOMPARE_EQ(word.use_count(), 2);
    {
        std::vector<LogEntry> rows;
        log.take(rows, all);
        QCOMPARE_EQ(word.use_count(), 2);
    }
    QCOMPARE_EQ(word.use_count(), 1);
}

void TestBatchLog::keepsOrderAndCountsBetweenThreads_data()
{
    QTest::addColumn<int>("capacity");

    QTest::newRow("a small ring that overflows") << 4;
    QTest::newRow("a ring of the usual size") << 1024;
}

void TestBatchLog::keepsOrderAndCountsBetweenThreads()
{
    QFETCH(const int, capacity);
    const std::int64_t rows = test::scaled(1'000'000);
    BatchLog log(static_cast<std::size_t>(capacity));
    Writer writer(log, rows);
    Taker taker(log, writer);
    Watcher watcher(log, writer);
    taker.start();
    watcher.start();
    writer.start();
    writer.join();
    taker.join();
    watcher.join();
    QCOMPARE_EQ(taker.wrong, 0);
    QCOMPARE_EQ(watcher.wrong, 0);
    QCOMPARE_EQ(log.seenBatches(), rows);
    QCOMPARE_EQ(log.seenEvents(), writer.events);
    // What the last row could not report is only in the totals.
    const std::int64_t unreported = log.missedBatches() - taker.missed;
    QVERIFY(unreported >= 0);
    QCOMPARE_EQ(taker.rows + unreported, rows);
    QVERIFY(taker.events <= writer.events);
}

SLUICE_TEST(TestBatchLog)

} // namespace tst_batchlog

#include "tst_batchlog.moc"
