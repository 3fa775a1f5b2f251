// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "tests/flow/simulation.h"
#include "tests/support/testsupport.h"

#include <array>
#include <string>
#include <unordered_set>

namespace tst_flowsimulation {

using namespace sluice;
using test::Simulation;

namespace {

using What = Simulation::Line::What;

SubscriptionOptions randomOptions(test::Random &random)
{
    const EventCount maximum = random.between(1, random.chance(1, 3) ? 3 : 25);
    return {.maxDemand = maximum, .minDemand = random.between(0, maximum - 1)};
}

Simulation::Plan randomPlan(test::Random &random)
{
    Simulation::Plan plan{.middle = randomOptions(random),
                          .events = random.between(0, 150),
                          .answersInParts = random.chance(1, 2)};
    const EventCount lines = random.between(2, 25);
    for (EventCount i = 0; i < lines; ++i) {
        constexpr std::array kinds{What::Join,   What::Join,         What::JoinProducer,
                                   What::Leave,  What::Crash,        What::Limits,
                                   What::Limits, What::MiddleLimits, What::Unsolicited};
        plan.script.push_back({.what = kinds[random.below(kinds.size())],
                               .who = random.below(8),
                               .options = randomOptions(random),
                               .count = random.between(1, 12)});
    }
    if (random.chance(9, 10)) // otherwise everybody may leave
        plan.script.push_back({.what = What::Join, .options = randomOptions(random)});
    return plan;
}

/// Goes through every sequence of choices there is, one run after another; leaves a run where it
/// comes to a state that an earlier one went on from.
class EveryChoice
{
public:
    [[nodiscard]] bool isWorthGoingOn(const Simulation &simulation)
    {
        return m_depth < m_choices.size() || m_seen.insert(simulation.state()).second;
    }

    [[nodiscard]] std::size_t stateCount() const { return m_seen.size(); }

    [[nodiscard]] std::uint64_t choose(std::uint64_t count)
    {
        if (m_depth == m_choices.size())
            m_choices.push_back({0, count});
        return m_choices[m_depth++].chosen;
    }

    /// Moves on to the next sequence; false after the last.
    [[nodiscard]] bool next()
    {
        m_depth = 0;
        while (!m_choices.empty() && ++m_choices.back().chosen == m_choices.back().count)
            m_choices.pop_back();
        return !m_choices.empty();
    }

private:
    struct Choice
    {
        std::uint64_t chosen = 0;
        std::uint64_t count = 0;
    };

    std::vector<Choice> m_choices;
    std::unordered_set<std::string> m_seen;
    std::size_t m_depth = 0;
};

} // namespace

class TestFlowSimulation : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheInvariantsInAnyOrderOfDelivery();
    void keepsTheInvariantsInEveryOrderOfDelivery_data();
    void keepsTheInvariantsInEveryOrderOfDelivery();
};

void TestFlowSimulation::keepsTheInvariantsInAnyOrderOfDelivery()
{
    test::forEachSeed([](test::Random &random) {
        const Simulation::Plan plan = randomPlan(random);
        Simulation simulation(plan, [&random](std::uint64_t count) { return random.below(count); });
        simulation.run();
        QVERIFY2(simulation.failure().isEmpty(), qUtf8Printable(simulation.failure()));
    });
}

void TestFlowSimulation::keepsTheInvariantsInEveryOrderOfDelivery_data()
{
    QTest::addColumn<qint64>("events");
    QTest::addColumn<qint64>("middleMaximum");
    QTest::addColumn<int>("what"); // what happens to the first consumer before the second joins

    const auto leave = static_cast<int>(What::Leave);
    const auto crash = static_cast<int>(What::Crash);
    QTest::newRow("REF-20 three events, 1/0, a consumer leaves") << 3LL << 1LL << leave;
    QTest::newRow("REF-21 three events, 2/1, a consumer leaves") << 3LL << 2LL << leave;
    QTest::newRow("REF-21 three events, 3/1, a consumer crashes") << 3LL << 3LL << crash;
    QTest::newRow("REF-10 four events, 3/1, a consumer leaves") << 4LL << 3LL << leave;
    QTest::newRow("REF-10 five events, 5/2, a consumer crashes") << 5LL << 5LL << crash;
}

void TestFlowSimulation::keepsTheInvariantsInEveryOrderOfDelivery()
{
    QFETCH(const qint64, events);
    QFETCH(const qint64, middleMaximum);
    QFETCH(const int, what);
    const SubscriptionOptions oneByOne{.maxDemand = 1};
    const Simulation::Plan plan{.middle = {.maxDemand = middleMaximum},
                                .events = events,
                                .script = {{.what = What::Join, .options = oneByOne},
                                           {.what = static_cast<What>(what)},
                                           {.what = What::Join, .options = oneByOne}}};
    EveryChoice every;
    do {
        Simulation simulation(plan, [&every](std::uint64_t count) { return every.choose(count); });
        while (every.isWorthGoingOn(simulation) && simulation.advance()) { }
        QVERIFY2(simulation.failure().isEmpty(), qUtf8Printable(simulation.failure()));
    } while (every.next());
    QCOMPARE_GT(every.stateCount(), 100U);
    qInfo("%zu states", every.stateCount());
}

SLUICE_TEST(TestFlowSimulation)

} // namespace tst_flowsimulation

#include "tst_flowsimulation.moc"
