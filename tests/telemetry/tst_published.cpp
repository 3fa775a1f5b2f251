// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/telemetry/published.h"
#include "core/telemetry/stagefigures.h"
#include "tests/support/testsupport.h"
#include "tests/support/workthread.h"

#include <array>
#include <cstdint>

namespace tst_published {

using namespace sluice;

namespace {

/// A value whose parts all follow from the round it was written in: a torn one does not.
template<std::size_t count>
struct Figures
{
    std::array<std::int64_t, count> parts{};

    [[nodiscard]] static Figures ofRound(std::int64_t round)
    {
        Figures figures;
        for (std::size_t i = 0; i < count; ++i)
            figures.parts[i] = round * static_cast<std::int64_t>(i + 1);
        return figures;
    }

    [[nodiscard]] std::int64_t round() const { return parts[0]; }

    [[nodiscard]] bool isWhole() const { return parts == ofRound(round()).parts; }
};

/// Publishes every round from 1 to the last.
template<class Value>
class Writer : public test::WorkThread
{
public:
    Writer(Published<Value> &cell, std::int64_t rounds)
        : m_cell(cell)
        , m_rounds(rounds)
    {
    }

protected:
    void work() override
    {
        for (std::int64_t round = 1; round <= m_rounds; ++round)
            m_cell.publish(Value::ofRound(round));
    }

private:
    Published<Value> &m_cell;
    std::int64_t m_rounds;
};

/// Reads until it has seen the last round; counts what should not be.
template<class Value>
class Reader : public test::WorkThread
{
public:
    Reader(const Published<Value> &cell, std::int64_t rounds)
        : m_cell(cell)
        , m_rounds(rounds)
    {
    }

    std::int64_t torn = 0;
    std::int64_t backwards = 0;

protected:
    void work() override
    {
        std::int64_t last = 0;
        while (last < m_rounds) {
            const Value value = m_cell.read();
            torn += value.isWhole() ? 0 : 1;
            backwards += value.round() < last ? 1 : 0;
            last = value.round();
        }
    }

private:
    const Published<Value> &m_cell;
    std::int64_t m_rounds;
};

template<class Value>
void stress(std::int64_t rounds)
{
    Published<Value> cell;
    Writer<Value> writer(cell, rounds);
    Reader<Value> first(cell, rounds);
    Reader<Value> second(cell, rounds);
    first.start();
    second.start();
    writer.start();
    writer.join();
    first.join();
    second.join();
    QCOMPARE_EQ(first.torn + second.torn, 0);
    QCOMPARE_EQ(first.backwards + second.backwards, 0);
}

} // namespace

class TestPublished : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithADefaultValue();
    void givesWhatWasPublishedLast();
    void carriesValuesOfAnySize();
    void readersOnOtherThreadsSeeOnlyWholeValuesInOrder_data();
    void readersOnOtherThreadsSeeOnlyWholeValuesInOrder();
};

void TestPublished::beginsWithADefaultValue()
{
    const Published<StageFigures> cell;
    QCOMPARE_EQ(cell.read().handled, 0);
    QVERIFY(cell.read().state == StageState::Starting);
}

void TestPublished::givesWhatWasPublishedLast()
{
    Published<StageFigures> cell;
    StageFigures figures;
    for (EventCount round = 1; round <= 3; ++round) {
        figures.handled = round;
        figures.stateNs[3] = 100 * round;
        figures.state = StageState::Crashed;
        cell.publish(figures);
    }
    for (int again = 0; again < 2; ++again) {
        QCOMPARE_EQ(cell.read().handled, 3);
        QCOMPARE_EQ(cell.read().stateNs[3], 300);
        QVERIFY(cell.read().state == StageState::Crashed);
    }
}

void TestPublished::carriesValuesOfAnySize()
{
    Published<char> one;
    one.publish('x');
    QCOMPARE_EQ(one.read(), 'x');

    using Bytes = std::array<char, 13>; // not a whole number of words
    Published<Bytes> odd;
    odd.publish({'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm'});
    QCOMPARE_EQ(odd.read().front(), 'a');
    QCOMPARE_EQ(odd.read().back(), 'm');
}

void TestPublished::readersOnOtherThreadsSeeOnlyWholeValuesInOrder_data()
{
    QTest::addColumn<bool>("isLarge");

    QTest::newRow("two words") << false;
    QTest::newRow("as many words as a stage's figures") << true;
}

void TestPublished::readersOnOtherThreadsSeeOnlyWholeValuesInOrder()
{
    QFETCH(const bool, isLarge);
    const std::int64_t rounds = test::scaled(1'000'000);
    if (isLarge)
        stress<Figures<sizeof(StageFigures) / sizeof(std::int64_t)>>(rounds);
    else
        stress<Figures<2>>(rounds);
}

SLUICE_TEST(TestPublished)

} // namespace tst_published

#include "tst_published.moc"
