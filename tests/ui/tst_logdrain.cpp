// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/models/logdrain.h"

#include <QStringList>

#include <map>

namespace tst_logdrain {

using namespace sluice;
using ui::LogDrain;
using ui::LogRow;

namespace {

const StageId one{1};
const StageId two{2};

/// The rows as words: "2@5" is number 2 handled at 5, "gap 3" three batches, "'x'" a note.
QStringList words(const std::vector<LogRow> &rows)
{
    QStringList result;
    for (const LogRow &row : rows) {
        if (row.kind == LogRow::Kind::Gap)
            result += QStringLiteral("gap %1").arg(row.first);
        else if (row.kind == LogRow::Kind::Note)
            result += QStringLiteral("'%1'").arg(row.text);
        else
            result += QStringLiteral("%1@%2").arg(row.first).arg(row.timeNs);
    }
    return result;
}

} // namespace

class TestLogDrain : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void putsTheRowsOfAllConsumersInTheOrderOfTime();
    void takesAFairShareOfEachAndTheRestLater();
    void givesWhatOneDoesNotNeedToTheOthers();
    void reportsGapsAtTheirPlace();
    void reportsAGapThatNoRowFollows();
    void readsARingToItsEndAfterItsConsumerLeft();
    void putsAFarewellBehindTheLastRow();
    void keepsAFarewellBackWhileRowsAreLeft();
    void putsNotesAtTheirTime();
    void readsTheNewRingOfAConsumerThatStartedAgain();
    void forgetsWhatWasBeforeAReset();

protected:
    void prepare() override
    {
        m_drain = LogDrain();
        m_logs.clear();
        m_drain.setSource([this](StageId id) {
            const auto found = m_logs.find(id);
            return found == m_logs.end() ? nullptr : found->second;
        });
    }

private:
    void open(StageId id, std::size_t capacity = 64)
    {
        m_logs[id] = std::make_shared<BatchLog>(capacity);
        m_drain.addConsumer(id, QStringLiteral("printer"), 1, 100);
    }

    void write(StageId id, Integer number, std::int64_t timeNs)
    {
        m_logs[id]->write(Batch::of(std::vector<Integer>{number}), SubscriptionId{1}, timeNs, 5);
    }

    [[nodiscard]] QStringList take(std::size_t most = 1000) { return words(m_drain.take(most)); }

    LogDrain m_drain;
    std::map<StageId, std::shared_ptr<BatchLog>> m_logs;
};

void TestLogDrain::putsTheRowsOfAllConsumersInTheOrderOfTime()
{
    open(one);
    open(two);
    write(one, 0, 10);
    write(one, 2, 30);
    write(one, 6, 40);
    write(two, 4, 20);
    write(two, 8, 40);
    QCOMPARE(take(), QString::fromLatin1("0@10 4@20 2@30 6@40 8@40").split(u' '));
    QCOMPARE(take(), QStringList());
    QCOMPARE(m_drain.consumers().at(0).taken, 3);
    QCOMPARE(m_drain.consumers().at(1).taken, 2);
}

void TestLogDrain::takesAFairShareOfEachAndTheRestLater()
{
    open(one);
    open(two);
    for (int i = 0; i < 10; ++i) {
        write(one, i, 2 * i);
        write(two, 100 + i, 2 * i + 1);
    }
    QCOMPARE(take(4), QString::fromLatin1("0@0 100@1 1@2 101@3").split(u' '));
    QVERIFY(m_drain.hasMore());
    QCOMPARE(take(100).size(), 16);
    QVERIFY(!m_drain.hasMore());
}

void TestLogDrain::givesWhatOneDoesNotNeedToTheOthers()
{
    open(one);
    open(two);
    write(one, 0, 0);
    for (int i = 0; i < 20; ++i)
        write(two, i, i);
    QCOMPARE(take(12).size(), 12);
}

void TestLogDrain::reportsGapsAtTheirPlace()
{
    open(one, 2);
    for (int i = 0; i < 5; ++i)
        write(one, i, i);
    QCOMPARE(take(), QString::fromLatin1("0@0 1@1").split(u' '));
    QCOMPARE(m_drain.consumers().at(0).notKept, 3);
    write(one, 5, 5);
    QCOMPARE(take(), (QStringList{QStringLiteral("gap 3"), QStringLiteral("5@5")}));
    QCOMPARE(m_drain.consumers().at(0).notKept, 3);
}

void TestLogDrain::reportsAGapThatNoRowFollows()
{
    open(one, 2);
    for (int i = 0; i < 5; ++i)
        write(one, i, i);
    m_logs.clear();
    QCOMPARE(take(2), QString::fromLatin1("0@0 1@1").split(u' '));
    QCOMPARE(take(2), QStringList(QStringLiteral("gap 3")));
    QCOMPARE(take(2), QStringList());
}

void TestLogDrain::readsARingToItsEndAfterItsConsumerLeft()
{
    open(one);
    for (int i = 0; i < 5; ++i)
        write(one, i, i);
    const std::weak_ptr<BatchLog> log = m_logs[one];
    m_logs.clear();
    QCOMPARE(take(3).size(), 3);
    QVERIFY(!log.expired());
    QCOMPARE(take(3).size(), 2);
    QVERIFY(log.expired());
    QCOMPARE(m_drain.consumers().at(0).taken, 5);
}

void TestLogDrain::putsAFarewellBehindTheLastRow()
{
    open(one, 2);
    open(two);
    for (int i = 0; i < 5; ++i)
        write(one, i, i);
    m_drain.addFarewell(one, QStringLiteral("printer"), QStringLiteral("left"), 2);
    write(two, 10, 4);
    QCOMPARE(take(8),
             (QStringList{QStringLiteral("0@0"), QStringLiteral("1@1"), QStringLiteral("gap 3"),
                          QStringLiteral("'left'"), QStringLiteral("10@4")}));
}

void TestLogDrain::keepsAFarewellBackWhileRowsAreLeft()
{
    open(one);
    open(two);
    for (int i = 0; i < 4; ++i)
        write(one, i, i);
    m_drain.addFarewell(one, QStringLiteral("printer"), QStringLiteral("left"), 5);
    for (int i = 10; i < 14; ++i)
        write(two, i, i);
    QCOMPARE(take(4), QString::fromLatin1("0@0 1@1 10@10 11@11").split(u' '));
    QCOMPARE(take(8), QString::fromLatin1("2@2 3@3 'left' 12@12 13@13").split(u' '));
}

void TestLogDrain::putsNotesAtTheirTime()
{
    open(one);
    write(one, 0, 10);
    write(one, 2, 30);
    m_drain.addNote(QStringLiteral("paused"), 20);
    m_drain.addNote(QStringLiteral("stopped"), 40);
    QCOMPARE(take(), QString::fromLatin1("0@10 'paused' 2@30 'stopped'").split(u' '));
    QCOMPARE(take(), QStringList());
}

void TestLogDrain::readsTheNewRingOfAConsumerThatStartedAgain()
{
    open(one);
    write(one, 0, 10);
    open(one);
    write(one, 2, 20);
    QCOMPARE(take(), QString::fromLatin1("0@10 2@20").split(u' '));
    QCOMPARE(m_drain.consumers().size(), std::size_t(1));
    QCOMPARE(m_drain.consumers().at(0).taken, 2);
}

void TestLogDrain::forgetsWhatWasBeforeAReset()
{
    open(one, 2);
    for (int i = 0; i < 5; ++i)
        write(one, i, i);
    m_drain.addNote(QStringLiteral("old"), 1);
    m_drain.reset();
    QCOMPARE(take(), QStringList());
    QCOMPARE(m_drain.consumers().at(0).taken, 0);
    QCOMPARE(m_drain.consumers().at(0).notKept, 0);
    m_drain.addConsumer(one, QStringLiteral("printer"), 1, 100);
    m_logs.clear();
    QCOMPARE(take(), QStringList());
}

SLUICE_TEST(TestLogDrain)

} // namespace tst_logdrain

#include "tst_logdrain.moc"
