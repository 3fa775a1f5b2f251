// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/restartlimit.h"
#include "tests/support/testsupport.h"

#include <algorithm>
#include <deque>

namespace tst_restartlimit {

using namespace sluice;
using namespace std::chrono_literals;

class TestRestartLimit : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void allowsSoManyWithinThePeriodAndNoMore();
    void forgetsWhatIsOlderThanThePeriod();
    void allowsNoneIfNoneIsAllowed();
    void zeroSecondsMeanTheSameSecond();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void agreesWithAListOfAllTimes();
};

void TestRestartLimit::allowsSoManyWithinThePeriodAndNoMore()
{
    RestartLimit limit({.maxRestarts = 3, .maxSeconds = 5s}); // §18's defaults
    QVERIFY(limit.take(10s));
    QVERIFY(limit.take(11s));
    QVERIFY(limit.take(12s));
    QCOMPARE_EQ(limit.count(), 3);
    QVERIFY(!limit.take(15s)); // the first is 5 s old and still counts
    QCOMPARE_EQ(limit.count(), 4);
}

void TestRestartLimit::forgetsWhatIsOlderThanThePeriod()
{
    RestartLimit limit({.maxRestarts = 1, .maxSeconds = 5s});
    QVERIFY(limit.take(10s));
    QVERIFY(limit.take(16s));
    QVERIFY(limit.take(22s));
    QVERIFY(!limit.take(27s));
}

void TestRestartLimit::allowsNoneIfNoneIsAllowed()
{
    RestartLimit limit({.maxRestarts = 0, .maxSeconds = 5s});
    QVERIFY(!limit.take(10s));
    QCOMPARE_EQ(limit.count(), 1);
}

void TestRestartLimit::zeroSecondsMeanTheSameSecond()
{
    RestartLimit limit({.maxRestarts = 1, .maxSeconds = 0s}); // GS-188
    QVERIFY(limit.take(10'000ms));
    QVERIFY(limit.take(11'000ms));
    QVERIFY(!limit.take(11'900ms));
}

void TestRestartLimit::saysWhatIsWrong_data()
{
    QTest::addColumn<int>("maxRestarts");
    QTest::addColumn<int>("maxSeconds");
    QTest::addColumn<QString>("option");
    QTest::newRow("the defaults are right") << 3 << 5 << QString();
    QTest::newRow("zero is right") << 0 << 0 << QString();
    QTest::newRow("BAD-19 restarts below zero") << -1 << 5 << QStringLiteral("maxRestarts");
    QTest::newRow("restarts beyond all use") << 1'000'001 << 5 << QStringLiteral("maxRestarts");
    QTest::newRow("seconds below zero") << 3 << -1 << QStringLiteral("maxSeconds");
    QTest::newRow("seconds beyond all use") << 3 << 1'000'001 << QStringLiteral("maxSeconds");
    QTest::newRow("restarts are looked at first") << -1 << -1 << QStringLiteral("maxRestarts");
}

void TestRestartLimit::saysWhatIsWrong()
{
    QFETCH(const int, maxRestarts);
    QFETCH(const int, maxSeconds);
    QFETCH(const QString, option);
    const RestartIntensity intensity{maxRestarts, std::chrono::seconds(maxSeconds)};
    const auto error = intensity.validate();
    QCOMPARE(error ? QString::fromStdString(error->option) : QString(), option);
}

void TestRestartLimit::agreesWithAListOfAllTimes()
{
    test::forEachSeed([](test::Random &random) {
        const RestartIntensity intensity{static_cast<int>(random.below(5)),
                                         std::chrono::seconds(random.below(6))};
        RestartLimit limit(intensity);
        std::deque<std::int64_t> all;
        std::chrono::nanoseconds now = 0s;
        for (int step = 0; step < 60; ++step) {
            now += std::chrono::milliseconds(random.below(2500));
            all.push_back(now / 1s);
            const auto within = std::ranges::count_if(all, [&](std::int64_t second) {
                return all.back() - second <= intensity.maxSeconds.count();
            });
            QCOMPARE_EQ(limit.take(now), within <= intensity.maxRestarts);
            QCOMPARE_LE(limit.count(), intensity.maxRestarts + 1);
        }
    });
}

SLUICE_TEST(TestRestartLimit)

} // namespace tst_restartlimit

#include "tst_restartlimit.moc"
