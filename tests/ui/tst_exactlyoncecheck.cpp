// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/models/exactlyoncecheck.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace tst_exactlyoncecheck {

using sluice::EventCount;
using sluice::Integer;
using sluice::test::Random;
using sluice::ui::ExactlyOnceCheck;
using sluice::ui::ExactlyOnceResult;
using sluice::ui::ExpectedSequence;
using Verdict = ExactlyOnceResult::Verdict;

class TestExactlyOnceCheck : public sluice::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void saysNothingBeforeTheFirstNumber();
    void findsOneConsumerExact();
    void takesRunsInAnyOrder();
    void waitsForWhatIsBelowTheGreatest();
    void callsHolesMissingOnceNothingIsUnderWay();
    void explainsHolesByLossesUpToTheirNumber();
    void findsDoublesWhereverTheyCome();
    void findsUnexpectedNumbers_data();
    void findsUnexpectedNumbers();
    void goesBackwardsAndDownwards();
    void doesNotJudgeWhatWasNotKept();
    void stillFindsWhatNothingCanExplain();
    void looksForDoublesWithoutAnExpectation();
    void takesUnevenBatchesNumberByNumber();
    void limitsTheWorkOfOneRound();
    void forgetsTheOldestOfTooManyHoles();
    void survivesTheEndsOfTheIntegers();
    void agreesWithASimpleModel();

protected:
    void prepare() override
    {
        m_check = ExactlyOnceCheck();
        m_check.reset(ExpectedSequence{0, 2});
    }

private:
    ExactlyOnceCheck m_check;
};

void TestExactlyOnceCheck::saysNothingBeforeTheFirstNumber()
{
    m_check.update({0, true});
    QCOMPARE(m_check.result().verdict, Verdict::NothingYet);
}

void TestExactlyOnceCheck::findsOneConsumerExact()
{
    for (Integer batch = 0; batch < 100; ++batch)
        m_check.add(batch * 1000, 2, 500);
    m_check.update({0, true});
    QCOMPARE(m_check.result().verdict, Verdict::Exact);
    QCOMPARE(m_check.result().handled, 50'000);
    QCOMPARE(m_check.result().greatest, std::optional<Integer>(99'998));
    QVERIFY(!m_check.result().isError());
}

void TestExactlyOnceCheck::takesRunsInAnyOrder()
{
    m_check.add(2000, 2, 500);
    m_check.add(0, 2, 500);
    m_check.add(3000, 0, 1);
    m_check.add(1000, 2, 500);
    m_check.update({0, true});
    QCOMPARE(m_check.result().verdict, Verdict::Exact);
}

void TestExactlyOnceCheck::waitsForWhatIsBelowTheGreatest()
{
    m_check.add(0, 2, 10);
    m_check.add(40, 2, 10);
    m_check.update({0, false});
    const ExactlyOnceResult result = m_check.result();
    QCOMPARE(result.verdict, Verdict::Waiting);
    QCOMPARE(result.waiting, 10);
    QCOMPARE(result.firstHole, std::optional<Integer>(20));
    QVERIFY(!result.isError());
}

void TestExactlyOnceCheck::callsHolesMissingOnceNothingIsUnderWay()
{
    m_check.add(4, 2, 10);
    m_check.update({0, true});
    QCOMPARE(m_check.result().verdict, Verdict::Missing);
    QCOMPARE(m_check.result().waiting, 2);
    QCOMPARE(m_check.result().firstHole, std::optional<Integer>(0));
    QVERIFY(m_check.result().isError());

    // Not for ever: what comes late was only late.
    m_check.add(0, 2, 2);
    QCOMPARE(m_check.result().verdict, Verdict::Exact);
}

void TestExactlyOnceCheck::explainsHolesByLossesUpToTheirNumber()
{
    m_check.add(0, 2, 10);
    m_check.add(40, 2, 10);
    m_check.update({10, true});
    QCOMPARE(m_check.result().verdict, Verdict::Exact);
    QCOMPARE(m_check.result().lost, 10);

    m_check.add(62, 2, 1);
    m_check.update({10, true});
    QCOMPARE(m_check.result().verdict, Verdict::Missing);
    QCOMPARE(m_check.result().lost, 10);
    QCOMPARE(m_check.result().waiting, 1);

    m_check.update({100, true});
    QCOMPARE(m_check.result().lost, 11);
}

void TestExactlyOnceCheck::findsDoublesWhereverTheyCome()
{
    m_check.add(0, 2, 100);
    m_check.add(400, 2, 100);
    m_check.add(180, 2, 20);
    QCOMPARE(m_check.result().verdict, Verdict::Double);
    QCOMPARE(m_check.result().doubles, 10);
    QCOMPARE(m_check.result().firstDouble, std::optional<Integer>(180));

    m_check.add(0, 2, 300);
    QCOMPARE(m_check.result().doubles, 10 + 110 + 100);
    QCOMPARE(m_check.result().waiting, 0);
    QVERIFY(m_check.result().isError());
}

void TestExactlyOnceCheck::findsUnexpectedNumbers_data()
{
    QTest::addColumn<Integer>("first");
    QTest::addColumn<Integer>("step");
    QTest::addColumn<EventCount>("count");
    QTest::addColumn<EventCount>("unexpected");
    QTest::addColumn<Integer>("firstUnexpected");

    QTest::newRow("an odd number")
        << Integer(7) << Integer(0) << EventCount(1) << EventCount(1) << Integer(7);
    QTest::newRow("below the first")
        << Integer(-4) << Integer(2) << EventCount(4) << EventCount(2) << Integer(-4);
    QTest::newRow("every number") << Integer(0) << Integer(1) << EventCount(10) << EventCount(5)
                                  << Integer(1);
}

void TestExactlyOnceCheck::findsUnexpectedNumbers()
{
    QFETCH(Integer, first);
    QFETCH(Integer, step);
    QFETCH(EventCount, count);
    QFETCH(EventCount, unexpected);
    QFETCH(Integer, firstUnexpected);
    m_check.add(first, step, count);
    QCOMPARE(m_check.result().verdict, Verdict::Unexpected);
    QCOMPARE(m_check.result().unexpected, unexpected);
    QCOMPARE(m_check.result().firstUnexpected, std::optional<Integer>(firstUnexpected));
}

void TestExactlyOnceCheck::goesBackwardsAndDownwards()
{
    m_check.add(18, -2, 10);
    QCOMPARE(m_check.result().verdict, Verdict::Exact);

    m_check.reset(ExpectedSequence{10, -3});
    m_check.add(10, -3, 5);
    m_check.add(-5, -3, 5);
    QCOMPARE(m_check.result().verdict, Verdict::Exact);
    QCOMPARE(m_check.result().greatest, std::optional<Integer>(-17));
    m_check.add(13, 0, 1);
    QCOMPARE(m_check.result().verdict, Verdict::Unexpected);
}

void TestExactlyOnceCheck::doesNotJudgeWhatWasNotKept()
{
    m_check.add(0, 2, 10);
    m_check.addUnchecked(10);
    m_check.add(40, 2, 10);
    m_check.update({0, true});
    QCOMPARE(m_check.result().verdict, Verdict::Unchecked);
    QCOMPARE(m_check.result().unchecked, 10);
    QCOMPARE(m_check.result().waiting, 0);
    QCOMPARE(m_check.result().handled, 30);
}

void TestExactlyOnceCheck::stillFindsWhatNothingCanExplain()
{
    m_check.add(0, 2, 10);
    m_check.addUnchecked(4);
    m_check.add(40, 2, 10);
    m_check.update({5, true});
    QCOMPARE(m_check.result().verdict, Verdict::Missing);
    QCOMPARE(m_check.result().waiting, 1);
}

void TestExactlyOnceCheck::looksForDoublesWithoutAnExpectation()
{
    m_check.reset({});
    m_check.add(-3, 1, 5);
    m_check.add(100, 7, 5);
    m_check.update({0, true});
    QCOMPARE(m_check.result().verdict, Verdict::DoublesOnly);

    m_check.add(107, 0, 1);
    QCOMPARE(m_check.result().verdict, Verdict::DoublesSeen);
    QCOMPARE(m_check.result().firstDouble, std::optional<Integer>(107));
    QVERIFY(!m_check.result().isError());
}

void TestExactlyOnceCheck::takesUnevenBatchesNumberByNumber()
{
    const std::vector<Integer> numbers = {0, 2, 4, 10, 8, 6, 12, 14, 4};
    m_check.add(numbers);
    QCOMPARE(m_check.result().handled, 9);
    QCOMPARE(m_check.result().doubles, 1);
    QCOMPARE(m_check.result().firstDouble, std::optional<Integer>(4));
    QCOMPARE(m_check.result().waiting, 0);
}

void TestExactlyOnceCheck::limitsTheWorkOfOneRound()
{
    m_check.add(0, 4, ExactlyOnceCheck::maxSingles + 100);
    QCOMPARE(m_check.result().unchecked, 100);
    const std::vector<Integer> uneven = {1, 2, 4, 9};
    m_check.add(uneven);
    QCOMPARE(m_check.result().unchecked, 102);
    m_check.update({0, false});
    m_check.add(uneven);
    QCOMPARE(m_check.result().unchecked, 102);
}

void TestExactlyOnceCheck::forgetsTheOldestOfTooManyHoles()
{
    // One hole of one number between each two single numbers, the first hole in front.
    const auto tooMany = static_cast<Integer>(ExactlyOnceCheck::maxIntervals) + 10;
    for (Integer i = 0; i < tooMany; ++i)
        m_check.add(2 + 4 * i, 0, 1);
    m_check.update({0, true});
    ExactlyOnceResult result = m_check.result();
    QCOMPARE(result.verdict, Verdict::Missing);
    QCOMPARE(result.unchecked, 11);
    QCOMPARE(result.unchecked + result.waiting, tooMany);

    // Below the forgotten ones nothing can be said any more, above it can.
    m_check.add(2, 0, 1);
    QCOMPARE(m_check.result().doubles, 0);
    m_check.add(2 + 4 * (tooMany - 1), 0, 1);
    QCOMPARE(m_check.result().doubles, 1);
}

void TestExactlyOnceCheck::survivesTheEndsOfTheIntegers()
{
    using Limits = std::numeric_limits<Integer>;
    m_check.reset({});
    m_check.add(Limits::min(), 1, 3);
    m_check.add(Limits::max() - 3, 1, 3);
    m_check.add(Limits::max() - 1, 1, 4); // around the end
    QCOMPARE(m_check.result().handled, 10);
    QCOMPARE(m_check.result().verdict, Verdict::DoublesSeen);

    m_check.reset(ExpectedSequence{5, -1});
    m_check.add(Limits::min() + 10, 0, 1);
    QCOMPARE(m_check.result().unexpected, 0);
    m_check.add(Limits::max(), 0, 1);
    QCOMPARE(m_check.result().unexpected, 1);
}

void TestExactlyOnceCheck::agreesWithASimpleModel()
{
    const auto once = [](Random &random) {
        const ExpectedSequence expected{random.between(-50, 50), random.chance(1, 2) ? 3 : -2};
        ExactlyOnceCheck check;
        check.reset(expected);
        // Split a sequence into batches, lose some, double some, and shuffle all.
        struct Run
        {
            EventCount place;
            EventCount count;
        };

        std::vector<Run> runs;
        std::vector<int> times;
        while (times.size() < 400) {
            const auto place = static_cast<EventCount>(times.size());
            const Run run{place, random.between(1, 20)};
            const int copies = random.chance(1, 20) ? 0 : random.chance(1, 20) ? 2 : 1;
            times.insert(times.end(), static_cast<std::size_t>(run.count), copies);
            runs.insert(runs.end(), static_cast<std::size_t>(copies), run);
        }
        std::shuffle(runs.begin(), runs.end(), random);
        for (const Run &run : runs)
            check.add(expected.first + expected.step * run.place, expected.step, run.count);
        check.update({0, true});

        while (!times.empty() && times.back() == 0)
            times.pop_back();
        const ExactlyOnceResult result = check.result();
        QCOMPARE(result.waiting, std::count(times.begin(), times.end(), 0));
        QCOMPARE(result.doubles, std::count(times.begin(), times.end(), 2));
        QCOMPARE(result.unexpected, 0);
        const auto hole = std::find(times.begin(), times.end(), 0);
        QCOMPARE(result.firstHole.has_value(), hole != times.end());
        if (result.firstHole) {
            QCOMPARE(*result.firstHole,
                     expected.first + expected.step * Integer(hole - times.begin()));
        }
    };
    sluice::test::forEachSeed(once, 300);
}

SLUICE_TEST(TestExactlyOnceCheck)

} // namespace tst_exactlyoncecheck

#include "tst_exactlyoncecheck.moc"
