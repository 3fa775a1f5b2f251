// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/supervisionrule.h"
#include "tests/support/testsupport.h"

#include <algorithm>
#include <string>

namespace tst_supervisionrule {

using namespace sluice;

namespace {

using Strategy = SupervisionStrategy;

// Children as text: "p" permanent, "t" transient, "m" temporary, in capitals while they run.
std::vector<SupervisedChild> childrenFrom(const std::string &text)
{
    std::vector<SupervisedChild> children;
    for (const char letter : text) {
        SupervisedChild child{{children.size() + 1}, RestartMode::Permanent, letter < 'a'};
        if (letter == 't' || letter == 'T')
            child.mode = RestartMode::Transient;
        if (letter == 'm' || letter == 'M')
            child.mode = RestartMode::Temporary;
        children.push_back(child);
    }
    return children;
}

QString listed(const std::vector<StageId> &stages)
{
    QStringList numbers;
    for (const StageId stage : stages)
        numbers.append(QString::number(stage.value));
    return numbers.join(QLatin1Char(' '));
}

} // namespace

class TestSupervisionRule : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void restartsByModeAndReason_data();
    void restartsByModeAndReason();
    void plansByStrategy_data();
    void plansByStrategy();
    void knowsNothingOfAStranger();
    void neverStopsWhoDoesNotRunNorRestartsATemporaryOne();
};

void TestSupervisionRule::restartsByModeAndReason_data()
{
    QTest::addColumn<RestartMode>("mode");
    QTest::addColumn<StopReason::Kind>("kind");
    QTest::addColumn<bool>("restarts");
    using Kind = StopReason::Kind;
    QTest::newRow("permanent, normal") << RestartMode::Permanent << Kind::Normal << true;
    QTest::newRow("permanent, shutdown") << RestartMode::Permanent << Kind::Shutdown << true;
    QTest::newRow("permanent, failed") << RestartMode::Permanent << Kind::Failed << true;
    QTest::newRow("transient, normal") << RestartMode::Transient << Kind::Normal << false;
    QTest::newRow("transient, shutdown") << RestartMode::Transient << Kind::Shutdown << false;
    QTest::newRow("transient, failed") << RestartMode::Transient << Kind::Failed << true;
    QTest::newRow("transient, noproc") << RestartMode::Transient << Kind::NoProcess << true;
    QTest::newRow("GS-183 temporary, shutdown")
        << RestartMode::Temporary << Kind::Shutdown << false;
    QTest::newRow("GS-183 temporary, failed") << RestartMode::Temporary << Kind::Failed << false;
}

void TestSupervisionRule::restartsByModeAndReason()
{
    QFETCH(const RestartMode, mode);
    QFETCH(const StopReason::Kind, kind);
    QFETCH(const bool, restarts);
    QCOMPARE_EQ(isRestarted(mode, {kind, {}}), restarts);
}

void TestSupervisionRule::plansByStrategy_data()
{
    QTest::addColumn<Strategy>("strategy");
    QTest::addColumn<QByteArray>("children");
    QTest::addColumn<int>("ended");
    QTest::addColumn<QString>("stop");
    QTest::addColumn<QString>("restart");
    const auto row = [](const char *name, Strategy strategy, const char *children, int ended,
                        const char *stop, const char *restart) {
        QTest::newRow(name) << strategy << QByteArray(children) << ended << QString::fromUtf8(stop)
                            << QString::fromUtf8(restart);
    };
    row("one for one: itself only", Strategy::OneForOne, "PpP", 2, "", "2");
    row("rest for one: those after it, the last stopped first", Strategy::RestForOne, "PpPP", 2,
        "4 3", "2 3 4");
    row("rest for one: the last stands alone", Strategy::RestForOne, "PPp", 3, "", "3");
    row("one for all: everybody", Strategy::OneForAll, "PpP", 2, "3 1", "1 2 3");
    row("who is down already is not stopped", Strategy::OneForAll, "ppP", 2, "3", "1 2 3");
    row("temporary ones go with their group", Strategy::OneForAll, "MpMP", 2, "4 3 1", "2 4");
    row("a finished transient one comes back with its group", Strategy::RestForOne, "pt", 1, "",
        "1 2");
    row("a temporary one is gone", Strategy::OneForAll, "Pm", 2, "", "");
}

void TestSupervisionRule::plansByStrategy()
{
    QFETCH(const Strategy, strategy);
    QFETCH(const QByteArray, children);
    QFETCH(const int, ended);
    QFETCH(const QString, stop);
    QFETCH(const QString, restart);
    const SupervisionPlan plan =
        planRestart(strategy, childrenFrom(children.toStdString()),
                    {static_cast<std::uint64_t>(ended)}, StopReason::failed("boom"));
    QCOMPARE(listed(plan.stop), stop);
    QCOMPARE(listed(plan.restart), restart);
}

void TestSupervisionRule::knowsNothingOfAStranger()
{
    const auto plan =
        planRestart(Strategy::OneForAll, childrenFrom("PP"), {3}, StopReason::failed("boom"));
    QVERIFY(plan == SupervisionPlan());
}

void TestSupervisionRule::neverStopsWhoDoesNotRunNorRestartsATemporaryOne()
{
    test::forEachSeed([](test::Random &random) {
        std::vector<SupervisedChild> children;
        for (std::uint64_t id = 1; id <= 1 + random.below(8); ++id)
            children.push_back(
                {{id}, static_cast<RestartMode>(random.below(3)), random.chance(2, 3)});
        SupervisedChild &ended = children[random.below(children.size())];
        ended.isRunning = false;
        const auto strategy = static_cast<Strategy>(random.below(3));
        const auto reason =
            random.chance(1, 2) ? StopReason::shutdown() : StopReason::failed("boom");
        const SupervisionPlan plan = planRestart(strategy, children, ended.stage, reason);
        const auto child = [&](StageId id) {
            return *std::ranges::find(children, id, &SupervisedChild::stage);
        };
        for (const StageId id : plan.stop)
            QVERIFY(child(id).isRunning);
        for (const StageId id : plan.restart)
            QVERIFY(child(id).mode != RestartMode::Temporary);
        // Whoever is stopped comes back, or is temporary.
        for (const StageId id : plan.stop) {
            QCOMPARE_EQ(std::ranges::count(plan.restart, id),
                        child(id).mode == RestartMode::Temporary ? 0 : 1);
        }
        QVERIFY(std::is_sorted(plan.restart.begin(), plan.restart.end()));
        QCOMPARE_EQ(isRestarted(ended.mode, reason),
                    std::ranges::count(plan.restart, ended.stage) == 1);
    });
}

SLUICE_TEST(TestSupervisionRule)

} // namespace tst_supervisionrule

#include "tst_supervisionrule.moc"
