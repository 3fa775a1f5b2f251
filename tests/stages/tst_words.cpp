// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/words.h"
#include "tests/stages/texts.h"
#include "tests/support/testsupport.h"

namespace tst_words {

using namespace sluice;

class TestWords : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void cutsLinesIntoWords_data();
    void cutsLinesIntoWords();
};

void TestWords::cutsLinesIntoWords_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");

    const auto row = [](const char *line, const char *words) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(words);
    };
    row("", "");
    row(" - ... ", "");
    row("The lock, the LOCK!", "the|lock|the|lock");
    row("don't 'quote' dogs' it\u2019s", "don't|quote|dogs|it\u2019s");
    row("lock-keeper's 10 barges", "lock|keeper's|10|barges");
    row("Zo\u00eb \u0141UKASZ \u03a3\u03b1\u03c2", "zo\u00eb|\u0142ukasz|\u03c3\u03b1\u03c2");
    row("e\u0301t\u00e9 \U00010400", "e\u0301t\u00e9|\U00010428"); // a mark; beyond 16 bits
}

void TestWords::cutsLinesIntoWords()
{
    QFETCH(const QString, line);
    QFETCH(const QString, words);
    const std::vector<std::string> lines = {line.toStdString()};
    QCOMPARE(test::joined(Words(Words::Letters::Lower).handleEvents(lines, {})), words);
    QCOMPARE(test::joined(Words(Words::Letters::AsTheyAre).handleEvents(lines, {})).toLower(),
             words.toLower());
}

SLUICE_TEST(TestWords)

} // namespace tst_words

#include "tst_words.moc"
