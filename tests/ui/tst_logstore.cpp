// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/models/logstore.h"

namespace tst_logstore {

using namespace sluice;
using ui::LogRow;
using ui::LogStore;

namespace {

LogRow numbers(Integer first, EventCount count)
{
    LogRow row;
    row.first = first;
    row.step = 2;
    row.count = count;
    row.timeNs = first + 1;
    row.waitNs = first + 2;
    row.consumer = 3;
    return row;
}

} // namespace

class TestLogStore : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatItGot();
    void keepsNumbersWhenOldRowsGo();
    void dropsWholeChunksBeyondItsCapacity();
    void dropsChunksWithTooManyLooseEvents();
    void countsTheNumbersItHolds();
};

void TestLogStore::givesBackWhatItGot()
{
    LogStore store;
    store.append(numbers(10, 500));
    LogRow events;
    events.kind = LogRow::Kind::Events;
    events.events = Batch::of(std::vector<Integer>{2, 3, 5, 7});
    events.count = 4;
    store.append(events);
    LogRow note;
    note.kind = LogRow::Kind::Note;
    note.text = QStringLiteral("printer left");
    store.append(note);

    QCOMPARE(store.size(), 3);
    const LogRow first = store.row(0);
    QCOMPARE(first.first, 10);
    QCOMPARE(first.last(), 1008);
    QCOMPARE(first.timeNs, 11);
    QCOMPARE(first.waitNs, 12);
    QCOMPARE(first.consumer, 3U);
    QCOMPARE(store.row(1).events.textAt(3), std::string("7"));
    QCOMPARE(store.row(2).text, QStringLiteral("printer left"));
}

void TestLogStore::keepsNumbersWhenOldRowsGo()
{
    LogStore store;
    for (Integer i = 0; i < 3 * LogStore::rowsPerChunk; ++i)
        store.append(numbers(i, 1));
    store.dropOldestChunk();
    QCOMPARE(store.begin(), LogStore::rowsPerChunk);
    QCOMPARE(store.row(store.begin()).first, LogStore::rowsPerChunk);
    QCOMPARE(store.row(store.end() - 1).first, 3 * LogStore::rowsPerChunk - 1);
    store.clear();
    QCOMPARE(store.size(), 0);
    store.append(numbers(7, 1));
    QCOMPARE(store.begin(), 3 * LogStore::rowsPerChunk);
    QCOMPARE(store.row(store.begin()).first, 7);
}

void TestLogStore::dropsWholeChunksBeyondItsCapacity()
{
    LogStore store(2 * LogStore::rowsPerChunk);
    for (Integer i = 0; i < 2 * LogStore::rowsPerChunk; ++i)
        store.append(numbers(i, 1));
    QCOMPARE(store.rowsToDrop(), 0);
    store.append(numbers(0, 1));
    QCOMPARE(store.rowsToDrop(), LogStore::rowsPerChunk);
    store.dropOldestChunk();
    QCOMPARE(store.rowsToDrop(), 0);
}

void TestLogStore::dropsChunksWithTooManyLooseEvents()
{
    LogStore store;
    LogRow events;
    events.kind = LogRow::Kind::Events;
    events.events = Batch::of(std::vector<Integer>(4000, 7));
    events.count = 4000;
    for (EventCount held = 0; held <= LogStore::maxLooseEvents; held += events.count)
        store.append(events);
    QCOMPARE(store.rowsToDrop(), 0); // all in the newest chunk
    while (store.size() <= LogStore::rowsPerChunk)
        store.append(numbers(0, 1));
    QCOMPARE(store.rowsToDrop(), LogStore::rowsPerChunk);
    store.dropOldestChunk();
    for (Integer i = 0; i < LogStore::rowsPerChunk; ++i)
        store.append(numbers(0, 1));
    QCOMPARE(store.rowsToDrop(), 0);
}

void TestLogStore::countsTheNumbersItHolds()
{
    LogStore store;
    for (Integer i = 0; i <= LogStore::rowsPerChunk; ++i)
        store.append(numbers(i, 10));
    LogRow gap;
    gap.kind = LogRow::Kind::Gap;
    gap.count = 5000;
    store.append(gap);
    QCOMPARE(store.heldEvents(), 10 * (LogStore::rowsPerChunk + 1));
    store.dropOldestChunk();
    QCOMPARE(store.heldEvents(), 10);
    store.clear();
    QCOMPARE(store.heldEvents(), 0);
}

SLUICE_TEST(TestLogStore)

} // namespace tst_logstore

#include "tst_logstore.moc"
