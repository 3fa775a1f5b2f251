// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/stateclock.h"
#include "tests/support/testsupport.h"

#include <numeric>

namespace tst_stateclock {

using namespace sluice;

class TestStateClock : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void addsUpTheTimeInEachState();
    void keepsNoTimeForStatesWithoutAClock();
    void accountsForEveryNanosecond();
};

void TestStateClock::addsUpTheTimeInEachState()
{
    StageFigures figures;
    StateClock clock(figures);
    clock.enter(StageState::Busy, 100);
    clock.enter(StageState::WaitsForEvents, 130);
    clock.enter(StageState::Busy, 150);
    clock.enter(StageState::Paused, 157);
    clock.enter(StageState::Paused, 160);
    clock.enter(StageState::WaitsForDemand, 160);
    QCOMPARE(figures.stateNs, (std::array<std::int64_t, 4>{37, 0, 20, 3}));
    QCOMPARE(figures.state, StageState::WaitsForDemand);
    QCOMPARE(figures.stateSinceNs, 160);
}

void TestStateClock::keepsNoTimeForStatesWithoutAClock()
{
    StageFigures figures;
    StateClock clock(figures);
    for (const StageState state :
         {StageState::Starting, StageState::Leaving, StageState::Stopped, StageState::Crashed}) {
        clock.enter(state, figures.stateSinceNs + 10);
        QCOMPARE(figures.state, state);
    }
    QCOMPARE(figures.stateNs, (std::array<std::int64_t, 4>{}));
}

void TestStateClock::accountsForEveryNanosecond()
{
    test::forEachSeed(
        [](test::Random &random) {
            StageFigures figures;
            StateClock clock(figures);
            std::int64_t now = 1000;
            clock.enter(StageState::Busy, now);
            for (int i = 0; i < 100; ++i) {
                now += random.between(0, 50);
                clock.enter(static_cast<StageState>(random.below(clockedStateCount)), now);
            }
            const auto &spent = figures.stateNs;
            QCOMPARE(std::accumulate(spent.begin(), spent.end(), std::int64_t(0)), now - 1000);
        },
        100);
}

SLUICE_TEST(TestStateClock)

} // namespace tst_stateclock

#include "tst_stateclock.moc"
