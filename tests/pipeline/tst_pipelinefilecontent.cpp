// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "tests/pipeline/pipelinetexts.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

namespace tst_pipelinefilecontent {

using namespace sluice;
using namespace sluice::test;

/// What is read from pipeline files and written to them.
class TestPipelineFileContent : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheExampleOfTheDesign();
    void readsWhatEveryStageMayHave();
    void readsWhoRestartsWhat();
    void leavesOutMeansDefault();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void writesForPeople();
    void savesAndLoads();
    void aFailedSaveLeavesTheOldFile();
    void refusesToSaveWhatCannotBeLoaded();
};

void TestPipelineFileContent::readsTheExampleOfTheDesign()
{
    const LoadedPipeline loaded = read(R"({
  "sluice": 1,
  "title": "Even numbers",
  "stages": [
    { "id": "numbers", "kind": "counter", "options": { "first": 0 } },
    { "id": "evens",   "kind": "filter",  "options": { "keep": "even" } },
    { "id": "printer", "kind": "print" }
  ],
  "subscriptions": [
    { "from": "numbers", "to": "evens",   "maxDemand": 1000, "minDemand": 500 },
    { "from": "evens",   "to": "printer", "maxDemand": 1000, "cancel": "transient" }
  ],
  "supervisor": { "strategy": "restForOne", "maxRestarts": 3, "maxSeconds": 5 }
})");
    QVERIFY2(loaded, loaded.error ? qPrintable(toString(*loaded.error)) : "");
    const PipelineDescription &pipeline = loaded.pipeline;
    QCOMPARE(pipeline.title, QStringLiteral("Even numbers"));
    QCOMPARE_EQ(pipeline.stages.size(), 3U);
    QCOMPARE(pipeline.stages[1].id, QStringLiteral("evens"));
    QCOMPARE(pipeline.stages[1].kind, QStringLiteral("filter"));
    QCOMPARE(pipeline.stages[1].options,
             (QJsonObject{{QStringLiteral("keep"), QStringLiteral("even")}}));
    QCOMPARE_EQ(pipeline.subscriptions.size(), 2U);
    QCOMPARE(pipeline.subscriptions[0].from, QStringLiteral("numbers"));
    QCOMPARE(pipeline.subscriptions[0].to, QStringLiteral("evens"));
    QCOMPARE_EQ(pipeline.subscriptions[0].options.minimum(), 500);
    QVERIFY(pipeline.subscriptions[1].options.cancel == CancelMode::Transient);
    QVERIFY(pipeline.unknown.isEmpty());
    QVERIFY(pipeline.supervisor.has_value());
}

void TestPipelineFileContent::readsWhatEveryStageMayHave()
{
    const LoadedPipeline loaded = read(file(R"(
    {"id": "a", "kind": "counter", "options": {"rate": 2.5, "step": -2}, "note": [1, "x"],
     "workTime": "1.5ms", "buffer": {"size": 7, "keep": "first"}, "thread": "left"},
    {"id": "A-b_c.9", "kind": "map", "buffer": {"size": "unlimited"}})",
                                            R"({"from": "a", "to": "A-b_c.9", "weight": 3})"));
    QVERIFY2(loaded, loaded.error ? qPrintable(toString(*loaded.error)) : "");
    const StageDescription &a = loaded.pipeline.stages[0];
    QCOMPARE_EQ(a.run.ratePerSecond.value(), 2.5);
    QCOMPARE(a.options, (QJsonObject{{QStringLiteral("step"), -2}}));
    QVERIFY(a.run.workTime == std::chrono::microseconds(1500));
    QCOMPARE(a.run.thread, QStringLiteral("left"));
    QCOMPARE_EQ(a.run.buffer.value().size.value(), 7);
    QVERIFY(a.run.buffer->keep == BufferKeep::First);
    QCOMPARE(a.unknown,
             (QJsonObject{{QStringLiteral("note"), QJsonArray{1, QStringLiteral("x")}}}));
    const StageDescription &b = loaded.pipeline.stages[1];
    QVERIFY(b.run.buffer && !b.run.buffer->size);
    QVERIFY(b.run.buffer->keep == BufferKeep::Last);
    QCOMPARE(loaded.pipeline.subscriptions[0].unknown,
             (QJsonObject{{QStringLiteral("weight"), 3}}));
}

void TestPipelineFileContent::readsWhoRestartsWhat()
{
    const LoadedPipeline loaded = read(R"({"sluice": 1, "stages": [
    {"id": "a", "kind": "print", "restart": "temporary"}, {"id": "b", "kind": "print"}],
    "supervisor": {"strategy": "oneForOne", "maxRestarts": 7}})");
    QVERIFY2(loaded, loaded.error ? qPrintable(toString(*loaded.error)) : "");
    QVERIFY(loaded.pipeline.stages[0].run.restart == RestartMode::Temporary);
    QVERIFY(loaded.pipeline.stages[1].run.restart == RestartMode::Permanent);
    QVERIFY(loaded.pipeline.supervisor);
    const SupervisionOptions options = loaded.pipeline.supervisor->options;
    QVERIFY(options.strategy == SupervisionStrategy::OneForOne);
    QCOMPARE(options.intensity.maxRestarts, 7);
    QCOMPARE(options.intensity.maxSeconds, std::chrono::seconds(5));
}

void TestPipelineFileContent::leavesOutMeansDefault()
{
    const LoadedPipeline empty = read(R"({"stages": [], "sluice": 1})");
    QVERIFY(empty);
    QVERIFY(empty.pipeline.title.isEmpty() && empty.pipeline.subscriptions.empty());
    QVERIFY(!empty.pipeline.supervisor);

    const LoadedPipeline loaded = read(joined(R"({"from": "c", "to": "p"})"));
    QVERIFY(loaded);
    QVERIFY(loaded.pipeline.subscriptions[0].options == SubscriptionOptions());
    const StageOptions &run = loaded.pipeline.stages[0].run;
    QVERIFY(!run.buffer && !run.ratePerSecond && run.workTime.count() == 0);
}

void TestPipelineFileContent::writesWhatItReads_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("empty") << QByteArray("{\n  \"sluice\": 1,\n  \"stages\": [],\n"
                                         "  \"subscriptions\": []\n}\n");
    QTest::newRow("everything") << QByteArray(R"({
  "sluice": 1,
  "title": "Say \"what\" \\ é 😀 \u0007",
  "threads": "shared:2",
  "stages": [
    { "id": "a", "kind": "counter", "options": { "first": -9223372036854775808, "rate": 0.1 } },
    {
      "id": "b",
      "kind": "filter",
      "options": { "keep": "multiple", "of": 9007199254740993 },
      "buffer": { "size": 5, "keep": "first" },
      "workTime": "1500us",
      "thread": "own"
    },
    { "id": "c", "kind": "map", "buffer": { "size": "unlimited", "keep": "last" } },
    { "id": "d", "kind": "print", "restart": "transient", "colour": "red" }
  ],
  "subscriptions": [
    { "from": "a", "to": "b", "maxDemand": 1 },
    { "from": "b", "to": "c", "maxDemand": 10, "minDemand": 0, "cancel": "temporary" },
    { "from": "c", "to": "d", "maxDemand": 1000, "cancel": "transient", "weight": 1e+300 }
  ],
  "supervisor": { "strategy": "oneForAll", "maxRestarts": 0, "maxSeconds": 60, "log": true },
  "layout": {},
  "list": [],
  "scheduler": { "maxRestarts": 3, "nested": [1, 2.5, null, true, { "x": [] }] }
}
)");
}

void TestPipelineFileContent::writesWhatItReads()
{
    QFETCH(const QByteArray, text);
    const LoadedPipeline loaded = read(text);
    QVERIFY2(loaded, loaded.error ? qPrintable(toString(*loaded.error)) : "");
    QCOMPARE(QString::fromUtf8(pipelineText(loaded.pipeline)), QString::fromUtf8(text));
}

void TestPipelineFileContent::writesForPeople()
{
    // The order of keys is the format's, whatever it was.
    const LoadedPipeline loaded = read(
        R"({"subscriptions":[{"maxDemand":7,"to":"p","from":"c"}],"zoo":1,"ant":2,"title":"T",)"
        R"("stages":[{"workTime":"0s","kind":"counter","id":"c"},{"kind":"print","id":"p"}],)"
        R"("sluice":1})");
    QVERIFY(loaded);
    QCOMPARE(QString::fromUtf8(pipelineText(loaded.pipeline)), QStringLiteral(R"({
  "sluice": 1,
  "title": "T",
  "stages": [
    { "id": "c", "kind": "counter" },
    { "id": "p", "kind": "print" }
  ],
  "subscriptions": [
    { "from": "c", "to": "p", "maxDemand": 7 }
  ],
  "ant": 2,
  "zoo": 1
}
)"));
}

void TestPipelineFileContent::savesAndLoads()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("saved.sluice"));
    const PipelineDescription pipeline = read(joined(R"({"from": "c", "to": "p"})")).pipeline;
    QVERIFY(!savePipeline(pipeline, path));
    const LoadedPipeline loaded = loadPipeline(path);
    QVERIFY(loaded);
    QCOMPARE(pipelineText(loaded.pipeline), pipelineText(pipeline));
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files).size(), 1);
}

void TestPipelineFileContent::aFailedSaveLeavesTheOldFile()
{
    const QTemporaryDir directory;
    const PipelineDescription pipeline = read(joined({})).pipeline;
    const auto error = savePipeline(pipeline, directory.filePath(QStringLiteral("no/such/x")));
    QVERIFY(error && error->code == PipelineFileError::Code::Unwritable);
    QVERIFY(savePipeline(pipeline, directory.path())->code == PipelineFileError::Code::NotAFile);
    QVERIFY(savePipeline(pipeline, QStringLiteral("/dev/null"))->code
            == PipelineFileError::Code::NotAFile);
    QVERIFY(QFileInfo(QStringLiteral("/dev/null")).isFile() == false);
}

void TestPipelineFileContent::refusesToSaveWhatCannotBeLoaded()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("saved.sluice"));
    PipelineDescription pipeline = read(joined(R"({"from": "c", "to": "p"})")).pipeline;
    QVERIFY(!savePipeline(pipeline, path));
    const auto refuses = [&](const PipelineDescription &wrong) {
        return savePipeline(wrong, path).has_value()
            && pipelineText(loadPipeline(path).pipeline) == pipelineText(pipeline);
    };
    PipelineDescription wrong = pipeline;
    wrong.stages[0].run.ratePerSecond = std::numeric_limits<double>::infinity();
    QVERIFY(refuses(wrong));
    wrong = pipeline;
    wrong.stages[0].id = QStringLiteral("two words");
    QVERIFY(refuses(wrong));
    wrong = pipeline;
    wrong.stages[1].unknown.insert(QStringLiteral("id"), QStringLiteral("again"));
    QVERIFY(refuses(wrong));
}

SLUICE_TEST(TestPipelineFileContent)

} // namespace tst_pipelinefilecontent

#include "tst_pipelinefilecontent.moc"
