// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "tests/support/testsupport.h"

using namespace sluice;

/// Tests that must fail: if they pass, no test here is to be trusted.
class CanaryQTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void warns();
    void failsWithSeedThree();
};

void CanaryQTest::warns()
{
    qWarning("planted");
}

void CanaryQTest::failsWithSeedThree()
{
    test::forEachSeed([](test::Random &random) { QCOMPARE_NE(random.seed(), 3U); });
}

SLUICE_TEST(CanaryQTest)
#include "canary_qtest.moc"
