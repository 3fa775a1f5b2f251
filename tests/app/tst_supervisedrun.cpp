// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/programrun.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

namespace tst_supervisedrun {

using namespace sluice;
using namespace sluice::test;

/// What `sluice run` says of crashes and restarts, and which exit code they make.
class TestSupervisedRun : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhoWasRestartedAndEndsWell();
    void saysWhyItGaveUpAndFails();
    void failsIfNobodyRestarts();

private:
    ProgramResult run(const QByteArray &supervisor, const QStringList &options);

    QTemporaryDir m_directory;
};

ProgramResult TestSupervisedRun::run(const QByteArray &supervisor, const QStringList &options)
{
    QFile file(m_directory.filePath(QStringLiteral("fragile.sluice")));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(R"({"sluice": 1, "stages": [
    {"id": "numbers", "kind": "counter"},
    {"id": "shaky", "kind": "fragile", "options": {"every": 12}},
    {"id": "printer", "kind": "print"}],
  "subscriptions": [
    {"from": "numbers", "to": "shaky", "maxDemand": 10},
    {"from": "shaky", "to": "printer", "maxDemand": 10}])"
               + supervisor + "}");
    file.close();
    return runSluice(QStringList{QStringLiteral("run"), file.fileName()} + options);
}

void TestSupervisedRun::saysWhoWasRestartedAndEndsWell()
{
    const ProgramResult result =
        run(R"(, "supervisor": {"strategy": "restForOne", "maxRestarts": 1000000})",
            {QStringLiteral("--events"), QStringLiteral("40"), QStringLiteral("--check")});
    QVERIFY2(result.errors.contains("sluice: stage shaky crashed: broke at "),
             result.errors.constData());
    QVERIFY2(result.errors.contains("sluice: stage shaky was restarted (restart 1)\n"),
             result.errors.constData());
    QVERIFY2(result.errors.contains("sluice: stage printer was restarted (restart 1)\n"),
             result.errors.constData());
    QVERIFY2(result.errors.contains("check passed"), result.errors.constData());
    // A crash takes along what was on its way to the printer: lost, but not the last 7.
    const auto printed = result.output.count('\n');
    QVERIFY2(printed >= 7 && printed <= 40, result.output.constData());
    QVERIFY2(result.errors.contains(QByteArray(QByteArray::number(printed) + " events in ")),
             result.errors.constData());
    QCOMPARE_EQ(result.exitCode, 0);
}

void TestSupervisedRun::saysWhyItGaveUpAndFails()
{
    const ProgramResult result =
        run(R"(, "supervisor": {"strategy": "restForOne", "maxRestarts": 2})", {});
    QVERIFY2(result.errors.contains("sluice: the supervisor gave up: it would have been restart 3 "
                                    "within 5 s, with stage shaky; the last reason was: broke at "),
             result.errors.constData());
    QVERIFY2(result.errors.contains("(restart 2)") && !result.errors.contains("(restart 3)"),
             result.errors.constData());
    QCOMPARE_EQ(result.exitCode, 1);
}

void TestSupervisedRun::failsIfNobodyRestarts()
{
    const ProgramResult result = run({}, {QStringLiteral("--check")});
    QVERIFY2(result.errors.contains("sluice: stage shaky crashed: broke at 11\n"),
             result.errors.constData());
    QVERIFY2(!result.errors.contains("restart"), result.errors.constData());
    QCOMPARE_EQ(result.exitCode, 1);
}

SLUICE_TEST(TestSupervisedRun)

} // namespace tst_supervisedrun

#include "tst_supervisedrun.moc"
