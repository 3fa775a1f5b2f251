// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/pipelinefile.h"
#include "app/settings.h"
#include "tests/support/testsupport.h"

#include <QDir>

namespace tst_settings {

using namespace sluice;

namespace {

PipelineDescription example()
{
    return readPipeline(R"({"sluice": 1, "stages": [
        {"id": "n.1", "kind": "counter"}, {"id": "f", "kind": "filter"},
        {"id": "p", "kind": "print"}], "subscriptions": [
        {"from": "n.1", "to": "f", "maxDemand": 100, "minDemand": 80},
        {"from": "f", "to": "p"}, {"from": "n.1", "to": "p", "maxDemand": 20}]})",
                        QStringLiteral("example"))
        .pipeline;
}

} // namespace

class TestSettings : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void changesWhatItNames();
    void readsEachTypeOfOptionInItsOwnWay();
    void demandIsThatOfAllSubscriptionsOfTheStage();
    void aMinimumThatNoLongerFitsIsDropped();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

void TestSettings::changesWhatItNames()
{
    PipelineDescription pipeline = example();
    QVERIFY(!app::applySettings(pipeline,
                                {QStringLiteral("n.1.first=-5"), QStringLiteral("n.1.rate=2.5"),
                                 QStringLiteral("f.keep=multiple"), QStringLiteral("f.of=3"),
                                 QStringLiteral("p.workTime=250us")}));
    QCOMPARE_EQ(pipeline.stages[0].options.value(QStringLiteral("first")).toInteger(), -5);
    QCOMPARE_EQ(pipeline.stages[0].run.ratePerSecond.value(), 2.5);
    QCOMPARE(pipeline.stages[1].options.value(QStringLiteral("keep")).toString(),
             QStringLiteral("multiple"));
    QCOMPARE_EQ(pipeline.stages[1].options.value(QStringLiteral("of")).toInteger(), 3);
    QVERIFY(pipeline.stages[2].run.workTime == std::chrono::microseconds(250));
}

void TestSettings::readsEachTypeOfOptionInItsOwnWay()
{
    PipelineDescription pipeline = readPipeline(R"({"sluice": 1, "stages": [
            {"id": "l", "kind": "lines", "options": {"file": "a.txt"}},
            {"id": "w", "kind": "words"}, {"id": "m", "kind": "match"},
            {"id": "c", "kind": "count", "options": {"file": "b.txt"}}]})",
                                                QStringLiteral("example"))
                                       .pipeline;
    pipeline.folder = QStringLiteral("/somewhere/else");
    QVERIFY(
        !app::applySettings(pipeline,
                            {QStringLiteral("l.file=in.txt"), QStringLiteral("w.lower=true"),
                             QStringLiteral("m.contains=42"), QStringLiteral("c.file=out.txt")}));
    QCOMPARE(pipeline.stages[0].options.value(u"file").toString(),
             QDir::current().filePath(QStringLiteral("in.txt")));
    QCOMPARE(pipeline.stages[1].options.value(u"lower"), QJsonValue(true));
    QCOMPARE(pipeline.stages[2].options.value(u"contains"), QJsonValue(QStringLiteral("42")));
    QCOMPARE(pipeline.stages[3].options.value(u"file").toString(), QStringLiteral("out.txt"));
    QCOMPARE(pipeline.folder, QStringLiteral("/somewhere/else"));
    QCOMPARE(
        app::applySettings(pipeline, {QStringLiteral("w.lower=yes")}).value_or(QString()),
        QStringLiteral("--set: /stages/1/options/lower: expected true or false, found \"yes\""));
}

void TestSettings::demandIsThatOfAllSubscriptionsOfTheStage()
{
    PipelineDescription pipeline = example();
    QVERIFY(!app::applySettings(
        pipeline, {QStringLiteral("p.maxDemand=7"), QStringLiteral("p.minDemand=6")}));
    QCOMPARE_EQ(pipeline.subscriptions[0].options.maxDemand, 100);
    for (const std::size_t i : {1U, 2U}) {
        QCOMPARE_EQ(pipeline.subscriptions[i].options.maxDemand, 7);
        QCOMPARE_EQ(pipeline.subscriptions[i].options.minimum(), 6);
    }
}

void TestSettings::aMinimumThatNoLongerFitsIsDropped()
{
    PipelineDescription pipeline = example();
    QVERIFY(!app::applySettings(pipeline, {QStringLiteral("f.maxDemand=90")}));
    QCOMPARE_EQ(pipeline.subscriptions[0].options.minimum(), 80);
    QVERIFY(!app::applySettings(pipeline, {QStringLiteral("f.maxDemand=80")}));
    QCOMPARE_EQ(pipeline.subscriptions[0].options.minimum(), 40);
}

void TestSettings::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("problem");

    const auto row = [](const char *setting, const char *problem) {
        QTest::newRow(setting) << QString::fromUtf8(setting) << QString::fromUtf8(problem);
    };
    row("", "--set : expected STAGE.KEY=VALUE");
    row("p", "--set p: expected STAGE.KEY=VALUE");
    row("p=1", "--set p=1: expected STAGE.KEY=VALUE");
    row(".x=1", "--set .x=1: expected STAGE.KEY=VALUE");
    row("q.x=1", "--set q.x=1: there is no stage q");
    row("p.maxDemand=many", "--set p.maxDemand=many: expected an integer");
    row("n.1.maxDemand=5", "--set n.1.maxDemand=5: n.1 subscribes to nothing");
    row("p.workTime=5", "--set p.workTime=5: expected a duration such as 400ms");
    row("f.rate=5",
        "--set f.rate=5: expected one of maxDemand, minDemand, workTime, keep, of after f");
    row("n.1.rate=fast", "--set n.1.rate=fast: expected a number");
    row("p.maxDemand=0",
        "--set: /subscriptions/1/maxDemand: expected an integer from 1 to "
        "1000000, found 0");
    row("f.keep=some",
        "--set: /stages/1/options/keep: expected one of even, odd, prime, multiple, "
        "found \"some\"");
    row("n.1.first=x", "--set: /stages/0/options/first: expected an integer, found \"x\"");
}

void TestSettings::saysWhatIsWrong()
{
    QFETCH(const QString, setting);
    QFETCH(const QString, problem);
    PipelineDescription pipeline = example();
    QCOMPARE(app::applySettings(pipeline, {setting}).value_or(QString()), problem);
}

SLUICE_TEST(TestSettings)

} // namespace tst_settings

#include "tst_settings.moc"
