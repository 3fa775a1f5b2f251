// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/panels/format.h"

#include <QLocale>

#include <chrono>

namespace tst_format {

using namespace sluice;
using namespace sluice::ui;

class TestFormat : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void writesCountsWithAllDigits();
    void shortensLargeNumbers_data();
    void shortensLargeNumbers();
    void choosesTheUnitOfADuration_data();
    void choosesTheUnitOfADuration();
    void writesTimesLikeAClock();
    void followsTheLocale();

protected:
    void prepare() override { QLocale::setDefault(QLocale::c()); }
};

void TestFormat::writesCountsWithAllDigits()
{
    QCOMPARE(formatCount(0), QStringLiteral("0"));
    QCOMPARE(formatCount(24'102'950), QStringLiteral("24,102,950"));
    QCOMPARE(formatCount(-1500), QStringLiteral("-1,500"));
}

void TestFormat::shortensLargeNumbers_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0.0 << QStringLiteral("0");
    QTest::newRow("a part") << 0.5 << QStringLiteral("0.5");
    QTest::newRow("no zeros at the end") << 2.0 << QStringLiteral("2");
    QTest::newRow("three digits") << 2.456 << QStringLiteral("2.46");
    QTest::newRow("tens") << 12.34 << QStringLiteral("12.3");
    QTest::newRow("hundreds") << 499.6 << QStringLiteral("500");
    QTest::newRow("rounds up to the next unit") << 999.7 << QStringLiteral("1 k");
    QTest::newRow("thousands") << 12'345.0 << QStringLiteral("12.3 k");
    QTest::newRow("hundred thousands") << 999'400.0 << QStringLiteral("999 k");
    QTest::newRow("millions") << 1'024'000.0 << QStringLiteral("1.02 M");
    QTest::newRow("below zero") << -1500.0 << QStringLiteral("-1.5 k");
}

void TestFormat::shortensLargeNumbers()
{
    QFETCH(double, value);
    QFETCH(QString, text);
    QCOMPARE(formatShort(value), text);
    QCOMPARE(formatRate(value), text + QStringLiteral("/s"));
}

void TestFormat::choosesTheUnitOfADuration_data()
{
    using namespace std::chrono_literals;
    QTest::addColumn<qint64>("ns");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, std::chrono::nanoseconds time, const QString &text) {
        QTest::newRow(name) << qint64{time.count()} << text;
    };
    row("none", 0ns, QStringLiteral("0"));
    row("nanoseconds", 250ns, QStringLiteral("250 ns"));
    row("microseconds", 2us, QStringLiteral("2 µs"));
    row("milliseconds", 1500us, QStringLiteral("1.5 ms"));
    row("nearly a second", 999'900us, QStringLiteral("1 s"));
    row("seconds", 1s, QStringLiteral("1 s"));
    row("minutes", 90s, QStringLiteral("01:30"));
}

void TestFormat::choosesTheUnitOfADuration()
{
    QFETCH(qint64, ns);
    QFETCH(QString, text);
    QCOMPARE(formatDuration(std::chrono::nanoseconds(ns)), text);
}

void TestFormat::writesTimesLikeAClock()
{
    using namespace std::chrono_literals;
    QCOMPARE(formatClock(0s), QStringLiteral("00:00"));
    QCOMPARE(formatClock(48s), QStringLiteral("00:48"));
    QCOMPARE(formatClock(1h + 2min + 3s), QStringLiteral("1:02:03"));
}

void TestFormat::followsTheLocale()
{
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(formatCount(1'234'567), QStringLiteral("1.234.567"));
    QCOMPARE(formatRate(1500), QStringLiteral("1,5 k/s"));
}

SLUICE_TEST(TestFormat)

} // namespace tst_format

#include "tst_format.moc"
