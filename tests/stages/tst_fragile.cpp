// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/fragile.h"
#include "tests/support/testsupport.h"

#include <stdexcept>

namespace tst_fragile {

using namespace sluice;

class TestFragile : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void passesNumbersOnUntilItBreaks();
    void breaksInTheMiddleOfABatch();
    void mayBreakAtTheFirst();
};

void TestFragile::passesNumbersOnUntilItBreaks()
{
    Fragile fragile({.every = 4});
    const std::vector<Integer> some = {5, 6};
    QVERIFY(fragile.handleEvents(some, {}) == some);
    QVERIFY(fragile.handleEvents(std::vector<Integer>{7}, {}) == std::vector<Integer>{7});
    QVERIFY_THROWS_EXCEPTION(std::runtime_error,
                             static_cast<void>(fragile.handleEvents(std::vector<Integer>{8}, {})));
}

void TestFragile::breaksInTheMiddleOfABatch()
{
    Fragile fragile({.every = 3});
    try {
        static_cast<void>(fragile.handleEvents(std::vector<Integer>{1, 2, -3, 4}, {}));
        QFAIL("it did not break");
    } catch (const std::runtime_error &error) {
        QCOMPARE(QByteArray(error.what()), QByteArray("broke at -3"));
    }
}

void TestFragile::mayBreakAtTheFirst()
{
    Fragile fragile({.every = 1});
    QVERIFY_THROWS_EXCEPTION(std::runtime_error,
                             static_cast<void>(fragile.handleEvents(std::vector<Integer>{1}, {})));
}

SLUICE_TEST(TestFragile)

} // namespace tst_fragile

#include "tst_fragile.moc"
