// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/files.h"
#include "tests/stages/texts.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QTemporaryDir>

namespace tst_files {

using namespace sluice;

class TestFiles : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void listsWhatTheOptionsSay();
    void givesAsManyAsAreAskedFor();
    void saysWhichFolderCannotBeRead();

private:
    [[nodiscard]] QString listed(const QStringList &patterns, Files::Depth depth) const
    {
        Files files({m_directory.path(), patterns, depth});
        const QString all = test::joined(files.handleDemand(100));
        return files.isFinished() ? QString(all).remove(m_directory.path() + u'/')
                                  : QStringLiteral("not finished");
    }

    QTemporaryDir m_directory;
};

void TestFiles::listsWhatTheOptionsSay()
{
    QVERIFY(QDir(m_directory.path()).mkpath(QStringLiteral("d/e")));
    for (const char *name : {"b.txt", "a.txt", "B.md", ".hidden", "d/c.txt", "d/e/z.md"})
        QVERIFY(test::fill(m_directory.filePath(QString::fromLatin1(name)), "x"));
    using enum Files::Depth;
    QCOMPARE(listed({}, ThisFolder), QStringLiteral("B.md|a.txt|b.txt"));
    QCOMPARE(listed({}, AllFolders), QStringLiteral("B.md|a.txt|b.txt|d/c.txt|d/e/z.md"));
    QCOMPARE(listed({QStringLiteral("*.md"), QStringLiteral("c*")}, AllFolders),
             QStringLiteral("B.md|d/c.txt|d/e/z.md"));
    QCOMPARE(listed({QStringLiteral("*.pdf")}, AllFolders), QString());
}

void TestFiles::givesAsManyAsAreAskedFor()
{
    QTemporaryDir directory;
    for (const char *name : {"a", "b", "c"})
        QVERIFY(test::fill(directory.filePath(QString::fromLatin1(name)), {}));
    Files files({directory.path(), {}, Files::Depth::ThisFolder});
    QVERIFY(!files.isFinished());
    QCOMPARE_EQ(files.handleDemand(2).size(), 2U);
    QVERIFY(!files.isFinished());
    QCOMPARE_EQ(files.handleDemand(2).size(), 1U);
    QVERIFY(files.isFinished());
}

void TestFiles::saysWhichFolderCannotBeRead()
{
    Files files({QStringLiteral("/no/such/folder"), {}, Files::Depth::ThisFolder});
    QCOMPARE(test::problemOf([&] { static_cast<void>(files.handleDemand(1)); }),
             QStringLiteral("cannot list /no/such/folder: no such folder; name a folder that can "
                            "be read"));
}

SLUICE_TEST(TestFiles)

} // namespace tst_files

#include "tst_files.moc"
