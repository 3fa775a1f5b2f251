// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/subscriptionoptions.h"
#include "tests/support/testsupport.h"

#include <limits>

namespace tst_subscriptionoptions {

using namespace sluice;

namespace {

constexpr EventCount largest = std::numeric_limits<EventCount>::max();

} // namespace

class TestSubscriptionOptions : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void asksAgainAtHalfTheMaximumByDefault_data();
    void asksAgainAtHalfTheMaximumByDefault();
    void defaultsAreTheReferences();
    void takesWhatTheReferenceTakes_data();
    void takesWhatTheReferenceTakes();
    void refusesWhatTheReferenceRefuses_data();
    void refusesWhatTheReferenceRefuses();
    void endsTheConsumerAsTheTableSays_data();
    void endsTheConsumerAsTheTableSays();
    void passesOnWhatWentWrongInItsOwnWords();
};

void TestSubscriptionOptions::asksAgainAtHalfTheMaximumByDefault_data()
{
    QTest::addColumn<qint64>("maximum");
    QTest::addColumn<qint64>("minimum");

    QTest::newRow("§4 1 -> 0") << 1LL << 0LL;
    QTest::newRow("§4 2 -> 1") << 2LL << 1LL;
    QTest::newRow("§4 GX-04 3 -> 1") << 3LL << 1LL;
    QTest::newRow("§4 1000 -> 500") << 1000LL << 500LL;
    QTest::newRow("§4 1001 -> 500") << 1001LL << 500LL;
}

void TestSubscriptionOptions::asksAgainAtHalfTheMaximumByDefault()
{
    QFETCH(const qint64, maximum);
    QFETCH(const qint64, minimum);
    SubscriptionOptions options;
    options.maxDemand = maximum;
    QCOMPARE_EQ(options.minimum(), minimum);
    QVERIFY(!options.validate());
}

void TestSubscriptionOptions::defaultsAreTheReferences()
{
    const SubscriptionOptions options;
    QCOMPARE_EQ(options.maxDemand, 1000); // GS-002
    QCOMPARE_EQ(options.minimum(), 500);
    QVERIFY(options.cancel == CancelMode::Permanent);
}

void TestSubscriptionOptions::takesWhatTheReferenceTakes_data()
{
    QTest::addColumn<qint64>("maximum");
    QTest::addColumn<qint64>("minimum");

    QTest::newRow("§4 the smallest, 1/0") << 1LL << 0LL;
    QTest::newRow("the largest maximum") << qint64{SubscriptionOptions::largestMaxDemand} << 0LL;
    QTest::newRow("§4 the largest minimum is one below the maximum") << 1000LL << 999LL;
    QTest::newRow("§4 the smallest minimum is 0") << 1000LL << 0LL;
}

void TestSubscriptionOptions::takesWhatTheReferenceTakes()
{
    QFETCH(const qint64, maximum);
    QFETCH(const qint64, minimum);
    const SubscriptionOptions options{.maxDemand = maximum, .minDemand = minimum};
    QVERIFY(!options.validate());
    QCOMPARE_EQ(options.minimum(), minimum);
}

void TestSubscriptionOptions::refusesWhatTheReferenceRefuses_data()
{
    QTest::addColumn<qint64>("maximum");
    QTest::addColumn<qint64>("minimum");
    QTest::addColumn<QString>("error");

    // BAD-02
    QTest::newRow("§23 maximum 0") << 0LL << 0LL << QStringLiteral("maxDemand: 1 to 1000000000: 0");
    QTest::newRow("§23 maximum below 0")
        << -1LL << 0LL << QStringLiteral("maxDemand: 1 to 1000000000: -1");
    QTest::newRow("beyond what sums can hold")
        << qint64{SubscriptionOptions::largestMaxDemand + 1} << 0LL
        << QStringLiteral("maxDemand: 1 to 1000000000: 1000000001");
    QTest::newRow("§4 the maximum is looked at first")
        << 0LL << 5LL << QStringLiteral("maxDemand: 1 to 1000000000: 0");
    QTest::newRow("§23 minimum below 0")
        << 10LL << -1LL << QStringLiteral("minDemand: 0 to 9 (below maxDemand): -1");
    QTest::newRow("§23 minimum equal to the maximum")
        << 10LL << 10LL << QStringLiteral("minDemand: 0 to 9 (below maxDemand): 10");
    QTest::newRow("§23 minimum 2000 with the default maximum")
        << 1000LL << 2000LL << QStringLiteral("minDemand: 0 to 999 (below maxDemand): 2000");
    QTest::newRow("§23 the smallest integer as minimum")
        << 1LL << static_cast<qint64>(-largest - 1)
        << QStringLiteral("minDemand: 0 to 0 (below maxDemand): -9223372036854775808");
}

void TestSubscriptionOptions::refusesWhatTheReferenceRefuses()
{
    QFETCH(const qint64, maximum);
    QFETCH(const qint64, minimum);
    QFETCH(const QString, error);
    const auto found = SubscriptionOptions{.maxDemand = maximum, .minDemand = minimum}.validate();
    QVERIFY(found.has_value());
    QCOMPARE(QString::fromStdString(found->option + ": " + found->expectation + ": " + found->got),
             error);
}

void TestSubscriptionOptions::endsTheConsumerAsTheTableSays_data()
{
    QTest::addColumn<StopReason>("reason");
    QTest::addColumn<bool>("permanent");
    QTest::addColumn<bool>("transient");

    // A temporary subscription never ends its consumer.
    using Kind = StopReason::Kind;
    QTest::newRow("INV-24 normal") << StopReason::normal() << true << false;
    QTest::newRow("INV-24 shutdown") << StopReason::shutdown() << true << false;
    QTest::newRow("INV-24 shutdown with a text")
        << StopReason{Kind::Shutdown, "enough"} << true << false;
    QTest::newRow("INV-24 noproc") << StopReason{Kind::NoProcess, {}} << true << true;
    QTest::newRow("INV-24 unknown subscription")
        << StopReason{Kind::UnknownSubscription, {}} << true << true;
    QTest::newRow("INV-24 duplicated subscription")
        << StopReason{Kind::DuplicatedSubscription, {}} << true << true;
    QTest::newRow("INV-24 failed") << StopReason::failed("oops") << true << true;
    QTest::newRow("INV-24 failed for a reason called normal")
        << StopReason::failed("normal") << true << true;
    QTest::newRow("GS-050 a rejected duplicate never ends the consumer")
        << StopReason{Kind::AlreadySubscribed, {}} << false << false;
}

void TestSubscriptionOptions::endsTheConsumerAsTheTableSays()
{
    QFETCH(const StopReason, reason);
    QTEST(endsConsumer(CancelMode::Permanent, reason), "permanent");
    QTEST(endsConsumer(CancelMode::Transient, reason), "transient");
    QVERIFY(!endsConsumer(CancelMode::Temporary, reason));
}

void TestSubscriptionOptions::passesOnWhatWentWrongInItsOwnWords()
{
    using Kind = StopReason::Kind; // REF-12: unwrapped
    QCOMPARE_EQ(toString(StopReason::failed("oops")), std::string("oops"));
    QCOMPARE_EQ(toString(StopReason::failed({})), std::string("failed"));
    QCOMPARE_EQ(toString(StopReason::normal()), std::string("normal"));
    QCOMPARE_EQ(toString(StopReason::shutdown()), std::string("shutdown"));
    QCOMPARE_EQ(toString({Kind::NoProcess, {}}), std::string("noproc"));
    QCOMPARE_EQ(toString({Kind::AlreadySubscribed, {}}), std::string("already_subscribed"));
    QVERIFY(StopReason::failed("oops") != StopReason::failed("ouch"));
    QVERIFY(StopReason::failed("oops") == StopReason::failed("oops"));
}

SLUICE_TEST(TestSubscriptionOptions)

} // namespace tst_subscriptionoptions

#include "tst_subscriptionoptions.moc"
