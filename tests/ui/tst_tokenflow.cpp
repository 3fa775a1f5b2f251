// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "tests/ui/snapshots.h"
#include "ui/canvas/tokenflow.h"

namespace tst_tokenflow {

using namespace sluice;
using namespace sluice::ui;
using test::secondNs;

namespace {

constexpr std::int64_t frameNs = secondNs / 30;
constexpr SubscriptionId first{1};

/// A pipeline of two stages whose counters the test moves, and the flow that watches it.
class Watched
{
public:
    Watched()
    {
        m_snapshot.takenNs = 10 * secondNs;
        m_snapshot.subscriptions = {test::subscriptionOf(first.value, 1, 2)};
    }

    SubscriptionSnapshot &subscription() { return m_snapshot.subscriptions[0]; }

    Snapshot &snapshot() { return m_snapshot; }

    void send(int messages, EventCount events)
    {
        subscription().outlet.batches += messages;
        subscription().outlet.sent += events;
    }

    void ask(EventCount events)
    {
        subscription().inlet.asks += 1;
        subscription().inlet.asked += events;
    }

    void look(std::int64_t laterNs = frameNs)
    {
        m_snapshot.takenNs += laterNs;
        flow.update(m_snapshot);
    }

    TokenFlow flow;

private:
    Snapshot m_snapshot;
};

} // namespace

class TestTokenFlow : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasBeforeTheFirstSnapshotIsNotShown();
    void oneMessageIsOneToken();
    void messagesBetweenTwoSnapshotsAreOneTokenWithTheirSum();
    void anAskGoesUpstream();
    void aNewSubscriptionsFirstMessageIsShown();
    void aTokenHasArrivedWithinAQuarterOfASecond();
    void aTokenRestsAndThenGoes();
    void aTokenMakesRoomForTheNextOne();
    void fastLanesRushInsteadOfMakingTokens();
    void nothingRushesAQuarterOfASecondAfterTheLastMessage();
    void aLaneThatSlowsDownMakesTokensAgain();
    void thereAreNeverTooManyTokens();
    void allEventsAreInTokens();
};

void TestTokenFlow::whatWasBeforeTheFirstSnapshotIsNotShown()
{
    Watched watched;
    watched.send(3, 15);
    watched.look();
    QVERIFY(watched.flow.tokens().empty());
    watched.look();
    QVERIFY(watched.flow.tokens().empty());
}

void TestTokenFlow::oneMessageIsOneToken()
{
    Watched watched;
    watched.look();
    watched.send(1, 5);
    watched.look();
    QCOMPARE(watched.flow.tokens().size(), std::size_t{1});
    QCOMPARE(watched.flow.tokens()[0].count, EventCount{5});
    QCOMPARE(watched.flow.tokens()[0].direction, FlowDirection::Downstream);
    QCOMPARE(watched.flow.progress(watched.flow.tokens()[0]), 0.0);
}

void TestTokenFlow::messagesBetweenTwoSnapshotsAreOneTokenWithTheirSum()
{
    Watched watched;
    watched.look();
    watched.send(3, 12);
    watched.look(secondNs);
    QCOMPARE(watched.flow.tokens().size(), std::size_t{1});
    QCOMPARE(watched.flow.tokens()[0].count, EventCount{12});
}

void TestTokenFlow::anAskGoesUpstream()
{
    Watched watched;
    watched.look(secondNs);
    watched.ask(10);
    watched.look(secondNs);
    QCOMPARE(watched.flow.tokens().size(), std::size_t{1});
    QCOMPARE(watched.flow.tokens()[0].direction, FlowDirection::Upstream);
    QCOMPARE(watched.flow.tokens()[0].count, EventCount{10});
}

void TestTokenFlow::aNewSubscriptionsFirstMessageIsShown()
{
    Watched watched;
    watched.look();
    watched.snapshot().subscriptions.push_back(test::subscriptionOf(2, 1, 3));
    watched.snapshot().subscriptions[1].inlet.asks = 1;
    watched.snapshot().subscriptions[1].inlet.asked = 10;
    watched.look();
    QCOMPARE(watched.flow.tokens().size(), std::size_t{1});
    QCOMPARE(watched.flow.tokens()[0].subscription, SubscriptionId{2});
}

void TestTokenFlow::aTokenHasArrivedWithinAQuarterOfASecond()
{
    Watched watched;
    watched.look();
    watched.send(1, 5);
    watched.look(); // counted up to a frame after it was sent
    watched.look(secondNs / 10);
    const double onItsWay = watched.flow.progress(watched.flow.tokens()[0]);
    QVERIFY(onItsWay > 0 && onItsWay < 1);
    watched.look(secondNs / 4 - secondNs / 10 - frameNs);
    QCOMPARE(watched.flow.progress(watched.flow.tokens()[0]), 1.0);
}

void TestTokenFlow::aTokenRestsAndThenGoes()
{
    Watched watched;
    watched.look();
    watched.send(1, 5);
    watched.look();
    watched.look(secondNs / 2);
    QCOMPARE(watched.flow.tokens().size(), std::size_t{1});
    watched.look(secondNs / 2);
    QVERIFY(watched.flow.tokens().empty());
}

void TestTokenFlow::aTokenMakesRoomForTheNextOne()
{
    Watched watched;
    watched.look(secondNs);
    watched.send(1, 5);
    watched.look(secondNs / 10);
    watched.send(1, 6);
    watched.look(secondNs / 5);
    QCOMPARE(watched.flow.tokens().size(), std::size_t{2});
    watched.look(secondNs / 4);
    QCOMPARE(watched.flow.tokens().size(), std::size_t{1});
    QCOMPARE(watched.flow.tokens()[0].count, EventCount{6});
}

void TestTokenFlow::fastLanesRushInsteadOfMakingTokens()
{
    Watched watched;
    watched.look();
    for (int i = 0; i < 60; ++i) {
        watched.send(10, 5000);
        watched.look();
    }
    QVERIFY(watched.flow.tokens().empty());
    QVERIFY(watched.flow.isRushing());
    QVERIFY(watched.flow.isRushing(first, FlowDirection::Downstream));
    QVERIFY(!watched.flow.isRushing(first, FlowDirection::Upstream));
}

void TestTokenFlow::nothingRushesAQuarterOfASecondAfterTheLastMessage()
{
    Watched watched;
    watched.look();
    for (int i = 0; i < 60; ++i) {
        watched.send(10, 5000);
        watched.look();
    }
    watched.look(secondNs / 4 - frameNs);
    QVERIFY(!watched.flow.isRushing());
}

void TestTokenFlow::aLaneThatSlowsDownMakesTokensAgain()
{
    Watched watched;
    watched.look();
    for (int i = 0; i < 60; ++i) {
        watched.send(10, 5000);
        watched.look();
    }
    for (int i = 0; i < 40; ++i)
        watched.look();
    watched.send(1, 5);
    watched.look();
    QCOMPARE(watched.flow.tokens().size(), std::size_t{1});
}

void TestTokenFlow::thereAreNeverTooManyTokens()
{
    Watched watched;
    for (std::uint64_t id = 2; id <= 300; ++id)
        watched.snapshot().subscriptions.push_back(test::subscriptionOf(id, 1, id + 1));
    watched.look(secondNs);
    for (SubscriptionSnapshot &subscription : watched.snapshot().subscriptions)
        subscription.outlet.batches = subscription.outlet.sent = 1;
    watched.look(secondNs);
    QCOMPARE(watched.flow.tokens().size(), TokenFlow::mostTokens);
    QVERIFY(watched.flow.isRushing({300}, FlowDirection::Downstream));
}

void TestTokenFlow::allEventsAreInTokens()
{
    Watched watched;
    watched.look();
    test::Random random = test::seededRandom();
    EventCount sent = 0;
    EventCount shown = 0;
    for (int i = 0; i < 300; ++i) {
        if (random.chance(1, 8)) {
            const EventCount events = random.between(1, 9);
            sent += events;
            watched.send(1, events);
        }
        watched.look();
        const std::vector<Token> &tokens = watched.flow.tokens();
        if (!tokens.empty() && tokens.back().startedNs == watched.flow.nowNs())
            shown += tokens.back().count;
    }
    QVERIFY(sent > 0);
    QCOMPARE(shown, sent);
}

SLUICE_TEST(TestTokenFlow)

} // namespace tst_tokenflow

#include "tst_tokenflow.moc"
