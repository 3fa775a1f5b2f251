// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/broadcastdispatcher.h"
#include "tests/flow/broadcastmodel.h"
#include "tests/flow/dispatchercontract.h"
#include "tests/support/countedevent.h"

#include <stdexcept>

namespace tst_broadcastdispatcher {

using namespace sluice;
using test::CountedEvent;
using test::numbers;
using Tested = test::TestedDispatcher<BroadcastDispatcher>;

namespace {

constexpr SubscriptionId a{1};
constexpr SubscriptionId b{2};
constexpr SubscriptionId c{3};

/// "10/10 A 0, B 3": waiting, requested and the remainders.
QString books(const Tested &tested)
{
    QStringList consumers;
    for (const auto &[id, remainder] : tested->remainders())
        consumers.append(QString(test::letter(id)) + u' ' + QString::number(remainder));
    const QString counts = QStringLiteral("%1/%2").arg(tested->waiting()).arg(tested->requested());
    return consumers.isEmpty() ? counts : counts + u' ' + consumers.join(QStringLiteral(", "));
}

SubscriptionOptions selecting(std::function<bool(const Integer &)> wanted)
{
    SubscriptionOptions options;
    options.selector = selectEvents<Integer>(std::move(wanted));
    return options;
}

} // namespace

class TestBroadcastDispatcher : public DispatcherContract
{
    Q_OBJECT

private Q_SLOTS:
    void takesConsumersInAndForgetsThem();
    void keepsWhatItRequestedWhenEverybodyLeaves();
    void gs127_demandThatCameEarlyWaitsForTheNewcomer();
    void gs129_servesThreeWhoComeAtDifferentTimes();
    void goesOnWhenTheSlowestLeaves();
    void holdsEverybodyUpForANewcomer();
    void usesUpWhatLeaversHadRequested();
    void gs132_goesOnWhenAConsumerLeavesThatHeldUpWhatWasRequested();
    void givesEverybodyTheSameInTheirOrder();
    void releasesInfosAtOnce();
    void refusesAConsumerThatIsThereAlready();
    void refusesOnlyTheConsumerWithABadSelector();
    void givesSelectedEventsAndTheDemandOfTheOthersBack();
    void throwsWhereASelectorMeetsOtherEvents();
    void copiesOnlyWhatASelectorCutsOut();
    void keepsTheBroadcastBooksWhateverHappens();

protected:
    [[nodiscard]] std::unique_ptr<Dispatcher> makeDispatcher() const override
    {
        return std::make_unique<BroadcastDispatcher>();
    }
};

void TestBroadcastDispatcher::takesConsumersInAndForgetsThem()
{
    Tested tested; // GS-125
    QVERIFY(!tested.subscribe(a));
    QCOMPARE(books(tested), QStringLiteral("0/0 A 0"));
    QCOMPARE_EQ(tested.cancel(a), 0);
    QCOMPARE(books(tested), QStringLiteral("0/0"));
}

void TestBroadcastDispatcher::keepsWhatItRequestedWhenEverybodyLeaves()
{
    Tested tested; // GS-126
    QVERIFY(!tested.subscribe(a));
    QCOMPARE_EQ(tested.ask(a, 10), 10);
    QCOMPARE(books(tested), QStringLiteral("10/10 A 0"));
    QCOMPARE_EQ(tested.cancel(a), 0);
    QCOMPARE(books(tested), QStringLiteral("0/10"));
    QCOMPARE_EQ(tested.dispatch(numbers(0, 3)), 0);
    QCOMPARE(books(tested), QStringLiteral("0/10"));
}

void TestBroadcastDispatcher::gs127_demandThatCameEarlyWaitsForTheNewcomer()
{
    Tested tested;
    QVERIFY(!tested.subscribe(a));
    QCOMPARE_EQ(tested.ask(a, 10), 10);
    QCOMPARE(books(tested), QStringLiteral("10/10 A 0"));
    QVERIFY(!tested.subscribe(b));
    QCOMPARE(books(tested), QStringLiteral("0/10 A 10, B 0"));
    QCOMPARE_EQ(tested.cancel(a), 0);
    QCOMPARE(books(tested), QStringLiteral("0/10 B 0"));
    QCOMPARE_EQ(tested.ask(b, 10), 0); // A had it requested
    QCOMPARE(books(tested), QStringLiteral("10/10 B 0"));
}

void TestBroadcastDispatcher::gs129_servesThreeWhoComeAtDifferentTimes()
{
    Tested tested;
    QVERIFY(!tested.subscribe(a));
    QVERIFY(!tested.subscribe(b));
    QCOMPARE_EQ(tested.ask(a, 3), 0);
    QCOMPARE_EQ(tested.ask(b, 2), 2);
    QCOMPARE(books(tested), QStringLiteral("2/2 A 1, B 0"));
    QCOMPARE_EQ(tested.dispatch(numbers(0, 2)), 2);
    QCOMPARE(tested.sent(), QStringLiteral("A 0 1, B 0 1"));
    QCOMPARE(books(tested), QStringLiteral("0/0 A 1, B 0"));

    QCOMPARE_EQ(tested.ask(b, 2), 1);
    QCOMPARE_EQ(tested.dispatch(numbers(2, 2)), 1); // 3 is left over
    QCOMPARE(tested.sent(), QStringLiteral("A 2, B 2"));
    QCOMPARE(books(tested), QStringLiteral("0/0 A 0, B 1"));
    QCOMPARE_EQ(tested.dispatch(numbers(3, 1)), 0);
    QCOMPARE(tested.sent(), QString());

    QCOMPARE_EQ(tested.ask(a, 1), 1);
    QVERIFY(!tested.subscribe(c));
    QCOMPARE_EQ(tested.dispatch(numbers(3, 2)), 0);
    QCOMPARE(books(tested), QStringLiteral("0/1 A 1, B 1, C 0"));
    QCOMPARE_EQ(tested.ask(a, 2), 0);
    QCOMPARE_EQ(tested.ask(b, 2), 0);
    QCOMPARE_EQ(tested.ask(c, 3), 2);
    QCOMPARE_EQ(tested.dispatch(numbers(3, 3)), 3);
    QCOMPARE(tested.sent(), QStringLiteral("A 3 4 5, B 3 4 5, C 3 4 5"));
    QCOMPARE(books(tested), QStringLiteral("0/0 A 0, B 0, C 0"));
}

void TestBroadcastDispatcher::goesOnWhenTheSlowestLeaves()
{
    Tested tested; // GS-128
    QVERIFY(!tested.subscribe(a));
    QVERIFY(!tested.subscribe(b));
    QCOMPARE_EQ(tested.ask(a, 10), 0);
    QCOMPARE_EQ(tested.cancel(b), 10);
    QCOMPARE(books(tested), QStringLiteral("10/10 A 0"));
    QCOMPARE_EQ(tested.ask(a, 10), 10);
    QCOMPARE(books(tested), QStringLiteral("20/20 A 0"));
}

void TestBroadcastDispatcher::holdsEverybodyUpForANewcomer()
{
    Tested tested; // GS-130
    QVERIFY(!tested.subscribe(a));
    QCOMPARE_EQ(tested.ask(a, 10), 10);
    QCOMPARE_EQ(tested.dispatch(numbers(0, 3)), 3);
    QCOMPARE(tested.sent(), QStringLiteral("A 0 1 2"));
    QCOMPARE(books(tested), QStringLiteral("7/7 A 0"));
    QVERIFY(!tested.subscribe(b));
    QCOMPARE(books(tested), QStringLiteral("0/7 A 7, B 0"));
    QCOMPARE_EQ(tested->deliverable(), 0); // REF-21: no demand that the newcomer does not share
    QCOMPARE_EQ(tested.ask(b, 20), 0);
    QCOMPARE(books(tested), QStringLiteral("7/7 A 0, B 13"));
    QCOMPARE_EQ(tested.dispatch(numbers(3, 7)), 7);
    QCOMPARE(tested.sent(), QStringLiteral("A 3 4 5 6 7 8 9, B 3 4 5 6 7 8 9"));
    QCOMPARE(books(tested), QStringLiteral("0/0 A 0, B 13"));
}

void TestBroadcastDispatcher::usesUpWhatLeaversHadRequested()
{
    Tested tested; // GS-131
    QVERIFY(!tested.subscribe(a));
    QCOMPARE_EQ(tested.ask(a, 10), 10);
    QCOMPARE_EQ(tested.cancel(a), 0);
    QVERIFY(!tested.subscribe(b));
    QCOMPARE_EQ(tested.ask(b, 5), 0);
    QCOMPARE(books(tested), QStringLiteral("5/10 B 0"));
    QCOMPARE_EQ(tested.dispatch(numbers(0, 3)), 3);
    QCOMPARE(tested.sent(), QStringLiteral("B 0 1 2"));
    QCOMPARE(books(tested), QStringLiteral("2/7 B 0"));
}

void TestBroadcastDispatcher::gs132_goesOnWhenAConsumerLeavesThatHeldUpWhatWasRequested()
{
    Tested tested;
    QVERIFY(!tested.subscribe(a));
    QCOMPARE_EQ(tested.ask(a, 10), 10);
    QVERIFY(!tested.subscribe(b));
    QCOMPARE_EQ(tested.ask(a, 5), 0);
    QCOMPARE(books(tested), QStringLiteral("0/10 A 15, B 0"));
    QCOMPARE_EQ(tested.cancel(b), 5);
    QCOMPARE(books(tested), QStringLiteral("15/15 A 0"));
}

void TestBroadcastDispatcher::givesEverybodyTheSameInTheirOrder()
{
    Tested tested; // INV-09
    for (const SubscriptionId id : {a, b, c}) {
        QVERIFY(!tested.subscribe(id));
        std::ignore = tested.ask(id, 4);
    }
    QCOMPARE_EQ(tested.dispatch(numbers(0, 1)), 1);
    QCOMPARE_EQ(tested.dispatch(numbers(1, 9)), 3);
    QCOMPARE(tested.sent(), QStringLiteral("A 0, B 0, C 0, A 1 2 3, B 1 2 3, C 1 2 3"));
}

void TestBroadcastDispatcher::releasesInfosAtOnce()
{
    Tested tested; // GS-134
    QVERIFY(!tested.subscribe(a));
    QCOMPARE_EQ(tested.ask(a, 3), 3);
    tested.info(7);
    QCOMPARE(tested.released(), QStringLiteral("7"));
    QCOMPARE(books(tested), QStringLiteral("3/3 A 0"));
}

void TestBroadcastDispatcher::refusesAConsumerThatIsThereAlready()
{
    Tested tested; // GS-135, GX-09, REF-3
    QVERIFY(!tested.subscribe(a, StageId{1}));
    QCOMPARE_EQ(tested.ask(a, 2), 2);
    for (const SubscriptionId again : {b, c}) {
        const auto refusal = tested.subscribe(again, StageId{1});
        QVERIFY(refusal);
        QCOMPARE(refusal->kind, StopReason::Kind::AlreadySubscribed);
        QCOMPARE(refusal->text, "consumer: expected one that is not subscribed yet, got stage 1");
        QCOMPARE(books(tested), QStringLiteral("2/2 A 0"));
    }
    QCOMPARE_EQ(tested.dispatch(numbers(0, 2)), 2);
    QCOMPARE(tested.sent(), QStringLiteral("A 0 1")); // once
    QCOMPARE_EQ(tested.cancel(a), 0);
    QVERIFY(!tested.subscribe(b, StageId{1})); // it has left
}

void TestBroadcastDispatcher::refusesOnlyTheConsumerWithABadSelector()
{
    Tested tested(&eventType<Integer>()); // GX-19, REF-8, BAD-18
    QVERIFY(!tested.subscribe(a));
    const auto empty = tested.subscribe(b, selecting({}));
    QVERIFY(empty);
    QCOMPARE(empty->text, "selector: expected a function, got an empty one");
    SubscriptionOptions ofTexts;
    ofTexts.selector = selectEvents<std::string>([](const std::string &) { return true; });
    const auto other = tested.subscribe(b, ofTexts);
    QVERIFY(other);
    QCOMPARE(other->text, "selector: expected one for events of type integer, got one for text");
    QCOMPARE(books(tested), QStringLiteral("0/0 A 0"));
    QVERIFY(!tested.subscribe(b)); // it may try again
}

void TestBroadcastDispatcher::givesSelectedEventsAndTheDemandOfTheOthersBack()
{
    Tested tested; // GS-133, REF-17
    QVERIFY(!tested.subscribe(a, selecting([](Integer number) { return number % 2 == 0; })));
    QVERIFY(!tested.subscribe(b, selecting([](Integer number) { return number > 100; })));
    QVERIFY(!tested.subscribe(c));
    for (const SubscriptionId id : {a, b, c})
        std::ignore = tested.ask(id, 5);
    QCOMPARE_EQ(tested.dispatch(numbers(0, 5)), 5);
    QCOMPARE(tested.sent(), QStringLiteral("A 0 2 4, C 0 1 2 3 4"));
    QCOMPARE_EQ(tested.effects.credits.size(), 2U);
    QCOMPARE_EQ(tested.effects.credits[0].to, a);
    QCOMPARE_EQ(tested.effects.credits[0].count, 2);
    QCOMPARE_EQ(tested.effects.credits[1].to, b);
    QCOMPARE_EQ(tested.effects.credits[1].count, 5);
}

void TestBroadcastDispatcher::throwsWhereASelectorMeetsOtherEvents()
{
    Tested tested; // made without the type of the events
    QVERIFY(!tested.subscribe(a, selecting([](Integer) { return true; })));
    QCOMPARE_EQ(tested.ask(a, 1), 1);
    QVERIFY_THROWS_EXCEPTION(std::runtime_error,
                             tested.dispatch(Batch::of(std::vector<std::string>{"x"})));
    QCOMPARE(books(tested), QStringLiteral("1/1 A 0"));
}

void TestBroadcastDispatcher::copiesOnlyWhatASelectorCutsOut()
{
    Tested tested;
    SubscriptionOptions some;
    some.selector =
        selectEvents<CountedEvent>([](const CountedEvent &event) { return event.value != 1; });
    SubscriptionOptions tail;
    tail.selector =
        selectEvents<CountedEvent>([](const CountedEvent &event) { return event.value > 0; });
    QVERIFY(!tested.subscribe(a, tail));
    QVERIFY(!tested.subscribe(b));
    std::vector<CountedEvent> events;
    events.reserve(4);
    for (int i = 0; i < 4; ++i)
        events.emplace_back(i);
    const Batch batch = Batch::of(std::move(events));
    for (const SubscriptionId id : {a, b})
        std::ignore = tested.ask(id, 4);
    CountedEvent::copies = 0;
    QCOMPARE_EQ(tested.dispatch(batch), 4);
    QCOMPARE(tested.sent(), QStringLiteral("A #1 #2 #3, B #0 #1 #2 #3"));
    QCOMPARE_EQ(CountedEvent::copies, 0);

    QVERIFY(!tested.subscribe(c, some));
    for (const SubscriptionId id : {a, b, c})
        std::ignore = tested.ask(id, 4);
    QCOMPARE_EQ(tested.dispatch(batch), 4);
    QCOMPARE_EQ(CountedEvent::copies, 3); // #0 #2 #3 for C
}

void TestBroadcastDispatcher::keepsTheBroadcastBooksWhateverHappens()
{
    test::forEachSeed([](test::Random &random) {
        test::BroadcastModel model(random); // INV-13
        for (int i = 0; i < 100; ++i) {
            const QString wrong = model.step();
            QVERIFY2(wrong.isEmpty(), qUtf8Printable(wrong));
        }
    });
}

SLUICE_TEST(TestBroadcastDispatcher)

} // namespace tst_broadcastdispatcher

#include "tst_broadcastdispatcher.moc"
