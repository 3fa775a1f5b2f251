// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// Random pipelines to which everything happens that can; what must hold is in the scheduler.

#include "core/flow/selector.h"
#include "core/stage/stagerunner.h"
#include "tests/support/scheduler.h"

namespace tst_stagerunnerseeds {

using namespace sluice;
using namespace sluice::test;

namespace {

/// A pipeline and what happens to it, drawn from a seed.
class Scenario
{
public:
    explicit Scenario(Random &random)
        : m_random(random)
        , m_scheduler(random())
    {
        const bool limited = random.chance(1, 8);
        if (limited)
            m_scheduler.setEventLimit(random.between(1, 200));
        for (auto i = random.between(1, 2); i > 0; --i)
            addProducer();
        for (auto i = random.between(0, 2); i > 0; --i)
            addMiddle();
        for (auto i = random.between(1, 4); i > 0; --i)
            addConsumer();
    }

    void happen()
    {
        switch (m_random.below(17)) {
        case 0:
        case 1:
            addConsumer();
            break;
        case 2:
            if (m_all.size() < 12)
                addMiddle();
            break;
        case 3:
            m_scheduler.leave(any(m_all));
            break;
        case 4:
            m_scheduler.cancel(any(m_links));
            break;
        case 5:
            plantFault();
            break;
        case 6:
        case 7:
            m_scheduler.pause(any(m_all));
            break;
        case 8:
            m_scheduler.resume(any(m_all));
            break;
        case 9:
        case 10: {
            const SubscriptionOptions limits = options();
            m_scheduler.setLimits(any(m_links), limits.maxDemand, *limits.minDemand);
            break;
        }
        case 11:
            if (m_random.chance(1, 4))
                m_scheduler.drain(any(m_all));
            break;
        case 12:
        case 13:
            if (m_random.chance(1, 2))
                m_scheduler.setMode(any(m_producers), static_cast<DemandMode>(m_random.below(2)));
            else
                m_scheduler.post(
                    any(m_producers),
                    {.kind = StageMessage::Kind::Cast, .value = qlonglong(m_random.between(1, 9))});
            break;
        case 14:
        case 15:
            askByHand();
            break;
        case 16:
            replace();
            break;
        }
    }

    /// Whoever keeps demand back gives it out now.
    void forwardAll()
    {
        for (const StageId id : m_producers)
            m_scheduler.setMode(id, DemandMode::Forward);
    }

    void resumeAll()
    {
        for (const StageId id : m_all)
            m_scheduler.resume(id);
    }

    [[nodiscard]] Scheduler &scheduler() { return m_scheduler; }

private:
    void addProducer()
    {
        CounterPlan plan{.total = m_random.between(0, 300), .first = 1000 * m_random.between(0, 9)};
        if (m_random.chance(1, 3))
            plan.answer = m_random.between(1, 30);
        StageOptions run;
        if (m_random.chance(1, 4))
            run.buffer =
                BufferOptions{m_random.between(0, 10),
                              m_random.chance(1, 2) ? BufferKeep::First : BufferKeep::Last};
        if (m_random.chance(1, 6))
            run.demand = DemandMode::Accumulate;
        run.dispatcher = dispatcher();
        m_upstream.push_back(m_scheduler.addProducer(plan, run));
        m_producers.push_back(m_upstream.back());
        m_all.push_back(m_upstream.back());
    }

    void addMiddle()
    {
        const auto work = static_cast<Middle::Work>(m_random.below(4));
        StageOptions run = workOptions();
        run.dispatcher = dispatcher();
        const StageId id = m_scheduler.addMiddle(work, run);
        join(id);
        if (m_random.chance(1, 3))
            join(id);
        m_upstream.push_back(id);
        m_all.push_back(id);
    }

    void addConsumer()
    {
        if (m_all.size() >= 12)
            return;
        const bool byHand = m_random.chance(1, 5);
        const StageId id = m_scheduler.addConsumer(
            workOptions(), byHand ? DemandControl::Manual : DemandControl::Automatic);
        join(id);
        if (byHand)
            m_byHand.push_back(m_links.back());
        else if (m_random.chance(1, 4))
            join(id);
        m_all.push_back(id);
        m_consumers.push_back(id);
    }

    void join(StageId consumer)
    {
        m_links.push_back(m_scheduler.subscribe(consumer, any(m_upstream), options()));
    }

    void askByHand()
    {
        if (m_byHand.empty())
            return;
        const SubscriptionId id = any(m_byHand);
        m_scheduler.askByHand(id, m_random.between(1, 15));
    }

    // A new subscription in the place of any other, whether that is one of the two stages or not.
    void replace()
    {
        m_links.push_back(m_scheduler.resubscribe(any(m_links), StopReason::failed("replaced"),
                                                  any(m_consumers), any(m_upstream), options()));
    }

    [[nodiscard]] DispatcherOptions dispatcher()
    {
        switch (m_random.below(4)) {
        case 0:
            return BroadcastDispatcherOptions();
        case 1:
            return PartitionDispatcherOptions::numbered(3);
        default:
            return DemandDispatcherOptions();
        }
    }

    void plantFault()
    {
        using Fault = Probe::Fault;
        Probe &probe = m_scheduler.probe(any(m_all));
        probe.faultAfter = static_cast<int>(m_random.between(0, 5));
        probe.fault = std::array{Fault::Demand, Fault::Events, Fault::Terminate}[m_random.below(3)];
    }

    [[nodiscard]] SubscriptionOptions options()
    {
        SubscriptionOptions options;
        options.maxDemand = m_random.between(1, 20);
        options.minDemand = m_random.between(0, options.maxDemand - 1);
        options.cancel = static_cast<CancelMode>(m_random.below(3));
        // Some have a partition where there are none, some a selector that nobody asks.
        options.partition = std::to_string(m_random.below(3));
        if (m_random.chance(1, 4))
            options.selector = selectEvents<Integer>([](Integer event) { return event % 2 == 0; });
        return options;
    }

    [[nodiscard]] StageOptions workOptions()
    {
        return {.workTime = std::chrono::nanoseconds(m_random.chance(1, 4) ? 1 : 0)};
    }

    template<class Id>
    [[nodiscard]] Id any(const std::vector<Id> &ids)
    {
        return ids[static_cast<std::size_t>(m_random.below(ids.size()))];
    }

    Random &m_random;
    Scheduler m_scheduler;
    std::vector<StageId> m_upstream;
    std::vector<StageId> m_producers;
    std::vector<StageId> m_consumers;
    std::vector<StageId> m_all;
    std::vector<SubscriptionId> m_byHand;
    std::vector<SubscriptionId> m_links;
};

quint64 seedsInPart()
{
    return static_cast<quint64>(scaled(2500));
}

} // namespace

class TestStageRunnerSeeds : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryPromiseInAnyOrder();
    void keepsEveryPromiseInTheSecondQuarter();
    void keepsEveryPromiseInTheThirdQuarter();
    void keepsEveryPromiseInTheFourthQuarter();
    void handlesEverythingOnceWhenNothingHappens();

private:
    static void keepsEveryPromiseFrom(quint64 from);
};

// Ten thousand seeds in four parts, each within the time that one test may take.
void TestStageRunnerSeeds::keepsEveryPromiseInAnyOrder()
{
    keepsEveryPromiseFrom(1);
}

void TestStageRunnerSeeds::keepsEveryPromiseInTheSecondQuarter()
{
    keepsEveryPromiseFrom(1 + seedsInPart());
}

void TestStageRunnerSeeds::keepsEveryPromiseInTheThirdQuarter()
{
    keepsEveryPromiseFrom(1 + 2 * seedsInPart());
}

void TestStageRunnerSeeds::keepsEveryPromiseInTheFourthQuarter()
{
    keepsEveryPromiseFrom(1 + 3 * seedsInPart());
}

void TestStageRunnerSeeds::keepsEveryPromiseFrom(quint64 from)
{
    // INV-01 to INV-10, INV-15 to INV-17, INV-20 to INV-29 as far as they speak of one run
    forEachSeed(
        [](Random &random) {
            Scenario scenario(random);
            Scheduler &scheduler = scenario.scheduler();
            for (auto i = random.between(0, 12); i > 0; --i) {
                for (auto steps = random.between(0, 60); steps > 0; --steps)
                    scheduler.step();
                scenario.happen();
            }
            scenario.resumeAll();
            scenario.forwardAll();
            QVERIFY2(scheduler.run(), qPrintable(scheduler.problem()));
            scheduler.finish();
            QVERIFY2(scheduler.problem().isEmpty(), qPrintable(scheduler.problem()));
        },
        seedsInPart(), from);
}

void TestStageRunnerSeeds::handlesEverythingOnceWhenNothingHappens()
{
    // INV-07, INV-08, INV-29
    forEachSeed(
        [](Random &random) {
            Scheduler scheduler(random());
            const EventCount total = random.between(1, 400);
            const StageId counter = scheduler.addProducer({.total = total});
            const StageId middle = scheduler.addMiddle(Middle::Work::Copies);
            scheduler.subscribe(middle, counter, {.maxDemand = random.between(1, 40)});
            std::vector<StageId> consumers;
            for (auto i = random.between(1, 4); i > 0; --i) {
                consumers.push_back(scheduler.addConsumer());
                scheduler.subscribe(consumers.back(), middle, {.maxDemand = random.between(1, 40)});
            }
            QVERIFY2(scheduler.run(), qPrintable(scheduler.problem()));
            std::vector<Integer> all;
            for (const StageId id : consumers) {
                const std::vector<Integer> seen = scheduler.probe(id).events();
                QVERIFY(std::ranges::is_sorted(seen));
                all.insert(all.end(), seen.begin(), seen.end());
                QVERIFY(scheduler.reason(id).has_value());
            }
            std::ranges::sort(all);
            QCOMPARE(static_cast<EventCount>(all.size()), total);
            QCOMPARE(all.back(), total - 1);
            QVERIFY(std::ranges::adjacent_find(all) == all.end());
        },
        static_cast<std::uint64_t>(scaled(200)));
}

SLUICE_TEST(TestStageRunnerSeeds)

} // namespace tst_stagerunnerseeds

#include "tst_stagerunnerseeds.moc"
