// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/demanddispatcher.h"
#include "tests/flow/dispatchercalls.h"
#include "tests/flow/dispatchercontract.h"
#include "tests/support/batches.h"

#include <QStringList>

#include <algorithm>

namespace tst_demanddispatcher {

using namespace sluice;
using test::letter;
using test::numbers;
using test::text;

namespace {

constexpr SubscriptionId a{1};
constexpr SubscriptionId b{2};
constexpr SubscriptionId c{3};

/// "A 3, B 2": who would be served in which order, and their demand.
QString order(const DemandDispatcher &dispatcher)
{
    QStringList places;
    for (const auto &[id, demand] : dispatcher.order())
        places.append(QString(letter(id)) + u' ' + QString::number(demand));
    return places.join(QStringLiteral(", "));
}

} // namespace

class TestDemandDispatcher : public DispatcherContract
{
    Q_OBJECT

private Q_SLOTS:
    void takesConsumersInAndForgetsThem();
    void gs147_whoComesNextAsksForNothingNew();
    void keepsTheDemandOfWhoeverLeftForTheNext();
    void leavesOverWhatNobodyAskedFor();
    void gs150_ordersThreeByTheirDemand();
    void servesTheLargestDemandFirst();
    void alternatesBetweenEqualsUntilOneRefills();
    void putsWhoeverAskedLastBehindItsEquals();
    void gs152_shufflesOnTheFirstDispatchOnly();
    void gs153_givesInfosAtOnce();
    void gs154_tellsOfAGreedyAskAndLimitsNothing();
    void keepsTheDemandBooksWhateverHappens();

protected:
    [[nodiscard]] std::unique_ptr<Dispatcher> makeDispatcher() const override
    {
        return std::make_unique<DemandDispatcher>();
    }
};

void TestDemandDispatcher::takesConsumersInAndForgetsThem()
{
    DemandDispatcher dispatcher; // GS-146
    std::ignore = test::subscribe(dispatcher, a);
    QCOMPARE(order(dispatcher), QStringLiteral("A 0"));
    QCOMPARE_EQ(test::cancel(dispatcher, a), 0);
    QCOMPARE(order(dispatcher), QString());
    QCOMPARE_EQ(dispatcher.pending(), 0);
}

void TestDemandDispatcher::gs147_whoComesNextAsksForNothingNew()
{
    DemandDispatcher dispatcher;
    std::ignore = test::subscribe(dispatcher, a);
    QCOMPARE_EQ(test::ask(dispatcher, a, 10), 10);
    QCOMPARE(order(dispatcher), QStringLiteral("A 10"));
    QCOMPARE_EQ(test::cancel(dispatcher, a), 0);
    QCOMPARE(order(dispatcher), QString());
    QCOMPARE_EQ(dispatcher.pending(), 10);
    std::ignore = test::subscribe(dispatcher, b);
    QCOMPARE_EQ(test::ask(dispatcher, b, 5), 0);
    QCOMPARE(order(dispatcher), QStringLiteral("B 5"));
    QCOMPARE_EQ(dispatcher.pending(), 5);
    QCOMPARE_EQ(test::cancel(dispatcher, b), 0);
    QCOMPARE_EQ(dispatcher.pending(), 10);
}

void TestDemandDispatcher::keepsTheDemandOfWhoeverLeftForTheNext()
{
    DemandDispatcher dispatcher; // GS-148
    std::ignore = test::subscribe(dispatcher, a);
    std::ignore = test::subscribe(dispatcher, b);
    QCOMPARE_EQ(test::ask(dispatcher, a, 3), 3);
    QCOMPARE_EQ(test::ask(dispatcher, b, 3), 3);
    QCOMPARE_EQ(test::cancel(dispatcher, a), 0);
    QCOMPARE_EQ(dispatcher.pending(), 3);
    OutletEffects effects;
    QCOMPARE_EQ(dispatcher.dispatch(numbers(0, 5), effects), 3);
    QCOMPARE(text(effects.deliveries), QStringLiteral("B 0 1 2"));
    QCOMPARE_EQ(dispatcher.pending(), 1);
    QCOMPARE_EQ(test::ask(dispatcher, b, 5), 4); // §12.1: one of them was asked for already
    QCOMPARE_EQ(dispatcher.pending(), 0);
    QCOMPARE(order(dispatcher), QStringLiteral("B 5"));
}

void TestDemandDispatcher::leavesOverWhatNobodyAskedFor()
{
    DemandDispatcher dispatcher; // GS-149
    std::ignore = test::subscribe(dispatcher, a);
    OutletEffects effects;
    QCOMPARE_EQ(test::ask(dispatcher, a, 3), 3);
    QCOMPARE_EQ(dispatcher.dispatch(numbers(0, 1), effects), 1);
    QCOMPARE(order(dispatcher), QStringLiteral("A 2"));
    QCOMPARE_EQ(test::ask(dispatcher, a, 3), 3);
    QCOMPARE(order(dispatcher), QStringLiteral("A 5"));
    effects.deliveries.clear();
    QCOMPARE_EQ(dispatcher.dispatch(numbers(1, 7), effects), 5);
    QCOMPARE(text(effects.deliveries), QStringLiteral("A 1 2 3 4 5"));
    QCOMPARE(order(dispatcher), QStringLiteral("A 0"));
    effects.deliveries.clear();
    QCOMPARE_EQ(dispatcher.dispatch(numbers(6, 2), effects), 0);
    QVERIFY(effects.deliveries.empty());
    QCOMPARE_EQ(dispatcher.pending(), 0);
}

void TestDemandDispatcher::gs150_ordersThreeByTheirDemand()
{
    DemandDispatcher dispatcher;
    for (const SubscriptionId id : {a, b, c})
        std::ignore = test::subscribe(dispatcher, id);
    QCOMPARE_EQ(test::ask(dispatcher, a, 4), 4);
    QCOMPARE_EQ(test::ask(dispatcher, b, 2), 2);
    QCOMPARE_EQ(test::ask(dispatcher, c, 3), 3);
    QCOMPARE(order(dispatcher), QStringLiteral("A 4, C 3, B 2"));
    QCOMPARE_EQ(test::ask(dispatcher, c, 2), 2);
    QCOMPARE(order(dispatcher), QStringLiteral("C 5, A 4, B 2"));
    QCOMPARE_EQ(test::ask(dispatcher, b, 4), 4);
    QCOMPARE(order(dispatcher), QStringLiteral("B 6, C 5, A 4"));
}

void TestDemandDispatcher::servesTheLargestDemandFirst()
{
    DemandDispatcher dispatcher; // GS-151
    std::ignore = test::subscribe(dispatcher, a);
    std::ignore = test::subscribe(dispatcher, b);
    OutletEffects effects;
    const auto dispatch = [&](EventCount count) {
        effects.deliveries.clear();
        return dispatcher.dispatch(numbers(0, count), effects);
    };
    QCOMPARE_EQ(test::ask(dispatcher, a, 3), 3);
    QCOMPARE_EQ(test::ask(dispatcher, b, 2), 2);
    QCOMPARE(order(dispatcher), QStringLiteral("A 3, B 2"));
    QCOMPARE_EQ(dispatch(5), 5);
    QCOMPARE(text(effects.deliveries), QStringLiteral("A 0 1 2, B 3 4"));
    QCOMPARE(order(dispatcher), QStringLiteral("A 0, B 0"));
    QCOMPARE_EQ(dispatch(3), 0);

    QCOMPARE_EQ(test::ask(dispatcher, a, 3), 3);
    QCOMPARE_EQ(test::ask(dispatcher, b, 3), 3);
    QCOMPARE_EQ(dispatch(2), 2);
    QCOMPARE(text(effects.deliveries), QStringLiteral("A 0 1"));
    QCOMPARE(order(dispatcher), QStringLiteral("B 3, A 1"));
    QCOMPARE_EQ(dispatch(2), 2);
    QCOMPARE(text(effects.deliveries), QStringLiteral("B 0 1"));
    QCOMPARE(order(dispatcher), QStringLiteral("A 1, B 1"));
    QCOMPARE_EQ(dispatch(3), 2);
    QCOMPARE(text(effects.deliveries), QStringLiteral("A 0, B 1"));
    QCOMPARE_EQ(dispatcher.pending(), 0);
}

void TestDemandDispatcher::alternatesBetweenEqualsUntilOneRefills()
{
    DemandDispatcher dispatcher; // §12.1: two consumers 10/5, twelve single events
    for (const SubscriptionId id : {a, b}) {
        std::ignore = test::subscribe(dispatcher, id);
        QCOMPARE_EQ(test::ask(dispatcher, id, 10), 10);
    }
    OutletEffects effects;
    QString served;
    for (int i = 0; i < 12; ++i) {
        effects.deliveries.clear();
        QCOMPARE_EQ(dispatcher.dispatch(numbers(i, 1), effects), 1);
        served += letter(effects.deliveries.front().to);
        if (served.count(u'A') == 5 && served.endsWith(u'A'))
            QCOMPARE_EQ(test::ask(dispatcher, a, 5), 5);
    }
    QCOMPARE(served, QStringLiteral("ABABABABAAAA"));
}

void TestDemandDispatcher::putsWhoeverAskedLastBehindItsEquals()
{
    DemandDispatcher dispatcher;
    for (const SubscriptionId id : {a, b, c})
        std::ignore = test::subscribe(dispatcher, id);
    QCOMPARE_EQ(test::ask(dispatcher, c, 2), 2);
    QCOMPARE_EQ(test::ask(dispatcher, b, 2), 2);
    QCOMPARE(order(dispatcher), QStringLiteral("C 2, B 2, A 0"));
    QCOMPARE_EQ(test::ask(dispatcher, a, 2), 2);
    QCOMPARE(order(dispatcher), QStringLiteral("C 2, B 2, A 2"));
    OutletEffects effects;
    QCOMPARE_EQ(dispatcher.dispatch(numbers(0, 1), effects), 1);
    QCOMPARE(order(dispatcher), QStringLiteral("B 2, A 2, C 1"));
}

void TestDemandDispatcher::gs152_shufflesOnTheFirstDispatchOnly()
{
    QStringList firsts;
    test::forEachSeed([&](test::Random &random) {
        DemandDispatcher dispatcher({.shuffleOnFirstDispatch = true, .shuffleSeed = random()});
        for (const SubscriptionId id : {a, b, c}) {
            std::ignore = test::subscribe(dispatcher, id);
            std::ignore = test::ask(dispatcher, id, 4 - EventCount(id.value)); // A 3, B 2, C 1
        }
        OutletEffects effects;
        QCOMPARE_EQ(dispatcher.dispatch(numbers(0, 6), effects), 6);
        firsts.append(letter(effects.deliveries.front().to));
        // Whatever the order, each gets what it has asked for, in one piece.
        QCOMPARE_EQ(effects.deliveries.size(), 3U);
        for (const Delivery &delivery : effects.deliveries)
            QCOMPARE_EQ(delivery.batch.size(), 4 - EventCount(delivery.to.value));
        for (const SubscriptionId id : {a, b, c})
            std::ignore = test::ask(dispatcher, id, 4 - EventCount(id.value));
        effects = {};
        QCOMPARE_EQ(dispatcher.dispatch(numbers(6, 6), effects), 6);
        QCOMPARE(text(effects.deliveries), QStringLiteral("A 6 7 8, B 9 10, C 11"));
    });
    if (firsts.size() >= 100) { // not if one seed is repeated
        for (const QChar who : QStringLiteral("ABC"))
            QVERIFY2(firsts.contains(who), qUtf8Printable(who));
    }
}

void TestDemandDispatcher::gs153_givesInfosAtOnce()
{
    DemandDispatcher dispatcher;
    std::ignore = test::subscribe(dispatcher, a);
    std::ignore = test::ask(dispatcher, a, 3);
    OutletEffects effects;
    dispatcher.info({7}, effects);
    QCOMPARE_EQ(effects.released.size(), 1U);
    QCOMPARE_EQ(effects.released.front().id, 7U);
    QVERIFY(effects.deliveries.empty());
    QCOMPARE(order(dispatcher), QStringLiteral("A 3"));
    QCOMPARE_EQ(dispatcher.pending(), 0);
}

void TestDemandDispatcher::gs154_tellsOfAGreedyAskAndLimitsNothing()
{
    DemandDispatcher dispatcher({.maxDemand = 3});
    std::ignore = test::subscribe(dispatcher, a);
    OutletEffects effects;
    QCOMPARE_EQ(dispatcher.ask(a, 3, effects), 3);
    QVERIFY(!effects.greedy);
    QCOMPARE_EQ(dispatcher.ask(a, 4, effects), 4);
    QVERIFY(effects.greedy.has_value());
    QCOMPARE_EQ(effects.greedy->expected, 3);
    QCOMPARE(order(dispatcher), QStringLiteral("A 7"));
}

void TestDemandDispatcher::keepsTheDemandBooksWhateverHappens()
{
    test::forEachSeed([](test::Random &random) { // INV-11, INV-12
        DemandDispatcher dispatcher;
        std::vector<SubscriptionId> there;
        std::uint64_t lastId = 0;
        EventCount returned = 0;
        EventCount accounted = 0; // delivered, and left over where pending took it
        for (int i = 0; i < 100; ++i) {
            const auto kind = random.below(10);
            const auto who = there.empty() ? 0 : random.below(there.size());
            if (there.empty() || kind == 0) {
                there.push_back({++lastId});
                std::ignore = test::subscribe(dispatcher, there.back());
            } else if (kind == 1) {
                returned += test::cancel(dispatcher, there[who]);
                there.erase(there.begin() + static_cast<std::ptrdiff_t>(who));
            } else if (kind <= 5) {
                returned += test::ask(dispatcher, there[who], random.between(1, 6));
            } else {
                const EventCount pending = dispatcher.pending();
                OutletEffects effects;
                accounted += dispatcher.dispatch(numbers(0, random.between(1, 8)), effects);
                accounted += pending - dispatcher.pending();
            }
            const auto places = dispatcher.order();
            EventCount demands = 0;
            for (const auto &[id, demand] : places)
                demands += demand;
            QCOMPARE_EQ(demands, dispatcher.deliverable());
            QCOMPARE_EQ(demands + dispatcher.pending() + accounted, returned);
            QCOMPARE_EQ(places.size(), there.size());
            QVERIFY2(
                std::is_sorted(places.begin(), places.end(),
                               [](const auto &x, const auto &y) { return x.second > y.second; }),
                "INV-12");
        }
    });
}

SLUICE_TEST(TestDemandDispatcher)

} // namespace tst_demanddispatcher

#include "tst_demanddispatcher.moc"
