// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/pipelinefile.h"
#include "app/runcheck.h"
#include "tests/support/testsupport.h"

#include <functional>

namespace tst_runcheck {

using namespace sluice;
using app::CheckingSink;

using Change = std::function<void(Snapshot &)>;

namespace {

PipelineDescription evenNumbers()
{
    return readPipeline(R"({"sluice": 1, "stages": [
        {"id": "n", "kind": "counter"}, {"id": "e", "kind": "filter"},
        {"id": "p", "kind": "print"}], "subscriptions": [
        {"from": "n", "to": "e"}, {"from": "e", "to": "p"}]})",
                        QStringLiteral("example"))
        .pipeline;
}

/// A producer that sent 10 events to a consumer, which handled 7 and lost 3.
Snapshot settledSnapshot()
{
    Snapshot snapshot;
    StageSnapshot producer;
    producer.id = {1};
    producer.name = QStringLiteral("producer");
    producer.figures.emitted = 12;
    producer.figures.sent = 10;
    producer.figures.discarded = 2;
    StageSnapshot consumer;
    consumer.id = {2};
    consumer.name = QStringLiteral("consumer");
    consumer.role = StageRole::Consumer;
    consumer.figures.arrived = 10;
    consumer.figures.handled = 7;
    consumer.figures.lost = 3;
    snapshot.stages = {producer, consumer};
    SubscriptionSnapshot subscription;
    subscription.id = {1};
    subscription.producer = {1};
    subscription.consumer = {2};
    subscription.outlet.sent = 10;
    subscription.inlet.arrived = 10;
    subscription.inlet.handled = 7;
    subscription.inlet.lost = 3;
    snapshot.subscriptions = {subscription};
    return snapshot;
}

} // namespace

class TestRunCheck : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyExpectedNumberMustComeOnce_data();
    void everyExpectedNumberMustComeOnce();
    void passesEventsOn();
    void countsThatAddUpAreFine();
    void broadcastEventsMayGoToEveryConsumer();
    void findsCountsThatDoNotAddUp_data();
    void findsCountsThatDoNotAddUp();
};

void TestRunCheck::everyExpectedNumberMustComeOnce_data()
{
    QTest::addColumn<std::vector<Integer>>("numbers");
    QTest::addColumn<QString>("problem");

    const auto row = [](const char *name, const std::vector<Integer> &numbers,
                        const char *problem) {
        QTest::newRow(name) << numbers << QString::fromUtf8(problem);
    };
    row("all", {0, 2, 4, 6}, "");
    row("all, in another order", {4, 0, 6, 2}, "");
    row("one is missing", {0, 2, 6}, "numbers that never came: 1 (first: 4)");
    row("one came twice", {0, 2, 2, 4}, "numbers that came again: 1 (first: 2)");
    row("one was not expected", {0, 2, 3, 4}, "unexpected numbers: 1 (first: 3)");
}

void TestRunCheck::everyExpectedNumberMustComeOnce()
{
    QFETCH(const std::vector<Integer>, numbers);
    QFETCH(const QString, problem);
    CheckingSink sink(evenNumbers(), nullptr);
    for (const Integer number : numbers)
        QVERIFY(sink.write(QStringLiteral("p"), Batch::of(std::vector<Integer>{number})));
    QCOMPARE(sink.problem(0).value_or(QString()), problem);
}

void TestRunCheck::passesEventsOn()
{
    struct Closed final : EventSink
    {
        EventCount events = 0;

        bool write(const QString &, const Batch &more) override
        {
            events += static_cast<EventCount>(more.size());
            return false;
        }
    };
    const auto closed = std::make_shared<Closed>();
    CheckingSink sink(evenNumbers(), closed);
    QVERIFY(!sink.write(QStringLiteral("p"), Batch::of(std::vector<Integer>{0, 2, 4})));
    QCOMPARE_EQ(closed->events, 3);
}

void TestRunCheck::countsThatAddUpAreFine()
{
    QCOMPARE(app::conservationProblem(settledSnapshot()).value_or(QString()), QString());
}

void TestRunCheck::broadcastEventsMayGoToEveryConsumer()
{
    Snapshot snapshot = settledSnapshot();
    snapshot.stages[0].dispatcher = DispatcherKind::Broadcast;
    snapshot.subscriptions.push_back(snapshot.subscriptions[0]);
    snapshot.subscriptions[1].id = {2};
    StageSnapshot &producer = snapshot.stages[0];
    StageSnapshot &consumer = snapshot.stages[1];
    producer.figures.sent = consumer.figures.arrived = 20;
    consumer.figures.handled = 14;
    consumer.figures.lost *= 2;
    QCOMPARE(app::conservationProblem(snapshot).value_or(QString()), QString());

    // But no consumer gets more than there was.
    producer.figures.emitted = 11;
    QCOMPARE(app::conservationProblem(snapshot).value_or(QString()),
             QStringLiteral("producer: sent to one consumer, and at most emitted - discarded - "
                            "lost: 10 is not 9"));
}

void TestRunCheck::findsCountsThatDoNotAddUp_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("problem");

    const auto row = [](const char *name, const Change &change, const char *problem) {
        QTest::newRow(name) << change << QString::fromUtf8(problem);
    };
    row(
        "on the way", [](Snapshot &s) { s.subscriptions[0].outlet.sent = 11; },
        "subscription 1: 11 sent, 10 arrived, 7 handled, 3 lost");
    row(
        "in the consumer", [](Snapshot &s) { s.subscriptions[0].inlet.lost = 2; },
        "subscription 1: 10 sent, 10 arrived, 7 handled, 2 lost");
    row(
        "in the producer", [](Snapshot &s) { s.stages[0].figures.discarded = 1; },
        "producer: emitted, and sent + discarded + lost: 12 is not 11");
    row(
        "between stage and subscriptions", [](Snapshot &s) { s.stages[1].figures.handled = 8; },
        "consumer: handled, by stage and by subscriptions: 8 is not 7");
}

void TestRunCheck::findsCountsThatDoNotAddUp()
{
    QFETCH(const Change, change);
    QFETCH(const QString, problem);
    Snapshot snapshot = settledSnapshot();
    change(snapshot);
    QCOMPARE(app::conservationProblem(snapshot).value_or(QString()), problem);
}

SLUICE_TEST(TestRunCheck)

} // namespace tst_runcheck

#include "tst_runcheck.moc"
