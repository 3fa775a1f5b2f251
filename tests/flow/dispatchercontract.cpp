// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "tests/flow/dispatchercontract.h"

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
    Visitors(Dispatcher &dispatcher, test::Random &random)
        : m_dispatcher(dispatcher)
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
        m_dispatcher.subscribe(id);
        m_lastSeen[id] = -1;
    }

    void leave()
    {
        const SubscriptionId id = any();
        m_lastSeen.erase(id);
        std::ignore = m_dispatcher.cancel(id);
    }

    void ask() { std::ignore = m_dispatcher.ask(any(), m_random.between(1, 6)); }

    [[nodiscard]] QString dispatch()
    {
        std::map<SubscriptionId, EventCount> demand;
        for (const auto &[id, last] : m_lastSeen)
            demand[id] = m_dispatcher.demandOf(id);
        const EventCount deliverable = m_dispatcher.deliverable();
        const Batch batch = numbers(m_next, m_random.between(1, 8));
        std::vector<Delivery> deliveries;
        const EventCount placed = m_dispatcher.dispatch(batch, deliveries);
        if (placed != std::min(batch.size(), deliverable))
            return QStringLiteral("placed other than min(size, deliverable)");
        if (m_dispatcher.deliverable() != deliverable - placed)
            return QStringLiteral("deliverable did not fall by what was placed");
        m_next += placed;
        for (const Delivery &delivery : deliveries) {
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
    test::Random &m_random;
    std::map<SubscriptionId, Integer> m_lastSeen; // of those that are there
    std::uint64_t m_lastId = 0;
    Integer m_next = 0;
};

} // namespace

void DispatcherContract::aNewcomerHasNoDemand()
{
    const auto dispatcher = makeDispatcher();
    dispatcher->subscribe(a);
    QCOMPARE_EQ(dispatcher->demandOf(a), 0);
    QCOMPARE_EQ(dispatcher->deliverable(), 0);
}

void DispatcherContract::placesNothingWhileNobodyAsks()
{
    const auto dispatcher = makeDispatcher();
    std::vector<Delivery> deliveries;
    QCOMPARE_EQ(dispatcher->dispatch(numbers(0, 3), deliveries), 0);
    dispatcher->subscribe(a);
    QCOMPARE_EQ(dispatcher->dispatch(numbers(0, 3), deliveries), 0);
    QVERIFY(deliveries.empty());
}

void DispatcherContract::countsTheDemandOfAConsumerThatIsAlone()
{
    const auto dispatcher = makeDispatcher();
    dispatcher->subscribe(a);
    QCOMPARE_EQ(dispatcher->ask(a, 3), 3);
    QCOMPARE_EQ(dispatcher->ask(a, 4), 4);
    QCOMPARE_EQ(dispatcher->demandOf(a), 7);
    QCOMPARE_EQ(dispatcher->deliverable(), 7);
}

void DispatcherContract::servesAConsumerThatIsAloneInOrder()
{
    const auto dispatcher = makeDispatcher();
    dispatcher->subscribe(a);
    std::ignore = dispatcher->ask(a, 5);
    std::vector<Delivery> deliveries;
    QCOMPARE_EQ(dispatcher->dispatch(numbers(0, 2), deliveries), 2);
    QCOMPARE_EQ(dispatcher->dispatch(numbers(2, 9), deliveries), 3);
    QCOMPARE(text(deliveries), QStringLiteral("A 0 1, A 2 3 4"));
    QCOMPARE_EQ(dispatcher->demandOf(a), 0);
    QCOMPARE_EQ(dispatcher->deliverable(), 0);
}

void DispatcherContract::forgetsTheDemandOfAConsumerThatLeaves()
{
    const auto dispatcher = makeDispatcher();
    dispatcher->subscribe(a);
    std::ignore = dispatcher->ask(a, 10);
    std::ignore = dispatcher->cancel(a);
    QCOMPARE_EQ(dispatcher->deliverable(), 0); // live demand only, REF-21
    dispatcher->subscribe(b);
    std::vector<Delivery> deliveries;
    QCOMPARE_EQ(dispatcher->dispatch(numbers(0, 3), deliveries), 0);
    std::ignore = dispatcher->ask(b, 2);
    QCOMPARE_EQ(dispatcher->dispatch(numbers(0, 3), deliveries), 2);
    QCOMPARE(text(deliveries), QStringLiteral("B 0 1"));
}

void DispatcherContract::placesEmptyBatchesWithoutMessages()
{
    const auto dispatcher = makeDispatcher();
    dispatcher->subscribe(a);
    std::ignore = dispatcher->ask(a, 2);
    std::vector<Delivery> deliveries;
    QCOMPARE_EQ(dispatcher->dispatch(Batch(), deliveries), 0);
    QVERIFY(deliveries.empty()); // REF-17
    QCOMPARE_EQ(dispatcher->deliverable(), 2);
}

void DispatcherContract::copiesNoEvent()
{
    const auto dispatcher = makeDispatcher();
    for (const SubscriptionId id : {a, b})
        dispatcher->subscribe(id);
    for (const SubscriptionId id : {a, b})
        std::ignore = dispatcher->ask(id, 10);
    const Batch batch = Batch::of(std::vector<CountedEvent>(20, CountedEvent(0)));
    CountedEvent::copies = 0;
    std::vector<Delivery> deliveries;
    QCOMPARE_GT(dispatcher->dispatch(batch, deliveries), 0);
    QCOMPARE_EQ(CountedEvent::copies, 0);
}

void DispatcherContract::keepsItsPromisesWhateverHappens()
{
    test::forEachSeed([this](test::Random &random) {
        const auto dispatcher = makeDispatcher();
        Visitors visitors(*dispatcher, random);
        for (int i = 0; i < 100; ++i) {
            const QString broken = visitors.step();
            QVERIFY2(broken.isEmpty(), qUtf8Printable(broken));
        }
    });
}
