// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/pipelinefile.h"
#include "core/pipeline/pipelinefolder.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QTemporaryDir>

namespace tst_pipelinefolder {

using namespace sluice;

namespace {

constexpr char text[] = R"({"sluice": 1, "stages": [
    {"id": "in", "kind": "lines", "options": {"file": "../data/a.txt"}},
    {"id": "out", "kind": "count", "options": {"file": "counts.txt"}}]})";

} // namespace

class TestPipelineFolder : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void inputsBeginAtTheFoldersPath();
    void savingElsewhereKeepsInputsWhereTheyAre();
    void aRequiredOptionMustBeThere_data();
    void aRequiredOptionMustBeThere();
};

void TestPipelineFolder::inputsBeginAtTheFoldersPath()
{
    const QString folder = QStringLiteral("/home/me/pipelines");
    QCOMPARE(inputPath(QStringLiteral("../data/a.txt"), folder),
             QStringLiteral("/home/me/data/a.txt"));
    QCOMPARE(inputPath(QStringLiteral("/data/a.txt"), folder), QStringLiteral("/data/a.txt"));
    QCOMPARE(inputPath(QStringLiteral("../samples/a.txt"), QStringLiteral(":/sluice/pipelines")),
             QStringLiteral(":/sluice/samples/a.txt"));
    QCOMPARE(inputPath(QStringLiteral("a.txt"), QString()), QStringLiteral("a.txt"));
}

void TestPipelineFolder::savingElsewhereKeepsInputsWhereTheyAre()
{
    QTemporaryDir directory;
    const QDir dir(directory.path());
    QVERIFY(dir.mkpath(QStringLiteral("one/two")));
    const LoadedPipeline loaded = readPipeline(text, QStringLiteral("text"));
    QVERIFY(loaded);
    PipelineDescription pipeline = loaded.pipeline;
    pipeline.folder = dir.filePath(QStringLiteral("one"));
    const QString path = dir.filePath(QStringLiteral("one/two/saved.sluice"));
    QVERIFY(!savePipeline(pipeline, path));
    const LoadedPipeline again = loadPipeline(path);
    QVERIFY(again);
    QCOMPARE(again.pipeline.folder, dir.filePath(QStringLiteral("one/two")));
    const QString input = again.pipeline.stages[0].options.value(u"file").toString();
    QCOMPARE(input, QStringLiteral("../../data/a.txt"));
    QCOMPARE(inputPath(input, again.pipeline.folder), dir.filePath(QStringLiteral("data/a.txt")));
    // Outputs begin at the working directory wherever the file is.
    QCOMPARE(again.pipeline.stages[1].options.value(u"file").toString(),
             QStringLiteral("counts.txt"));
}

void TestPipelineFolder::aRequiredOptionMustBeThere_data()
{
    QTest::addColumn<QByteArray>("stage");
    QTest::addColumn<QString>("problem");

    QTest::newRow("no options") << QByteArray(R"({"id": "a", "kind": "lines"})")
                                << QStringLiteral(
                                       "f:1:26: /stages/0: expected the key \"options\", "
                                       "found none");
    QTest::newRow("others") << QByteArray(R"({"id": "a", "kind": "lines", "options": {"rate": 5}})")
                            << QStringLiteral("f:1:66: /stages/0/options: expected the key "
                                              "\"file\", found none");
}

void TestPipelineFolder::aRequiredOptionMustBeThere()
{
    QFETCH(const QByteArray, stage);
    QFETCH(const QString, problem);
    const LoadedPipeline loaded =
        readPipeline(R"({"sluice": 1, "stages": [)" + stage + "]}", QStringLiteral("f"));
    QVERIFY(!loaded);
    QCOMPARE(toString(*loaded.error), problem);
}

SLUICE_TEST(TestPipelineFolder)

} // namespace tst_pipelinefolder

#include "tst_pipelinefolder.moc"
