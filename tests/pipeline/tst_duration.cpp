// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/duration.h"
#include "tests/support/testsupport.h"

#include <limits>

namespace tst_duration {

using namespace sluice;

class TestDuration : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeopleWrite_data();
    void readsWhatPeopleWrite();
    void refusesWhatIsNoDuration_data();
    void refusesWhatIsNoDuration();
    void writesTheLargestUnitWithoutDecimals_data();
    void writesTheLargestUnitWithoutDecimals();
};

void TestDuration::readsWhatPeopleWrite_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ns");

    QTest::newRow("0s") << "0s" << 0LL;
    QTest::newRow("250ns") << "250ns" << 250LL;
    QTest::newRow("2us") << "2us" << 2'000LL;
    QTest::newRow("400ms") << "400ms" << 400'000'000LL;
    QTest::newRow("5s") << "5s" << 5'000'000'000LL;
    QTest::newRow("3min") << "3min" << 180'000'000'000LL;
    QTest::newRow("1.5s") << "1.5s" << 1'500'000'000LL;
    QTest::newRow("0.5min") << "0.5min" << 30'000'000'000LL;
    QTest::newRow("0.000000001s") << "0.000000001s" << 1LL;
    QTest::newRow("1.50ns") << "1.0ns" << 1LL;
    QTest::newRow("the longest") << "9223372036854775807ns" << std::numeric_limits<qint64>::max();
}

void TestDuration::readsWhatPeopleWrite()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, ns);
    const auto duration = parseDuration(text);
    QVERIFY(duration);
    QCOMPARE_EQ(duration->count(), ns);
}

void TestDuration::refusesWhatIsNoDuration_data()
{
    QTest::addColumn<QString>("text");

    for (const char *text : {"",
                             "s",
                             "5",
                             "-1s",
                             "+1s",
                             " 1s",
                             "1s ",
                             "1 s",
                             "1S",
                             "1e3s",
                             ".5s",
                             "1.s",
                             "1.5.5s",
                             "1,5s",
                             "0.5ns",
                             "0.0000000001s",
                             "9223372036854775808ns",
                             "9223372037s",
                             "1h",
                             "99999999999999999999s",
                             "1sec",
                             "\xd9\xa1s"})
        QTest::newRow(*text ? text : "nothing") << QString::fromUtf8(text);
}

void TestDuration::refusesWhatIsNoDuration()
{
    QFETCH(const QString, text);
    QVERIFY(!parseDuration(text));
}

void TestDuration::writesTheLargestUnitWithoutDecimals_data()
{
    QTest::addColumn<qint64>("ns");
    QTest::addColumn<QString>("text");

    QTest::newRow("0s") << 0LL << "0s";
    QTest::newRow("1ns") << 1LL << "1ns";
    QTest::newRow("1500us") << 1'500'000LL << "1500us";
    QTest::newRow("400ms") << 400'000'000LL << "400ms";
    QTest::newRow("90s") << 90'000'000'000LL << "90s";
    QTest::newRow("1000000001ns") << 1'000'000'001LL << "1000000001ns";
}

void TestDuration::writesTheLargestUnitWithoutDecimals()
{
    QFETCH(const qint64, ns);
    QFETCH(const QString, text);
    QCOMPARE(durationText(std::chrono::nanoseconds(ns)), text);
    QCOMPARE_EQ(parseDuration(text)->count(), ns);
}

SLUICE_TEST(TestDuration)

} // namespace tst_duration

#include "tst_duration.moc"
