// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "tests/support/testsupport.h"

#include <array>
#include <limits>
#include <vector>

namespace tst_testsupport {

using namespace sluice;

/// The helpers other tests lean on; what must fail is in canary_qtest.cpp.
class TestTestSupport : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedGivesTheSameNumbersEverywhere();
    void belowReachesEveryValueAndNoOther();
    void betweenIncludesBothEnds();
    void forEachSeedRunsTheSeedsInOrder();
    void scaledNeverReachesZero();
    void aDeclaredWarningIsNoFailure();

protected:
    void prepare() override { m_wasPrepared = true; }

private:
    bool m_wasPrepared = false;
};

void TestTestSupport::theSameSeedGivesTheSameNumbersEverywhere()
{
    QVERIFY(m_wasPrepared);
    // The standard fixes the 10 000th number of a default-seeded engine.
    test::Random random(std::mt19937_64::default_seed);
    for (int i = 1; i < 10'000; ++i)
        random();
    QCOMPARE_EQ(random(), 9981545732273789042U);
}

void TestTestSupport::belowReachesEveryValueAndNoOther()
{
    std::array<int, 6> hits = {};
    test::forEachSeed([&hits](test::Random &random) { ++hits.at(random.below(hits.size())); });
    for (const int count : hits)
        QCOMPARE_GT(count, 0);
}

void TestTestSupport::betweenIncludesBothEnds()
{
    constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
    constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
    test::Random random = test::seededRandom();
    bool first = false;
    bool last = false;
    for (int i = 0; i < 200; ++i) {
        const std::int64_t number = random.between(-2, 2);
        QVERIFY(number >= -2 && number <= 2);
        first = first || number == -2;
        last = last || number == 2;
        QCOMPARE_LE(random.between(lowest, highest), highest);
        QCOMPARE_EQ(random.between(highest, highest), highest);
    }
    QVERIFY(first && last);
}

void TestTestSupport::forEachSeedRunsTheSeedsInOrder()
{
    if (qEnvironmentVariableIsSet("SLUICE_SEED") || qEnvironmentVariableIsSet("SLUICE_SEEDS"))
        QSKIP("the environment chooses the seeds");
    std::vector<std::uint64_t> seeds;
    test::forEachSeed([&seeds](test::Random &random) { seeds.push_back(random.seed()); }, 3);
    QCOMPARE_EQ(seeds, (std::vector<std::uint64_t>{1, 2, 3}));
}

void TestTestSupport::scaledNeverReachesZero()
{
    QCOMPARE_EQ(test::scaled(1), 1);
    QCOMPARE_LE(test::scaled(1000), 1000);
}

void TestTestSupport::aDeclaredWarningIsNoFailure()
{
    QTest::ignoreMessage(QtWarningMsg, "planted");
    qWarning("planted");
}

SLUICE_TEST(TestTestSupport)

} // namespace tst_testsupport

#include "tst_testsupport.moc"
