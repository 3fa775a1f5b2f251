// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/programrun.h"
#include "tests/support/testsupport.h"

#include <QMap>
#include <QTemporaryDir>

#include <algorithm>

namespace tst_dispatchedrun {

using namespace sluice;
using namespace sluice::test;

namespace {

struct Result
{
    int exitCode = -1;
    QMap<QByteArray, QList<qint64>> printed; ///< by consumer, in order
    QByteArray errors;
};

Result sluiceWith(const QStringList &arguments)
{
    const ProgramResult run = runSluice(arguments);
    Result result;
    result.exitCode = run.exitCode;
    result.errors = run.errors;
    for (const QByteArray &line : run.output.split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() == 2)
            result.printed[words[0]].append(words[1].toLongLong());
    }
    return result;
}

/// first, first + step … up to last
QList<qint64> numbers(qint64 first, qint64 step, qint64 last)
{
    QList<qint64> all;
    for (qint64 number = first; number <= last; number += step)
        all.append(number);
    return all;
}

} // namespace

/// Pipelines with other dispatchers than that by demand, as `sluice run` runs them.
class TestDispatchedRun : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyConsumerGetsWhatItsSelectorSays();
    void everyPartitionGetsItsNumbersInOrder();
    void withoutAHashEveryNumberGoesToOnePartition();
    void accumulatedDemandIsNotAnswered();
    void tellsWhatStagesNote();
    void namesBothTakersOfAPartition();
    void theBundledOnesRun_data();
    void theBundledOnesRun();

private:
    QString write(const QByteArray &stages, const QByteArray &subscriptions);
    Result run(const QByteArray &stages, const QByteArray &subscriptions,
               const QStringList &options = {});

    QTemporaryDir m_directory;
};

QString TestDispatchedRun::write(const QByteArray &stages, const QByteArray &subscriptions)
{
    QFile file(m_directory.filePath(QStringLiteral("dispatched.sluice")));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(R"({"sluice": 1, "stages": [)" + stages + R"(], "subscriptions": [)" + subscriptions
               + "]}");
    return file.fileName();
}

Result TestDispatchedRun::run(const QByteArray &stages, const QByteArray &subscriptions,
                              const QStringList &options)
{
    return sluiceWith(QStringList{QStringLiteral("run"), write(stages, subscriptions)} + options);
}

void TestDispatchedRun::everyConsumerGetsWhatItsSelectorSays()
{
    const Result result = run(R"({"id": "n", "kind": "counter", "options": {"last": 3000},
                                  "dispatcher": {"kind": "broadcast"}},
        {"id": "all", "kind": "print"}, {"id": "odd", "kind": "print"},
        {"id": "late", "kind": "print"}, {"id": "sevens", "kind": "print"})",
                              R"({"from": "n", "to": "all", "maxDemand": 7},
        {"from": "n", "to": "odd", "selector": {"keep": "odd"}},
        {"from": "n", "to": "late", "maxDemand": 50, "selector": {"atLeast": 2990}},
        {"from": "n", "to": "sevens", "selector": {"keep": "multiple", "of": 7}})");
    QCOMPARE_EQ(result.exitCode, 0);
    // Who is in the file is subscribed before anybody asks, so nobody misses the first events.
    QCOMPARE(result.printed["all"], numbers(0, 1, 3000));
    QCOMPARE(result.printed["odd"], numbers(1, 2, 3000));
    QCOMPARE(result.printed["late"], numbers(2990, 1, 3000));
    QCOMPARE(result.printed["sevens"], numbers(0, 7, 3000));
}

void TestDispatchedRun::everyPartitionGetsItsNumbersInOrder()
{
    const Result result =
        run(R"({"id": "n", "kind": "counter", "options": {"first": -9, "last": 600},
        "dispatcher": {"kind": "partition", "partitions": 3, "hash": {"by": "modulo"}}},
        {"id": "a", "kind": "print"}, {"id": "b", "kind": "print"}, {"id": "c", "kind": "print"})",
            R"({"from": "n", "to": "c", "partition": 2, "maxDemand": 3},
        {"from": "n", "to": "a", "partition": 0}, {"from": "n", "to": "b", "partition": "1"})");
    QCOMPARE_EQ(result.exitCode, 0);
    QCOMPARE(result.printed["a"], numbers(-9, 3, 600));
    QCOMPARE(result.printed["b"], numbers(-8, 3, 600));
    QCOMPARE(result.printed["c"], numbers(-7, 3, 600));
}

void TestDispatchedRun::withoutAHashEveryNumberGoesToOnePartition()
{
    const Result result = run(R"({"id": "n", "kind": "counter", "options": {"last": 999},
        "dispatcher": {"kind": "partition", "partitions": 2}},
        {"id": "a", "kind": "print"}, {"id": "b", "kind": "print"})",
                              R"({"from": "n", "to": "a", "partition": 0},
        {"from": "n", "to": "b", "partition": 1})");
    QCOMPARE_EQ(result.exitCode, 0);
    QVERIFY(!result.printed["a"].isEmpty() && !result.printed["b"].isEmpty());
    QList<qint64> all = result.printed["a"] + result.printed["b"];
    std::ranges::sort(all);
    QCOMPARE(all, numbers(0, 1, 999));
}

void TestDispatchedRun::accumulatedDemandIsNotAnswered()
{
    const Result result =
        run(R"({"id": "n", "kind": "counter", "demand": "accumulate"},
        {"id": "p", "kind": "print"})",
            R"({"from": "n", "to": "p"})", {QStringLiteral("--duration"), QStringLiteral("50ms")});
    QCOMPARE_EQ(result.exitCode, 0);
    QVERIFY(result.printed.isEmpty());
}

void TestDispatchedRun::tellsWhatStagesNote()
{
    const QStringList some = {QStringLiteral("--events"), QStringLiteral("20")};
    const Result greedy = run(R"({"id": "n", "kind": "counter",
                                  "dispatcher": {"kind": "demand", "maxDemand": 5}},
        {"id": "p", "kind": "print"})",
                              R"({"from": "n", "to": "p", "maxDemand": 10})", some);
    QCOMPARE_EQ(greedy.exitCode, 0);
    QVERIFY2(greedy.errors.startsWith(
                 "sluice: stage p asked stage n for 10 events at once; at most 5 are expected\n"),
             greedy.errors.constData());

    const Result refused =
        run(R"({"id": "n", "kind": "counter", "dispatcher": {"kind": "broadcast"}},
        {"id": "p", "kind": "print"})",
            R"({"from": "n", "to": "p", "cancel": "temporary"},
        {"from": "n", "to": "p", "cancel": "temporary"})",
            some);
    QCOMPARE_EQ(refused.exitCode, 0);
    QVERIFY2(refused.errors.startsWith("sluice: stage n refused the subscription of stage p: "),
             refused.errors.constData());
}

void TestDispatchedRun::namesBothTakersOfAPartition()
{
    const QString file = write(R"({"id": "n", "kind": "counter",
                                   "dispatcher": {"kind": "partition", "partitions": 2}},
        {"id": "p", "kind": "print"}, {"id": "q", "kind": "print"})",
                               R"({"from": "n", "to": "p", "partition": 1},
        {"from": "n", "to": "q", "partition": 1})");
    const Result result = sluiceWith({QStringLiteral("check"), file});
    QCOMPARE_EQ(result.exitCode, 2);
    QVERIFY2(result.errors.contains("/subscriptions/1/partition: expected a partition of its own "
                                    "for q (1 of n goes to p already), found 1"),
             result.errors.constData());
}

void TestDispatchedRun::theBundledOnesRun_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("consumers");
    QTest::newRow("broadcast") << QStringLiteral("broadcast") << 3;
    QTest::newRow("partition") << QStringLiteral("partition") << 2;
}

void TestDispatchedRun::theBundledOnesRun()
{
    QFETCH(const QString, name);
    QFETCH(const int, consumers);
    const Result result =
        sluiceWith({QStringLiteral("run"),
                    QStringLiteral(SLUICE_PIPELINES "/") + name + QStringLiteral(".sluice"),
                    QStringLiteral("--events"), QStringLiteral("8")});
    QCOMPARE_EQ(result.exitCode, 0);
    QCOMPARE_EQ(result.printed.size(), consumers);
}

SLUICE_TEST(TestDispatchedRun)

} // namespace tst_dispatchedrun

#include "tst_dispatchedrun.moc"
