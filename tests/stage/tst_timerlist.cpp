// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/timerlist.h"
#include "tests/support/testsupport.h"

#include <vector>

namespace tst_timerlist {

using namespace std::chrono_literals;
using sluice::TimerList;

namespace {

constexpr TimerList::Moment zero{};

/// The ids that are due in one round at \a now.
std::vector<int> round(TimerList &timers, TimerList::Moment now)
{
    std::vector<int> ids;
    timers.beginRound();
    while (const auto timer = timers.takeDue(now))
        ids.push_back(timer->id);
    return ids;
}

using Ids = std::vector<int>;

} // namespace

class TestTimerList : public sluice::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void givesTimersInTheOrderTheyAreDue();
    void amongEqualsTheFirstSetIsFirst();
    void leavesOutIntervalsThatWereMissed();
    void givesATimerOfNoIntervalOncePerRound();
    void leavesWhatIsSetWithinARoundToTheNext();
    void tellsWhatIsLeft();
    void forgetsTimersOfAnObject();
    void settingATimerAgainMovesIt();
};

void TestTimerList::givesTimersInTheOrderTheyAreDue()
{
    TimerList timers;
    timers.add({.id = 1, .interval = 30ms}, zero);
    timers.add({.id = 2, .interval = 10ms}, zero);
    timers.add({.id = 3, .interval = 20ms}, zero);
    QCOMPARE(timers.nextDue(), std::optional(zero + 10ms));
    QCOMPARE(round(timers, zero + 9ms), Ids());
    QCOMPARE(round(timers, zero + 35ms), (Ids{2, 3, 1}));
    // Each is set again: 2 was due at 10, 20 and 30 and next at 40.
    QCOMPARE(timers.nextDue(), std::optional(zero + 40ms));
}

void TestTimerList::amongEqualsTheFirstSetIsFirst()
{
    TimerList timers;
    for (int id : {7, 3, 5})
        timers.add({.id = id, .interval = 10ms}, zero);
    QCOMPARE(round(timers, zero + 10ms), (Ids{7, 3, 5}));
}

void TestTimerList::leavesOutIntervalsThatWereMissed()
{
    TimerList timers;
    timers.add({.id = 1, .interval = 10ms}, zero);
    QCOMPARE(round(timers, zero + 1005ms), Ids{1});
    QCOMPARE(timers.nextDue(), std::optional(zero + 1010ms)); // on its old grid
}

void TestTimerList::givesATimerOfNoIntervalOncePerRound()
{
    TimerList timers;
    timers.add({.id = 1, .interval = 0ms}, zero);
    timers.add({.id = 2, .interval = 0ms}, zero);
    QCOMPARE(round(timers, zero), (Ids{1, 2}));
    QCOMPARE(round(timers, zero), (Ids{1, 2}));
}

void TestTimerList::leavesWhatIsSetWithinARoundToTheNext()
{
    TimerList timers;
    timers.add({.id = 1, .interval = 5ms}, zero);
    timers.beginRound();
    QVERIFY(timers.takeDue(zero + 5ms));
    timers.add({.id = 2, .interval = 0ms}, zero);
    QVERIFY(!timers.takeDue(zero + 5ms));
    QCOMPARE(round(timers, zero + 5ms), Ids{2});
}

void TestTimerList::tellsWhatIsLeft()
{
    TimerList timers;
    timers.add({.id = 1, .interval = 10ms}, zero);
    QCOMPARE(timers.remaining(1, zero), 10);
    QCOMPARE(timers.remaining(1, zero + 1us), 10); // rounded up: never too early
    QCOMPARE(timers.remaining(1, zero + 10ms), 0);
    QCOMPARE(timers.remaining(1, zero + 20ms), 0);
    QCOMPARE(timers.remaining(2, zero), -1);
}

void TestTimerList::forgetsTimersOfAnObject()
{
    QObject one;
    QObject other;
    TimerList timers;
    timers.add({.id = 1, .interval = 10ms, .object = &one}, zero);
    timers.add({.id = 2, .interval = 20ms, .object = &other}, zero);
    timers.add({.id = 3, .interval = 30ms, .object = &one}, zero);
    QCOMPARE(timers.timersOf(&one).size(), 2);
    QVERIFY(timers.removeAll(&one));
    QVERIFY(!timers.removeAll(&one));
    QVERIFY(!timers.remove(1));
    QCOMPARE(round(timers, zero + 100ms), Ids{2});
    QVERIFY(timers.remove(2));
    QVERIFY(!timers.nextDue());
}

void TestTimerList::settingATimerAgainMovesIt()
{
    TimerList timers;
    timers.add({.id = 1, .interval = 10ms}, zero);
    timers.add({.id = 1, .interval = 50ms}, zero);
    QCOMPARE(round(timers, zero + 20ms), Ids());
    QCOMPARE(round(timers, zero + 50ms), Ids{1});
}

SLUICE_TEST(TestTimerList)

} // namespace tst_timerlist

#include "tst_timerlist.moc"
