// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/filter.h"
#include "core/stages/prime.h"
#include "tests/support/testsupport.h"

#include <limits>

namespace tst_filter {

using namespace sluice;

namespace {

using Limits = std::numeric_limits<Integer>;
using Numbers = std::vector<Integer>;

} // namespace

class TestFilter : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatIsWanted_data();
    void keepsWhatIsWanted();
    void primesAreThoseOfTheSieve();
    void primesAreExactForLargeNumbers_data();
    void primesAreExactForLargeNumbers();
};

void TestFilter::keepsWhatIsWanted_data()
{
    using Keep = Filter::Keep;
    QTest::addColumn<Keep>("keep");
    QTest::addColumn<Integer>("of");
    QTest::addColumn<Numbers>("given");
    QTest::addColumn<Numbers>("kept");

    const Numbers around = {-3, -2, -1, 0, 1, 2, 3, 4};
    const Numbers extremes = {Limits::min(), Limits::max()};
    QTest::newRow("even") << Keep::Even << 2LL << around << Numbers{-2, 0, 2, 4};
    QTest::newRow("odd") << Keep::Odd << 2LL << around << Numbers{-3, -1, 1, 3};
    QTest::newRow("prime") << Keep::Prime << 2LL << around << Numbers{2, 3};
    QTest::newRow("multiple of 3") << Keep::Multiple << 3LL << around << Numbers{-3, 0, 3};
    QTest::newRow("multiple of 1") << Keep::Multiple << 1LL << around << around;
    QTest::newRow("even extremes") << Keep::Even << 2LL << extremes << Numbers{Limits::min()};
    QTest::newRow("odd extremes") << Keep::Odd << 2LL << extremes << Numbers{Limits::max()};
    QTest::newRow("nothing fits") << Keep::Even << 2LL << Numbers{1, 3, 5} << Numbers{};
}

void TestFilter::keepsWhatIsWanted()
{
    QFETCH(const Filter::Keep, keep);
    QFETCH(const Integer, of);
    QFETCH(const Numbers, given);
    QFETCH(const Numbers, kept);
    QCOMPARE(Filter({keep, of}).handleEvents(given, {}), kept);
}

void TestFilter::primesAreThoseOfTheSieve()
{
    constexpr std::size_t limit = 200'000;
    std::vector<bool> isComposite(limit, false);
    for (std::size_t i = 2; i < limit; ++i) {
        QCOMPARE_EQ(isPrime(static_cast<Integer>(i)), !isComposite[i]);
        for (std::size_t multiple = 2 * i; multiple < limit; multiple += i)
            isComposite[multiple] = true;
    }
}

void TestFilter::primesAreExactForLargeNumbers_data()
{
    QTest::addColumn<Integer>("number");
    QTest::addColumn<bool>("expected");

    QTest::newRow("0") << 0LL << false;
    QTest::newRow("1") << 1LL << false;
    QTest::newRow("-7") << -7LL << false;
    QTest::newRow("smallest") << Limits::min() << false;
    QTest::newRow("2^63 - 1 = 7^2 * ...") << Limits::max() << false;
    QTest::newRow("2^63 - 25") << Limits::max() - 24 << true;
    QTest::newRow("2^61 - 1") << (1LL << 61) - 1 << true;
    QTest::newRow("pseudoprime to 2, 3, 5, 7") << 3'215'031'751LL << false;
    QTest::newRow("pseudoprime to 2 to 23") << 3'825'123'056'546'413'051LL << false;
    QTest::newRow("Carmichael 561") << 561LL << false;
    QTest::newRow("3037000493^2") << 3'037'000'493LL * 3'037'000'493LL << false;
    QTest::newRow("3037000493") << 3'037'000'493LL << true;
}

void TestFilter::primesAreExactForLargeNumbers()
{
    QFETCH(const Integer, number);
    QFETCH(const bool, expected);
    QCOMPARE_EQ(isPrime(number), expected);
}

SLUICE_TEST(TestFilter)

} // namespace tst_filter

#include "tst_filter.moc"
