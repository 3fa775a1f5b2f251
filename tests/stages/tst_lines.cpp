// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/lines.h"
#include "tests/stages/texts.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

namespace tst_lines {

using namespace sluice;
using test::joined;

class TestLines : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void givesAsManyLinesAsAreAskedFor();
    void anEmptyFileEndsAtOnce();
    void saysWhichFileCannotBeRead();

private:
    QTemporaryDir m_directory;
};

void TestLines::givesAsManyLinesAsAreAskedFor()
{
    const QString path = m_directory.filePath(QStringLiteral("five"));
    QVERIFY(test::fill(path, "1\n2\n3\n4\n5\n"));
    Lines lines(path);
    QCOMPARE(joined(lines.handleDemand(2)), QStringLiteral("1|2"));
    QCOMPARE(joined(lines.handleDemand(3)), QStringLiteral("3|4|5"));
    QVERIFY(!lines.isFinished()); // nobody has looked for a sixth yet
    QCOMPARE(joined(lines.handleDemand(1)), QString());
    QVERIFY(lines.isFinished());
    QVERIFY(lines.handleDemand(1).empty());
}

void TestLines::anEmptyFileEndsAtOnce()
{
    const QString path = m_directory.filePath(QStringLiteral("empty"));
    QVERIFY(test::fill(path, {}));
    Lines lines(path);
    QVERIFY(lines.handleDemand(10).empty());
    QVERIFY(lines.isFinished());
}

void TestLines::saysWhichFileCannotBeRead()
{
    const auto problem = [](const QString &path) {
        return test::problemOf([&] { static_cast<void>(Lines(path).handleDemand(1)); });
    };
    const QString missing = m_directory.filePath(QStringLiteral("missing"));
    QCOMPARE(problem(missing),
             QStringLiteral("cannot read %1: no such file; check the path").arg(missing));
    QCOMPARE(problem(m_directory.path()),
             QStringLiteral("cannot read %1: it is a folder; name a file").arg(m_directory.path()));
    QCOMPARE(problem(QStringLiteral("/dev/zero")),
             QStringLiteral("cannot read /dev/zero: it is a device or a pipe; name a file"));
}

SLUICE_TEST(TestLines)

} // namespace tst_lines

#include "tst_lines.moc"
