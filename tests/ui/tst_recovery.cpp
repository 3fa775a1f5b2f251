// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/commands/pipelinecommands.h"
#include "ui/commands/stagechoice.h"
#include "ui/models/pipelinedocument.h"
#include "ui/models/recovery.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace tst_recovery {

using namespace sluice;
using namespace sluice::ui;

namespace {

QString evens()
{
    return QStringLiteral("evens");
}

/// A document with a change that is not saved.
std::unique_ptr<PipelineDocument> changedDocument()
{
    auto document = std::make_unique<PipelineDocument>();
    if (document->open(QStringLiteral(":/sluice/pipelines/even-numbers.sluice")))
        qFatal("The example cannot be opened");
    document->undoStack().push(
        new AddStage(*document, *newConsumer(document->description(), evens())));
    return document;
}

} // namespace

class TestRecovery : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatACrashHasLeft();
    void leavesAloneWhatSomebodyStillWorksOn();
    void keepsNothingOfASavedDocument();
    void throwsAwayWhatCannotBeRead();

protected:
    void prepare() override { QVERIFY(QDir(m_folder.path()).removeRecursively()); }

private:
    QTemporaryDir m_folder;
};

void TestRecovery::findsWhatACrashHasLeft()
{
    const auto document = changedDocument();
    QString copy;
    {
        Recovery recovery(*document, m_folder.path());
        recovery.writeNow();
        const QStringList files = QDir(m_folder.path()).entryList({QStringLiteral("*.sluice")});
        QCOMPARE(files.size(), 1);
        copy = m_folder.filePath(files.first());
        QVERIFY(QFile::copy(copy, m_folder.filePath(QStringLiteral("crashed.sluice"))));
    }
    QVERIFY(!QFile::exists(copy)); // that one has ended in order
    PipelineDocument other;
    const Recovery recovery(other, m_folder.path());
    const QList<Recovered> left = recovery.findLeft();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left[0].title, QStringLiteral("Even numbers"));
    QVERIFY(!other.openCopy(left[0].path));
    QVERIFY(other.stage(QStringLiteral("printer2")));
    QVERIFY(other.isModified());
    QVERIFY(other.filePath().isEmpty());
    Recovery::discard(left[0]);
    QVERIFY(recovery.findLeft().isEmpty());
}

void TestRecovery::leavesAloneWhatSomebodyStillWorksOn()
{
    const auto document = changedDocument();
    Recovery recovery(*document, m_folder.path());
    recovery.writeNow();
    PipelineDocument other;
    QVERIFY(Recovery(other, m_folder.path()).findLeft().isEmpty());
    QVERIFY(recovery.findLeft().isEmpty());
}

void TestRecovery::keepsNothingOfASavedDocument()
{
    const auto document = changedDocument();
    Recovery recovery(*document, m_folder.path());
    recovery.writeNow();
    document->undoStack().undo();
    QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("*.sluice")}).isEmpty());
    recovery.writeNow();
    QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("*.sluice")}).isEmpty());
}

void TestRecovery::throwsAwayWhatCannotBeRead()
{
    PipelineDocument document;
    const Recovery recovery(document, m_folder.path());
    QFile file(m_folder.filePath(QStringLiteral("bad.sluice")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    QVERIFY(recovery.findLeft().isEmpty());
    QVERIFY(!file.exists());
}

SLUICE_TEST(TestRecovery)

} // namespace tst_recovery

#include "tst_recovery.moc"
