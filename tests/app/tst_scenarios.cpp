// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/shellrun.h"
#include "tests/support/testsupport.h"

#include <QFile>
#include <QTemporaryDir>

namespace tst_scenarios {

using namespace sluice;
using namespace sluice::test;

/// The pipelines that come with the program and the stages they use, on real files, against the
/// tools that everybody has.
class TestScenarios : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void countsWordsAsSortAndUniqDo();
    void hashesAsSha256sumDoes_data();
    void hashesAsSha256sumDoes();
    void filtersStandardInputAsGrepDoes();
    void aSilentInputDoesNotHoldTheProgram();
    void aTimerTicksAsOftenAsItIsTold();
    void theRateLimiterLetsEverythingThrough();
    void aFileThatIsMissingIsNamed();
    void pathsOnTheCommandLineBeginAtTheWorkingDirectory();

private:
    /// In a directory of its own.
    [[nodiscard]] ProgramResult shell(const QString &command) const
    {
        return runShell(command, m_directory.path());
    }

    QString pipeline(const QByteArray &text) const;

    QTemporaryDir m_directory;
};

/// The path of a file with \a text.
QString TestScenarios::pipeline(const QByteArray &text) const
{
    QFile file(m_directory.filePath(QStringLiteral("test.sluice")));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName()
                                                                              : QString();
}

namespace {

// Not within a macro: moc cannot read raw strings there.
constexpr const char *countedByOthers =
    R"(LC_ALL=C.UTF-8 grep -oP "[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*" $samples/river.txt |
           LC_ALL=C.UTF-8 sed 's/.*/\L&/' | LC_ALL=C sort | uniq -c | sed 's/^ *//' |
           LC_ALL=C sort -k1,1nr -k2)";

} // namespace

void TestScenarios::countsWordsAsSortAndUniqDo()
{
    const ProgramResult ours =
        shell(QStringLiteral("$sluice run $pipelines/word-count.sluice --check && "
                             "cat word-counts.txt"));
    QVERIFY2(ours.exitCode == 0, ours.errors.constData());
    const ProgramResult theirs = shell(QString::fromUtf8(countedByOthers));
    QVERIFY2(theirs.exitCode == 0, theirs.errors.constData());
    QVERIFY(ours.output.count('\n') > 150);
    QCOMPARE(QString::fromUtf8(ours.output), QString::fromUtf8(theirs.output));
}

void TestScenarios::hashesAsSha256sumDoes_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a pool of workers") << QStringLiteral("work-queue");
    QTest::newRow("a job for each file") << QStringLiteral("job-queue");
}

void TestScenarios::hashesAsSha256sumDoes()
{
    QFETCH(const QString, name);
    const ProgramResult ours = shell(
        QStringLiteral("$sluice run $pipelines/%1.sluice --format plain --check | sort").arg(name));
    QVERIFY2(ours.exitCode == 0, ours.errors.constData());
    QVERIFY2(ours.errors.contains(" 0 lost"), ours.errors.constData());
    const ProgramResult theirs = shell(QStringLiteral("sha256sum $samples/* | sort"));
    QCOMPARE(QString::fromUtf8(ours.output), QString::fromUtf8(theirs.output));

    // sha256sum itself is satisfied; with any number of files
    const ProgramResult checked = shell(
        QStringLiteral("mkdir -p many && for i in {1..200}; do echo $i > many/$i.txt; done && "
                       "$sluice run $pipelines/%1.sluice --set files.folder=many "
                       "--format plain > sums && "
                       "sha256sum --check --quiet sums && wc -l < sums")
            .arg(name));
    QVERIFY2(checked.exitCode == 0, checked.errors.constData());
    QCOMPARE(checked.output.trimmed(), QByteArray("200"));
}

void TestScenarios::filtersStandardInputAsGrepDoes()
{
    const QString file = pipeline(R"({"sluice": 1, "stages": [
        {"id": "in", "kind": "stdin"},
        {"id": "sevens", "kind": "match", "options": {"pattern": "7.*7$"}},
        {"id": "p", "kind": "print"}], "subscriptions": [
        {"from": "in", "to": "sevens"}, {"from": "sevens", "to": "p"}]})");
    const qint64 count = test::scaled(200'000);
    const ProgramResult result =
        shell(QStringLiteral("seq %1 | $sluice run %2 --format plain --check > ours && "
                             "seq %1 | grep '7.*7$' | cmp - ours && wc -l < ours")
                  .arg(count)
                  .arg(file));
    QVERIFY2(result.exitCode == 0, QByteArray(result.output + result.errors).constData());
    QVERIFY(result.output.trimmed().toLongLong() > count / 1000);
}

void TestScenarios::aSilentInputDoesNotHoldTheProgram()
{
    const QString file = pipeline(R"({"sluice": 1, "stages": [
        {"id": "in", "kind": "stdin"}, {"id": "p", "kind": "print"}],
        "subscriptions": [{"from": "in", "to": "p"}]})");
    // Nobody ever writes into the pipe, which stays open.
    const ProgramResult result = shell(
        QStringLiteral("mkfifo silent && $sluice run %1 --duration 50ms <> silent").arg(file));
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QVERIFY(result.errors.startsWith("0 events in "));
}

void TestScenarios::aTimerTicksAsOftenAsItIsTold()
{
    const QString file = pipeline(R"({"sluice": 1, "stages": [
        {"id": "clock", "kind": "timer", "options": {"interval": "1ms", "count": 5}},
        {"id": "alarm", "kind": "alert", "options": {"pattern": "[24]$"}}],
        "subscriptions": [{"from": "clock", "to": "alarm"}]})");
    const ProgramResult result =
        shell(QStringLiteral("$sluice run %1 --set clock.text=tock").arg(file));
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QCOMPARE(result.output, QByteArray("alarm ALERT tock 2\nalarm ALERT tock 4\n"));
}

void TestScenarios::theRateLimiterLetsEverythingThrough()
{
    const ProgramResult result =
        shell(QStringLiteral("$sluice run $pipelines/rate-limiter.sluice --format plain "
                             "--set limiter.interval=1ms --set numbers.last=12 > ours && "
                             "seq 0 12 | cmp - ours"));
    QVERIFY2(result.exitCode == 0, QByteArray(result.output + result.errors).constData());
}

void TestScenarios::aFileThatIsMissingIsNamed()
{
    const ProgramResult result =
        shell(QStringLiteral("$sluice run $pipelines/word-count.sluice --set lines.file=none.txt"));
    QCOMPARE_EQ(result.exitCode, 1);
    const QByteArray path = m_directory.filePath(QStringLiteral("none.txt")).toUtf8();
    QVERIFY2(result.errors.contains(QByteArray("sluice: stage lines crashed: cannot read " + path
                                               + ": no such file; check the path\n")),
             result.errors.constData());
}

void TestScenarios::pathsOnTheCommandLineBeginAtTheWorkingDirectory()
{
    const ProgramResult result = shell(QStringLiteral(
        "printf 'b a\\nB' > here.txt && $sluice run $pipelines/word-count.sluice "
        "--set lines.file=here.txt --set counts.file=there.txt --set counts.order=text && "
        "cat there.txt"));
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QCOMPARE(result.output, QByteArray("1 a\n2 b\n"));
}

SLUICE_TEST(TestScenarios)

} // namespace tst_scenarios

#include "tst_scenarios.moc"
