// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "tests/flow/dispatchercontract.h"

#include "tests/flow/dispatchercalls.h"
#include "tests/support/batches.h"
#include "tests/support/countedevent.h"

#include <algorithm>
#include <map>

using namespace sluice;
using test::CountedEvent;
using test::numbers;
using test::text;

namespace {

constexpr SubscriptionId a{1};
constexpr SubscriptionId b{2};

/// Consumers that come, ask and leave by chance, and the promises they were made.
class Visitors
{
public:
    Visitors(Dispatcher &dispatcher, const SubscriptionOptions &options, test::Random &random)
        : m_dispatcher(dispatcher)
        , m_options(options)
        , m_random(random)
    {
    }

    /// Does something; returns the promise that was broken, if any.
    [[nodiscard]] QString step()
    {
        const auto kind = m_random.below(10);
        if (m_lastSeen.empty() || kind == 0)
            arrive();
        else if (kind == 1)
            leave();
        else if (kind <= 5)
            ask();
        else
            return dispatch();
        return {};
    }

private:
    void arrive()
    {
        const SubscriptionId id{++m_lastId};
        if (!test::subscribe(m_dispatcher, id, m_options))
            m_lastSeen[id] = -1;
    }

    void leave()
    {
        const SubscriptionId id = any();
        m_lastSeen.erase(id);
        std::ignore = test::cancel(m_dispatcher, id);
    }

    void ask() { std::ignore = test::ask(m_dispatcher, any(), m_random.between(1, 6)); }

    [[nodiscard]] QString dispatch()
    {
        std::map<SubscriptionId, EventCount> demand;
        for (const auto &[id, last] : m_lastSeen)
            demand[id] = m_dispatcher.demandOf(id);
        const EventCount deliverable = m_dispatcher.deliverable();
        const Batch batch =
            numbers(m_next, std::min<EventCount>(deliverable, m_random.between(1, 8)));
        OutletEffects effects;
        const EventCount placed = m_dispatcher.dispatch(batch, effects);
        if (placed != batch.size())
            return QStringLiteral("left deliverable events over");
        if (m_dispatcher.deliverable() != deliverable - placed)
            return QStringLiteral("deliverable did not fall by what was placed");
        m_next += placed;
        for (const Delivery &delivery : effects.deliveries) {
            const QString broken = receive(delivery, demand);
            if (!broken.isEmpty())
                return broken;
        }
        return {};
    }

    [[nodiscard]] QString receive(const Delivery &delivery,
                                  std::map<SubscriptionId, EventCount> &demand)
    {
        const auto consumer = m_lastSeen.find(delivery.to);
        if (consumer == m_lastSeen.end())
            return QStringLiteral("sent to nobody");
        if (delivery.batch.isEmpty())
            return QStringLiteral("sent an empty message (REF-17)");
        if ((demand[delivery.to] -= delivery.batch.size()) < 0)
            return QStringLiteral("sent more than was asked for (INV-01)");
        if (m_dispatcher.demandOf(delivery.to) > demand[delivery.to])
            return QStringLiteral("did not take what was sent off the demand");
        for (const Integer number : delivery.batch.as<Integer>()) {
            if (number <= consumer->second || number >= m_next)
                return QStringLiteral("out of order, twice, or not placed (INV-08)");
            consumer->second = number;
        }
        return {};
    }

    [[nodiscard]] SubscriptionId any()
    {
        const auto index = static_cast<std::ptrdiff_t>(m_random.below(m_lastSeen.size()));
        return std::next(m_lastSeen.begin(), index)->first;
    }

    Dispatcher &m_dispatcher;
    SubscriptionOptions m_options;
    test::Random &m_random;
    std::map<SubscriptionId, Integer> m_lastSeen; // of those that are there
    std::uint64_t m_lastId = 0;
    Integer m_next = 0;
};

} // namespace

void DispatcherContract::aNewcomerHasNoDemand()
{
    const auto dispatcher = makeDispatcher();
    std::ignore = test::subscribe(*dispatcher, a, options());
    QCOMPARE_EQ(dispatcher->demandOf(a), 0);
    QCOMPARE_EQ(dispatcher->deliverable(), 0);
}

void DispatcherContract::placesNothingWhileNobodyAsks()
{
    const auto dispatcher = makeDispatcher();
    OutletEffects effects;
    QCOMPARE_EQ(dispatcher->dispatch(numbers(0, 3), effects), 0);
    std::ignore = test::subscribe(*dispatcher, a, options());
    QCOMPARE_EQ(dispatcher->dispatch(numbers(0, 3), effects), 0);
    QVERIFY(effects.deliveries.empty());
}

void DispatcherContract::countsTheDemandOfAConsumerThatIsAlone()
{
    const auto dispatcher = makeDispatcher();
    std::ignore = test::subscribe(*dispatcher, a, options());
    QCOMPARE_EQ(test::ask(*dispatcher, a, 3), 3);
    QCOMPARE_EQ(test::ask(*dispatcher, a, 4), 4);
    QCOMPARE_EQ(dispatcher->demandOf(a), 7);
    QCOMPARE_EQ(dispatcher->deliverable(), 7);
}

void DispatcherContract::servesAConsumerThatIsAloneInOrder()
{
    const auto dispatcher = makeDispatcher();
    std::ignore = test::subscribe(*dispatcher, a, options());
    std::ignore = test::ask(*dispatcher, a, 5);
    OutletEffects effects;
    QCOMPARE_EQ(dispatcher->dispatch(numbers(0, 2), effects), 2);
    QCOMPARE_EQ(dispatcher->dispatch(numbers(2, 9), effects), 3);
    QCOMPARE(text(effects.deliveries), QStringLiteral("A 0 1, A 2 3 4"));
    QCOMPARE_EQ(dispatcher->demandOf(a), 0);
    QCOMPARE_EQ(dispatcher->deliverable(), 0);
}

void DispatcherContract::forgetsTheDemandOfAConsumerThatLeaves()
{
    const auto dispatcher = makeDispatcher();
    std::ignore = test::subscribe(*dispatcher, a, options());
    std::ignore = test::ask(*dispatcher, a, 10);
    std::ignore = test::cancel(*dispatcher, a);
    QCOMPARE_EQ(dispatcher->deliverable(), 0); // live demand only, REF-21
    std::ignore = test::subscribe(*dispatcher, b, options());
    OutletEffects effects;
    std::ignore = test::ask(*dispatcher, b, 2);
    QCOMPARE_EQ(dispatcher->deliverable(), 2);
    QCOMPARE_EQ(dispatcher->dispatch(numbers(0, 2), effects), 2);
    QCOMPARE(text(effects.deliveries), QStringLiteral("B 0 1"));
}

void DispatcherContract::placesEmptyBatchesWithoutMessages()
{
    const auto dispatcher = makeDispatcher();
    std::ignore = test::subscribe(*dispatcher, a, options());
    std::ignore = test::ask(*dispatcher, a, 2);
    OutletEffects effects;
    QCOMPARE_EQ(dispatcher->dispatch(Batch(), effects), 0);
    QVERIFY(effects.deliveries.empty()); // REF-17
    QCOMPARE_EQ(dispatcher->deliverable(), 2);
}

void DispatcherContract::copiesNoEvent()
{
    const auto dispatcher = makeDispatcher();
    for (const SubscriptionId id : {a, b}) {
        if (!test::subscribe(*dispatcher, id, options()))
            std::ignore = test::ask(*dispatcher, id, 10);
    }
    const Batch batch = Batch::of(std::vector<CountedEvent>(20, CountedEvent(0)));
    CountedEvent::copies = 0;
    OutletEffects effects;
    QCOMPARE_GT(dispatcher->dispatch(batch, effects), 0);
    QCOMPARE_EQ(CountedEvent::copies, 0);
}

void DispatcherContract::keepsItsPromisesWhateverHappens()
{
    test::forEachSeed([this](test::Random &random) {
        const auto dispatcher = makeDispatcher();
        Visitors visitors(*dispatcher, options(), random);
        for (int i = 0; i < 100; ++i) {
            const QString broken = visitors.step();
            QVERIFY2(broken.isEmpty(), qUtf8Printable(broken));
        }
    });
}
