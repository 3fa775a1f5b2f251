// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/models/pipelinedocument.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace tst_pipelinedocument {

using namespace sluice;
using namespace sluice::ui;
using namespace std::chrono_literals;

namespace {

QString evenNumbers()
{
    return QStringLiteral(":/sluice/pipelines/even-numbers.sluice");
}

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

class TestPipelineDocument : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void opensAFileAsADescriptionAndAPipeline();
    void keepsEverythingWhenAFileIsBad();
    void savesWhatWasEdited();
    void losesNothingWhenSavingFails();
    void addsAndRemovesInBothWorlds();
    void changesDemandAndWorkTimeInBothWorlds();
    void setsThePaceOfConsumersOnly();
    void tellsWhatARemovalSettled();

private:
    QTemporaryDir m_folder;
};

void TestPipelineDocument::opensAFileAsADescriptionAndAPipeline()
{
    PipelineDocument document;
    QSignalSpy goes(&document, &PipelineDocument::aboutToBeReplaced);
    QSignalSpy comes(&document, &PipelineDocument::replaced);
    QVERIFY(!document.open(evenNumbers()));
    QCOMPARE(document.title(), QStringLiteral("Even numbers"));
    QVERIFY(document.isBundled());
    QVERIFY(!document.isModified());
    QCOMPARE_EQ(goes.count(), 1);
    QCOMPARE_EQ(comes.count(), 1);
    const Snapshot snapshot = document.pipeline().snapshot();
    QCOMPARE_EQ(snapshot.stages.size(), std::size_t{3});
    QCOMPARE(snapshot.stages[1].name, QStringLiteral("evens"));
    QCOMPARE_EQ(document.stageId(QStringLiteral("evens")).value, snapshot.stages[1].id.value);
    QCOMPARE(document.stageName(snapshot.stages[2].id), QStringLiteral("printer"));
    QCOMPARE_EQ(document.pipeline().runState(), RunState::Idle);
}

void TestPipelineDocument::keepsEverythingWhenAFileIsBad()
{
    const QString path = m_folder.filePath(QStringLiteral("bad.sluice"));
    write(path, "{ \"sluice\": 1, \"stages\": [ { \"id\": \"x\", \"kind\": \"nonsense\" } ] }");
    PipelineDocument document;
    QVERIFY(!document.open(evenNumbers()));
    Pipeline *before = &document.pipeline();
    const auto error = document.open(path);
    QVERIFY(error);
    QCOMPARE_EQ(error->code, PipelineFileError::Code::UnknownKind);
    QCOMPARE_EQ(&document.pipeline(), before);
    QCOMPARE(document.filePath(), evenNumbers());
    QCOMPARE_EQ(document.description().stages.size(), std::size_t{3});
}

void TestPipelineDocument::savesWhatWasEdited()
{
    const QString path = m_folder.filePath(QStringLiteral("mine.sluice"));
    PipelineDocument document;
    QVERIFY(!document.open(evenNumbers()));
    document.setWorkTime(QStringLiteral("printer"), 20ms);
    QVERIFY(!document.save(path));
    QCOMPARE(document.filePath(), path);
    QVERIFY(!document.isBundled());
    PipelineDocument again;
    QVERIFY(!again.open(path));
    QCOMPARE_EQ(again.stage(QStringLiteral("printer"))->run.workTime.count(), 20'000'000);
}

void TestPipelineDocument::losesNothingWhenSavingFails()
{
    PipelineDocument document;
    QVERIFY(!document.open(evenNumbers()));
    const auto error = document.save(m_folder.filePath(QStringLiteral("no/such/folder/x.sluice")));
    QVERIFY(error);
    QCOMPARE_EQ(error->code, PipelineFileError::Code::Unwritable);
    QCOMPARE(document.filePath(), evenNumbers());
    QCOMPARE_EQ(document.description().stages.size(), std::size_t{3});
}

void TestPipelineDocument::addsAndRemovesInBothWorlds()
{
    PipelineDocument document;
    QVERIFY(!document.open(evenNumbers()));
    const auto part = document.removeStage(QStringLiteral("printer"));
    QVERIFY(part);
    QCOMPARE_EQ(part->index, std::size_t{2});
    QCOMPARE_EQ(part->subscriptions.size(), std::size_t{1});
    QCOMPARE_EQ(document.description().stages.size(), std::size_t{2});
    QCOMPARE_EQ(document.description().subscriptions.size(), std::size_t{1});
    QCOMPARE_EQ(document.pipeline().snapshot().stages.size(), std::size_t{2});
    QVERIFY(!document.stageId(QStringLiteral("printer")).isValid());

    document.addStage(*part);
    const Snapshot snapshot = document.pipeline().snapshot();
    QCOMPARE_EQ(snapshot.stages.size(), std::size_t{3});
    QCOMPARE_EQ(snapshot.subscriptions.size(), std::size_t{2});
    QCOMPARE_EQ(snapshot.subscriptions[1].consumer.value,
                document.stageId(QStringLiteral("printer")).value);
    QCOMPARE_EQ(document.description().subscriptions.size(), std::size_t{2});
}

void TestPipelineDocument::changesDemandAndWorkTimeInBothWorlds()
{
    PipelineDocument document;
    QVERIFY(!document.open(evenNumbers()));
    const QString evens = QStringLiteral("evens");
    const QString printer = QStringLiteral("printer");
    document.setDemand(evens, printer, 40, 3);
    document.setWorkTime(printer, 5ms);
    QCOMPARE_EQ(document.subscription(evens, printer)->options.maxDemand, 40);
    const Snapshot snapshot = document.pipeline().snapshot();
    QCOMPARE_EQ(snapshot.subscriptions[1].inlet.maximum, 40);
    QCOMPARE_EQ(snapshot.subscriptions[1].inlet.minimum, 3);
    QCOMPARE_EQ(snapshot.stages[2].workTimeNs, 5'000'000);
}

void TestPipelineDocument::setsThePaceOfConsumersOnly()
{
    PipelineDocument document;
    QVERIFY(!document.open(QStringLiteral(":/sluice/pipelines/two-consumers.sluice")));
    QVERIFY(document.pace()->first < document.pace()->second);
    document.setPace(1ms);
    QCOMPARE_EQ(document.pace()->first.count(), 1'000'000);
    QCOMPARE_EQ(document.pace()->second.count(), 1'000'000);
    QCOMPARE_EQ(document.stage(QStringLiteral("evens"))->run.workTime.count(), 0);
    QVERIFY(!document.isModified());
}

void TestPipelineDocument::tellsWhatARemovalSettled()
{
    PipelineDocument document;
    QVERIFY(!document.open(evenNumbers()));
    QSignalSpy settled(&document, &PipelineDocument::settled);
    document.pipeline().start();
    QTRY_VERIFY(document.pipeline().snapshot().received > 0); // real threads
    QVERIFY(document.removeStage(QStringLiteral("printer")));
    QTRY_COMPARE_EQ(settled.count(), 1);
    const auto settlement = settled.first().first().value<Settlement>();
    QCOMPARE(settlement.name, QStringLiteral("printer"));
    QCOMPARE_GT(settlement.handled, 0);
}

SLUICE_TEST(TestPipelineDocument)

} // namespace tst_pipelinedocument

#include "tst_pipelinedocument.moc"
