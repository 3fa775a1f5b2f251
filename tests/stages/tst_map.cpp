// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/map.h"
#include "tests/support/testsupport.h"

#include <limits>
#include <stdexcept>

namespace tst_map {

using namespace sluice;

namespace {

using Limits = std::numeric_limits<Integer>;
using Numbers = std::vector<Integer>;

} // namespace

class TestMap : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void mapsEveryNumber_data();
    void mapsEveryNumber();
    void failsInsteadOfWrappingAround_data();
    void failsInsteadOfWrappingAround();
};

void TestMap::mapsEveryNumber_data()
{
    using Do = Map::Do;
    QTest::addColumn<Do>("operation");
    QTest::addColumn<Integer>("by");
    QTest::addColumn<Numbers>("given");
    QTest::addColumn<Numbers>("results");

    QTest::newRow("add") << Do::Add << 5LL << Numbers{-5, 0, 7} << Numbers{0, 5, 12};
    QTest::newRow("subtract") << Do::Add << -1LL << Numbers{0, 1} << Numbers{-1, 0};
    QTest::newRow("multiply") << Do::Multiply << -3LL << Numbers{-1, 0, 2} << Numbers{3, 0, -6};
    QTest::newRow("up to the end")
        << Do::Add << 1LL << Numbers{Limits::max() - 1} << Numbers{Limits::max()};
}

void TestMap::mapsEveryNumber()
{
    QFETCH(const Map::Do, operation);
    QFETCH(const Integer, by);
    QFETCH(const Numbers, given);
    QFETCH(const Numbers, results);
    QCOMPARE(Map({operation, by}).handleEvents(given, {}), results);
}

void TestMap::failsInsteadOfWrappingAround_data()
{
    using Do = Map::Do;
    QTest::addColumn<Do>("operation");
    QTest::addColumn<Integer>("by");
    QTest::addColumn<Integer>("number");
    QTest::addColumn<QString>("text");

    const QString end = QStringLiteral(" does not fit an integer of 64 bits");
    QTest::newRow("add") << Do::Add << 1LL << Limits::max()
                         << QStringLiteral("9223372036854775807 + 1") + end;
    QTest::newRow("subtract") << Do::Add << -1LL << Limits::min()
                              << QStringLiteral("-9223372036854775808 + -1") + end;
    QTest::newRow("multiply") << Do::Multiply << -1LL << Limits::min()
                              << QStringLiteral("-9223372036854775808 * -1") + end;
}

void TestMap::failsInsteadOfWrappingAround()
{
    QFETCH(const Map::Do, operation);
    QFETCH(const Integer, by);
    QFETCH(const Integer, number);
    QFETCH(const QString, text);
    try {
        static_cast<void>(Map({operation, by}).handleEvents(Numbers{0, number}, {}));
        QFAIL("nothing was thrown");
    } catch (const std::overflow_error &error) {
        QCOMPARE(QString::fromLatin1(error.what()), text);
    }
}

SLUICE_TEST(TestMap)

} // namespace tst_map

#include "tst_map.moc"
