// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/placement.h"
#include "tests/support/testsupport.h"

namespace tst_placement {

using sluice::parsePlacement;
using sluice::Placement;

class TestPlacement : public sluice::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites_data();
    void readsWhatItWrites();
    void takesNothingElse();
};

void TestPlacement::readsWhatItWrites_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("threads");
    QTest::addColumn<bool>("isShared");
    QTest::newRow("dedicated") << QStringLiteral("dedicated") << 0 << false;
    QTest::newRow("shared") << QStringLiteral("shared") << 0 << true;
    QTest::newRow("shared:1") << QStringLiteral("shared:1") << 1 << true;
    QTest::newRow("shared:1024") << QStringLiteral("shared:1024") << 1024 << true;
}

void TestPlacement::readsWhatItWrites()
{
    QFETCH(const QString, text);
    QFETCH(const int, threads);
    QFETCH(const bool, isShared);
    const auto placement = parsePlacement(text);
    QVERIFY(placement);
    QCOMPARE(placement->threads, threads);
    QCOMPARE(placement->kind == Placement::Kind::Shared, isShared);
    QCOMPARE(toString(*placement), text);
}

void TestPlacement::takesNothingElse()
{
    for (const char *text : {"", "Shared", "shared:", "shared:0", "shared:-1", "shared:+1",
                             "shared: 1", "shared:1025", "shared:1x", "dedicated:1"})
        QVERIFY2(!parsePlacement(QString::fromLatin1(text)), text);
}

SLUICE_TEST(TestPlacement)

} // namespace tst_placement

#include "tst_placement.moc"
