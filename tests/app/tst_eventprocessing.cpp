// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/shellrun.h"
#include "tests/support/testsupport.h"

#include <QFile>
#include <QTemporaryDir>

namespace tst_eventprocessing {

using namespace sluice;
using namespace sluice::test;

/// The bundled pipelines that broadcast and partition, on real files and real input, against the
/// tools that everybody has.
class TestEventProcessing : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void countsByPartitionAsSortAndUniqDo();
    void alertsAndArchivesTheEventsOfATimer();
    void alertsAndArchivesStandardInputAsGrepDoes();
    void countsThatCannotBeWrittenAreTold_data();
    void countsThatCannotBeWrittenAreTold();

private:
    /// In a directory of its own.
    [[nodiscard]] ProgramResult shell(const QString &command) const
    {
        return runShell(command, m_directory.path());
    }

    QTemporaryDir m_directory;
};

namespace {

// Not within a macro: moc cannot read raw strings there.
constexpr const char *countedByOthers =
    R"(LC_ALL=C.UTF-8 grep -oP "[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*" $samples/river.txt |
           LC_ALL=C.UTF-8 sed 's/.*/\L&/' | LC_ALL=C sort | uniq -c | sed 's/^ *//' | LC_ALL=C sort)";

// A consumer that joins a broadcast late misses the first events, but no later one. Whoever was
// first has all of them.
constexpr const char *areTheLast = R"(
    areTheLast() { tail -n $(wc -l < $1) $2 | cmp - $1; }
)";

} // namespace

void TestEventProcessing::countsByPartitionAsSortAndUniqDo()
{
    const ProgramResult ours =
        shell(QStringLiteral("$sluice run $pipelines/partitioned-word-count.sluice --check && "
                             "LC_ALL=C sort word-counts-[012].txt && "
                             "test -s word-counts-0.txt -a -s word-counts-1.txt "
                             "-a -s word-counts-2.txt"));
    QVERIFY2(ours.exitCode == 0, ours.errors.constData());
    const ProgramResult theirs = shell(QString::fromUtf8(countedByOthers));
    QVERIFY2(theirs.exitCode == 0, theirs.errors.constData());
    QVERIFY(ours.output.count('\n') > 150);
    QCOMPARE(QString::fromUtf8(ours.output), QString::fromUtf8(theirs.output));
}

void TestEventProcessing::alertsAndArchivesTheEventsOfATimer()
{
    const ProgramResult result =
        shell(QString::fromUtf8(areTheLast)
              + QStringLiteral("$sluice run $pipelines/event-processing.sluice --check "
                               "--set clock.interval=2ms --set clock.count=100 --format plain "
                               "> alerts && "
                               "seq 5 5 100 | sed 's/^/event /' > all && "
                               "grep '0$' all | sed 's/^/ALERT /' > all-alerts && "
                               "areTheLast events.txt all && areTheLast alerts all-alerts && "
                               "tail -n 1 events.txt alerts"));
    QVERIFY2(result.exitCode == 0, QByteArray(result.output + result.errors).constData());
    QVERIFY2(result.output.contains("ALERT event 100"), result.output.constData());
    QVERIFY2(result.errors.contains("check passed"), result.errors.constData());
}

void TestEventProcessing::alertsAndArchivesStandardInputAsGrepDoes()
{
    const qint64 count = test::scaled(50'000);
    const ProgramResult result = shell(
        QString::fromUtf8(areTheLast)
        + QStringLiteral("sed 's/\"timer\", \"options\": {[^}]*}/\"stdin\"/' "
                         "$pipelines/event-processing.sluice > stdin.sluice && "
                         "seq %1 | $sluice run stdin.sluice --set archive.file=archived "
                         "--check --format plain > alerts && "
                         "seq %1 | grep '[05]$' > all && "
                         "grep '0$' all | sed 's/^/ALERT /' > all-alerts && "
                         "areTheLast archived all && areTheLast alerts all-alerts && "
                         "{ cmp -s archived all || cmp -s alerts all-alerts; } && wc -l < archived")
              .arg(count));
    QVERIFY2(result.exitCode == 0, QByteArray(result.output + result.errors).constData());
    QVERIFY2(result.output.trimmed().toLongLong() > 0, result.output.constData());
}

void TestEventProcessing::countsThatCannotBeWrittenAreTold_data()
{
    QTest::addColumn<QString>("limit");

    QTest::newRow("when the input has ended") << QString();
    QTest::newRow("when it is stopped") << QStringLiteral("--events 10");
}

void TestEventProcessing::countsThatCannotBeWrittenAreTold()
{
    QFETCH(const QString, limit);
    const ProgramResult result = shell(QStringLiteral("$sluice run $pipelines/word-count.sluice "
                                                      "--set counts.file=not-here/counts.txt ")
                                       + limit);
    QCOMPARE_EQ(result.exitCode, 1);
    // Which stage, what, where, and what to do about it.
    for (const QByteArray &part :
         {QByteArray("counts"), QByteArray("cannot write not-here/counts.txt"),
          QByteArray("choose a file in a folder that you may write to")})
        QVERIFY2(result.errors.contains(part), result.errors.constData());
}

SLUICE_TEST(TestEventProcessing)

} // namespace tst_eventprocessing

#include "tst_eventprocessing.moc"
