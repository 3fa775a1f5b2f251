// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/alert.h"
#include "core/stages/match.h"
#include "tests/stages/texts.h"
#include "tests/support/testsupport.h"

namespace tst_match {

using namespace sluice;

namespace {

/// Keeps what is printed.
class Paper final : public EventSink
{
public:
    bool write(const QString &consumer, const Batch &events) override
    {
        for (EventCount i = 0; i < events.size(); ++i)
            lines.append(consumer + u' ' + QString::fromStdString(events.textAt(i)));
        return lines.size() < 2;
    }

    QStringList lines;
};

} // namespace

class TestMatch : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatTheConditionSays_data();
    void keepsWhatTheConditionSays();
    void alertsPrintWithAMark();
};

void TestMatch::keepsWhatTheConditionSays_data()
{
    QTest::addColumn<QString>("contains");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("ignoreCase");
    QTest::addColumn<QString>("kept");

    const auto row = [](const char *contains, const char *pattern, bool ignoreCase,
                        const char *kept) {
        QTest::addRow("%s /%s/ %d", contains, pattern, int(ignoreCase))
            << QString::fromUtf8(contains) << QString::fromUtf8(pattern) << ignoreCase
            << QString::fromUtf8(kept);
    };
    row("", "", false, "error 1|Error 2|\u00c9cluse|");
    row("error", "", false, "error 1");
    row("error", "", true, "error 1|Error 2");
    row("\u00e9", "", true, "\u00c9cluse");
    row("", "[0-9]$", false, "error 1|Error 2");
    row("", "^e", true, "error 1|Error 2");
    row("", "^\\w+$", false, "\u00c9cluse");
    row("r", "2", false, "Error 2");
}

void TestMatch::keepsWhatTheConditionSays()
{
    QFETCH(const QString, contains);
    QFETCH(const QString, pattern);
    QFETCH(const bool, ignoreCase);
    QFETCH(const QString, kept);
    const std::vector<std::string> texts = {"error 1", "Error 2", "\u00c9cluse", ""};
    const TextCondition condition{contains, pattern,
                                  ignoreCase ? TextCondition::Case::Ignored
                                             : TextCondition::Case::Matters};
    const auto matching = Match(condition, Match::Keep::Matching).handleEvents(texts, {});
    QCOMPARE(test::joined(matching), kept);
    const auto others = Match(condition, Match::Keep::Others).handleEvents(texts, {});
    QCOMPARE_EQ(matching.size() + others.size(), texts.size());
}

void TestMatch::alertsPrintWithAMark()
{
    const auto paper = std::make_shared<Paper>();
    Alert alert({{QStringLiteral("1"), {}, TextCondition::Case::Matters}, "!"},
                {QStringLiteral("alarm"), paper, {}});
    alert.handleEvents(Batch::of(std::vector<std::string>{"a 1", "b 2"}), {});
    QVERIFY(!alert.isFinished());
    alert.handleEvents(Batch::of(std::vector<Integer>{20, 21}), {});
    QCOMPARE(paper->lines,
             QStringList({QStringLiteral("alarm ! a 1"), QStringLiteral("alarm ! 21")}));
    QVERIFY(alert.isFinished());
}

SLUICE_TEST(TestMatch)

} // namespace tst_match

#include "tst_match.moc"
