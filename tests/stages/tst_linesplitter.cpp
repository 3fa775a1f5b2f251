// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/linesplitter.h"
#include "tests/stages/texts.h"
#include "tests/support/testsupport.h"

namespace tst_linesplitter {

using namespace sluice;

namespace {

/// All lines of \a bytes, handed in \a part bytes at a time.
QString linesOf(const std::string &bytes, std::size_t part)
{
    LineSplitter splitter;
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < bytes.size(); i += part) {
        splitter.add(std::string_view(bytes).substr(i, part));
        while (auto line = splitter.next())
            lines.push_back(*line);
    }
    if (auto line = splitter.rest())
        lines.push_back(*line);
    return test::joined(lines);
}

} // namespace

class TestLineSplitter : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheSameLinesHoweverTheBytesCome_data();
    void findsTheSameLinesHoweverTheBytesCome();
    void anEmptyInputHasNoLines();
    void aLineWithoutEndIsRefused();
};

void TestLineSplitter::findsTheSameLinesHoweverTheBytesCome_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("lines");

    QTest::newRow("ends") << QByteArray("a\nbc\n") << QStringLiteral("a|bc");
    QTest::newRow("no last end") << QByteArray("a\nbc") << QStringLiteral("a|bc");
    QTest::newRow("empty lines") << QByteArray("\n\na\n\n") << QStringLiteral("||a|");
    QTest::newRow("CR LF") << QByteArray("a\r\nb\rc\r\n") << QStringLiteral("a|b\rc");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a\n")
                                     << QStringLiteral("a");
    QTest::newRow("short") << QByteArray("ab") << QStringLiteral("ab");
}

void TestLineSplitter::findsTheSameLinesHoweverTheBytesCome()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, lines);
    for (const std::size_t part : {1U, 2U, 3U, 100U})
        QCOMPARE(linesOf(bytes.toStdString(), part), lines);
}

void TestLineSplitter::anEmptyInputHasNoLines()
{
    LineSplitter splitter;
    QVERIFY(!splitter.next());
    QVERIFY(!splitter.rest());
}

void TestLineSplitter::aLineWithoutEndIsRefused()
{
    LineSplitter splitter;
    splitter.add(std::string(LineSplitter::longestLine, 'x'));
    QVERIFY(!splitter.next());
    QVERIFY_THROWS_EXCEPTION(std::length_error, splitter.add("x"));
}

SLUICE_TEST(TestLineSplitter)

} // namespace tst_linesplitter

#include "tst_linesplitter.moc"
