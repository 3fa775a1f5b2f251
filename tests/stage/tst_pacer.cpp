// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/pacer.h"
#include "tests/support/testsupport.h"

namespace tst_pacer {

using namespace sluice;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t start = 5 * second;

} // namespace

class TestPacer : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void grantsTheFirstEventAtOnceAndNoMore();
    void grantsOneEventEachInterval();
    void tellsHowLongUntilTheNext();
    void neverGrantsMoreThanIsWanted();
    void makesUpForALateCallButNotForIdleTime();
    void makesUpForOneEventWhereEventsAreRare();
    void keepsToItsRateHoweverItIsCalled();
};

void TestPacer::grantsTheFirstEventAtOnceAndNoMore()
{
    Pacer pacer(10);
    QCOMPARE(pacer.due(1000, start), 1);
    QCOMPARE(pacer.due(1000, start), 0);
}

void TestPacer::grantsOneEventEachInterval()
{
    Pacer pacer(10);
    QCOMPARE(pacer.due(1000, start), 1);
    for (int i = 1; i <= 30; ++i) {
        QCOMPARE(pacer.due(1000, start + i * second / 10 - 1), 0);
        QCOMPARE(pacer.due(1000, start + i * second / 10), 1);
    }
}

void TestPacer::tellsHowLongUntilTheNext()
{
    Pacer pacer(4);
    QCOMPARE(pacer.untilNext(start), 0ns);
    QCOMPARE(pacer.due(1, start), 1);
    QCOMPARE(pacer.untilNext(start), 250ms);
    QCOMPARE(pacer.untilNext(start + second / 10), 150ms);
    QCOMPARE(pacer.untilNext(start + second), 0ns);
}

void TestPacer::neverGrantsMoreThanIsWanted()
{
    Pacer pacer(1000);
    QCOMPARE(pacer.due(1, start), 1);
    QCOMPARE(pacer.due(3, start + second / 100), 3);
    QCOMPARE(pacer.due(100, start + second / 100), 7); // ten were due in all
}

void TestPacer::makesUpForALateCallButNotForIdleTime()
{
    Pacer pacer(1000);
    QCOMPARE(pacer.due(1, start), 1);
    QCOMPARE(pacer.due(10'000, start + second / 20), 50);
    QCOMPARE(pacer.due(10'000, start + 100 * second), 101); // a tenth of a second, and one now
}

void TestPacer::makesUpForOneEventWhereEventsAreRare()
{
    Pacer pacer(0.5);
    QCOMPARE(pacer.due(10, start), 1);
    QCOMPARE(pacer.due(10, start + second), 0);
    QCOMPARE(pacer.untilNext(start + second), 1s);
    QCOMPARE(pacer.due(10, start + 60 * second), 2);
}

void TestPacer::keepsToItsRateHoweverItIsCalled()
{
    test::forEachSeed(
        [](test::Random &random) {
            const auto rate = static_cast<double>(random.between(1, 5000));
            Pacer pacer(rate);
            std::int64_t now = start;
            EventCount granted = 0;
            for (int i = 0; i < 500; ++i) {
                const EventCount wanted = random.between(1, 1000);
                const EventCount due = pacer.due(wanted, now);
                QCOMPARE_GE(due, 0);
                QCOMPARE_LE(due, wanted);
                granted += due;
                const double seconds = static_cast<double>(now - start) / 1e9;
                QCOMPARE_LE(static_cast<double>(granted), seconds * rate + 1.001);
                now += random.between(0, second / 20);
            }
        },
        200);
}

SLUICE_TEST(TestPacer)

} // namespace tst_pacer

#include "tst_pacer.moc"
