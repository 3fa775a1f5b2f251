// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/models/logfilter.h"

#include <limits>

namespace tst_logfilter {

using namespace sluice;
using ui::LogConsumer;
using ui::LogFilter;
using ui::LogRow;

namespace {

LogRow numbers(Integer first, EventCount count, Integer step = 2)
{
    LogRow row;
    row.first = first;
    row.step = step;
    row.count = count;
    row.timeNs = 2'500'000'000;
    row.waitNs = 5'000'000;
    return row;
}

LogRow events(Batch batch)
{
    LogRow row;
    row.kind = LogRow::Kind::Events;
    row.count = batch.size();
    row.events = std::move(batch);
    return row;
}

LogRow note(const QString &text)
{
    LogRow row;
    row.kind = LogRow::Kind::Note;
    row.consumer = LogRow::noConsumer;
    row.text = text;
    return row;
}

LogRow gap()
{
    LogRow row;
    row.kind = LogRow::Kind::Gap;
    row.first = 2;
    row.count = 40;
    return row;
}

} // namespace

class TestLogFilter : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data();
    void accepts();
    void asksForTheConsumer_data();
    void asksForTheConsumer();
    void needsAllTerms();
    void looksForWordsInTextEvents();
    void showsGapsThatMayHoldTheNumber();
    void looksForWordsInNotes();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void goesOnBehindAMistake();
    void readsTheConsumersItWrites();
    void meetsRangesAsCountingDoes();

private:
    [[nodiscard]] static LogFilter filter(const QString &text)
    {
        const ui::ParsedLogFilter parsed = ui::parseLogFilter(text);
        for (const LogFilter::Error &error : parsed.errors)
            qFatal("%s", qPrintable(error.reason));
        return parsed.filter;
    }

    [[nodiscard]] static bool isAccepted(const QString &text, const LogRow &row)
    {
        return filter(text).acceptsRow(row, 500'000'000);
    }
};

void TestLogFilter::accepts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isAccepted");
    // The row holds 100, 102 … 198, waited 5 ms and came after 2 s.
    const auto add = [](const char *text, bool isAccepted) {
        QTest::newRow(text) << QString::fromUtf8(text) << isAccepted;
    };
    add("", true);
    add("value:100", true);
    add("value:101", false);
    add("number=198", true);
    add("value:199..", false);
    add("value:..99", false);
    add("value:..100", true);
    add("value:101..103", true);
    add("value:-5..100", true);
    add("value>197", true);
    add("value>198", false);
    add("value>=198", true);
    add("value<100", false);
    add("value<=100", true);
    add("-value:100", false);
    add("-value:101", true);
    add("150", true);
    add("151", false);
    add("-7", false);
    add("wait>4ms", true);
    add("wait>5ms", false);
    add("wait>=5ms", true);
    add("wait<5000001ns", true);
    add("wait:1ms..6000us", true);
    add("wait>4999.9µs", true);
    add("count:50", true);
    add("count>50", false);
    add("time:1.5..2", true);
    add("time>2", false);
    add("time>=2000ms", true);
    add("kind:batch", true);
    add("kind:gap,note", false);
    add("-kind:gap", true);
    add("word", false);
    add("VALUE:100", true);
}

void TestLogFilter::accepts()
{
    QFETCH(QString, text);
    QFETCH(bool, isAccepted);
    QCOMPARE(TestLogFilter::isAccepted(text, numbers(100, 50)), isAccepted);
}

void TestLogFilter::asksForTheConsumer_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isAccepted");
    QTest::addColumn<bool>("isNoteAccepted");
    const auto add = [](const char *text, bool isAccepted, bool isNoteAccepted) {
        QTest::newRow(text) << QString::fromUtf8(text) << isAccepted << isNoteAccepted;
    };
    add("", true, true);
    add("value:5", true, true);
    add("consumer:C1", true, false);
    add("consumer:c1", true, false);
    add("consumer:C", false, false);
    add("consumer:C*", true, false);
    add("consumer:*1", true, false);
    add("consumer:D,C1", true, false);
    add("who:\"C1\"", true, false);
    add("-consumer:C1", false, true);
    add("thread:3", true, false);
    add("thread:0x4b1", true, false);
    add("thread:1201", true, false);
    add("thread:4", false, false);
    add("-thread:4", true, true);
}

void TestLogFilter::asksForTheConsumer()
{
    QFETCH(QString, text);
    QFETCH(bool, isAccepted);
    QFETCH(bool, isNoteAccepted);
    const LogConsumer consumer{StageId{1}, QStringLiteral("C1"), 3, 0x4b1, 0, 0};
    QCOMPARE(filter(text).acceptsConsumer(&consumer), isAccepted);
    QCOMPARE(filter(text).acceptsConsumer(nullptr), isNoteAccepted);
}

void TestLogFilter::needsAllTerms()
{
    QVERIFY(isAccepted(QStringLiteral("value:100 wait>4ms"), numbers(100, 50)));
    QVERIFY(!isAccepted(QStringLiteral("value:100 wait>9ms"), numbers(100, 50)));
}

void TestLogFilter::looksForWordsInTextEvents()
{
    const LogRow row =
        events(Batch::of(std::vector<std::string>{"the quick fox", "line 42", "Größe"}));
    QVERIFY(isAccepted(QStringLiteral("QUICK"), row));
    QVERIFY(isAccepted(QStringLiteral("text:größe"), row));
    QVERIFY(isAccepted(QStringLiteral("\"quick fox\""), row));
    QVERIFY(isAccepted(QStringLiteral("42"), row));
    QVERIFY(!isAccepted(QStringLiteral("slow"), row));
    QVERIFY(!isAccepted(QStringLiteral("value:42"), row));
}

void TestLogFilter::showsGapsThatMayHoldTheNumber()
{
    QVERIFY(isAccepted(QStringLiteral("value:5"), gap()));
    QVERIFY(isAccepted(QStringLiteral("-value:5"), gap()));
    QVERIFY(isAccepted(QStringLiteral("wait>5ms word"), gap()));
    QVERIFY(!isAccepted(QStringLiteral("value:5 -kind:gap"), gap()));
    QVERIFY(!isAccepted(QStringLiteral("time>9"), gap()));
}

void TestLogFilter::looksForWordsInNotes()
{
    QVERIFY(isAccepted(QStringLiteral("crashed"), note(QStringLiteral("evens crashed: memory"))));
    QVERIFY(!isAccepted(QStringLiteral("value:0"), note(QStringLiteral("0"))));
    QVERIFY(!isAccepted(QStringLiteral("wait<5ms"), note(QStringLiteral("paused"))));
}

void TestLogFilter::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("reason");
    const auto add = [](const char *text, int start, int length, const char *reason) {
        QTest::newRow(text) << QString::fromUtf8(text) << start << length
                            << QString::fromUtf8(reason);
    };
    add("wiat>5ms", 0, 8, "“wiat” is not known");
    add("value:1 wait>5", 8, 6, "needs a unit");
    add("wait>5miles", 0, 11, "“miles” is not a unit");
    add("wait:5ms", 0, 8, "No time is met exactly");
    add("wait > 5ms", 5, 1, "No blanks around >");
    add("value:", 0, 6, "missing");
    add("value:..", 0, 8, "beginning or an end");
    add("value:200..100", 0, 14, "empty");
    add("value:many", 0, 10, "not a whole number");
    add("value>99999999999999999999", 0, 26, "not a whole number");
    add("value>9223372036854775807", 0, 25, "nothing beyond");
    add("consumer>C1", 0, 11, "write : instead of >");
    add("consumer:", 0, 9, "name is missing");
    add("kind:batches", 0, 12, "no kind of row");
    add("consumer:\"C 1", 0, 13, "not closed");
    add("wait>-5ms", 0, 9, "not a time");
    add("\"\"", 0, 2, "missing");
}

void TestLogFilter::saysWhatIsWrong()
{
    QFETCH(QString, text);
    QFETCH(int, start);
    QFETCH(int, length);
    QFETCH(QString, reason);
    const ui::ParsedLogFilter parsed = ui::parseLogFilter(text);
    QVERIFY(!parsed.errors.empty());
    const LogFilter::Error &error = parsed.errors.front();
    QCOMPARE(error.start, start);
    QCOMPARE(error.length, length);
    QVERIFY2(error.reason.contains(reason), qPrintable(error.reason));
}

void TestLogFilter::goesOnBehindAMistake()
{
    const ui::ParsedLogFilter parsed =
        ui::parseLogFilter(QStringLiteral("wiat>5ms value:100 kind:x"));
    QCOMPARE(parsed.errors.size(), 2U);
    QVERIFY(parsed.filter.acceptsRow(numbers(100, 1), 0));
    QVERIFY(!parsed.filter.acceptsRow(numbers(101, 1), 0));
}

void TestLogFilter::readsTheConsumersItWrites()
{
    QCOMPARE(ui::consumersAsFilter({QStringLiteral("C1")}), QStringLiteral("consumer:C1"));
    const QStringList names{QStringLiteral("C1"), QStringLiteral("the second")};
    const LogFilter both = filter(ui::consumersAsFilter(names));
    for (const QString &name : names) {
        LogConsumer consumer;
        consumer.name = name;
        QVERIFY2(both.acceptsConsumer(&consumer), qPrintable(name));
        consumer.name += u'2';
        QVERIFY2(!both.acceptsConsumer(&consumer), qPrintable(consumer.name));
    }
}

void TestLogFilter::meetsRangesAsCountingDoes()
{
    test::forEachSeed([](test::Random &random) {
        const bool isWild = random.chance(1, 4);
        const Integer edge = random.chance(1, 2) ? std::numeric_limits<Integer>::max()
                                                 : std::numeric_limits<Integer>::min();
        const Integer far = isWild ? edge : 0;
        const auto near = [&random, far] {
            return static_cast<Integer>(static_cast<std::uint64_t>(far)
                                        + static_cast<std::uint64_t>(random.between(-60, 60)));
        };
        const Integer first = near();
        const Integer step = random.between(-7, 7);
        const EventCount count = random.between(1, 20);
        const auto [least, most] = std::minmax({near(), near()});
        bool isMet = false;
        for (EventCount i = 0; i < count; ++i) {
            const Integer number = numbers(first, count, step).numberAt(i);
            isMet = isMet || (number >= least && number <= most);
        }
        QCOMPARE(ui::runMeetsRange(first, step, count, least, most), isMet);
    });
}

SLUICE_TEST(TestLogFilter)

} // namespace tst_logfilter

#include "tst_logfilter.moc"
