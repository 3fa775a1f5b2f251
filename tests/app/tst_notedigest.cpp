// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/notedigest.h"
#include "tests/support/testsupport.h"

namespace tst_notedigest {

using namespace sluice;
using namespace sluice::app;

using Kind = StageNote::Kind;
namespace {

constexpr StageId numbers{1};
constexpr StageId printer{2};
constexpr SubscriptionId theirs{7};

/// numbers -> printer.
Snapshot two()
{
    Snapshot snapshot;
    snapshot.stages.resize(2);
    snapshot.stages[0].id = numbers;
    snapshot.stages[0].name = QStringLiteral("numbers");
    snapshot.stages[1].id = printer;
    snapshot.stages[1].name = QStringLiteral("printer");
    snapshot.subscriptions.resize(1);
    snapshot.subscriptions[0].id = theirs;
    snapshot.subscriptions[0].producer = numbers;
    snapshot.subscriptions[0].consumer = printer;
    return snapshot;
}

} // namespace

/// What a terminal is told of the notes of stages.
class TestNoteDigest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void saysItInWords_data();
    void saysItInWords();
    void tellsWhatIsNewAtOnce();
    void addsUpWhatRepeatsItself();
    void tellsOnlySoManyAtOnce();
    void endsTheIntervalOfWhatHasCeased();
};

void TestNoteDigest::saysItInWords_data()
{
    QTest::addColumn<int>("stage");
    QTest::addColumn<StageNote>("note");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, StageId stage, const StageNote &note,
                        const char *expected) {
        QTest::newRow(name) << int(stage.value) << note << QString::fromUtf8(expected);
    };
    row("BAD-13 buffer overflow", numbers, {.kind = Kind::Discarded, .count = 40},
        "stage numbers discarded 40 events that it had no room for");
    row("one event", numbers, {.kind = Kind::Discarded, .count = 1},
        "stage numbers discarded 1 event that it had no room for");
    row("BAD-09 excess events", printer, {.kind = Kind::Excess, .subscription = theirs, .count = 5},
        "stage printer got 5 events from stage numbers that it had not asked for");
    row("BAD-12 ask above the dispatcher's maximum", numbers,
        {.kind = Kind::GreedyAsk, .subscription = theirs, .count = 2000, .expected = 1000},
        "stage printer asked stage numbers for 2000 events at once; at most 1000 are expected");
    row("§23 many asks above it", numbers,
        {.kind = Kind::GreedyAsk,
         .subscription = theirs,
         .times = 3,
         .count = 6000,
         .expected = 1000},
        "stage printer asked stage numbers 3 times for more than 1000 events at once");
    row("BAD-14 broadcast duplicate consumer", numbers,
        {.kind = Kind::Refused,
         .subscription = theirs,
         .text = "consumer: expected one that is not subscribed yet, got stage 2"},
        "stage numbers refused the subscription of stage printer: consumer: expected one that is "
        "not subscribed yet, got stage 2");
    row("BAD-11 demand mode on a non-producer", printer, {.kind = Kind::NoDemandMode},
        "stage printer keeps its demand mode: only producers can accumulate");
    row("new limits for one that asks by hand", printer,
        {.kind = Kind::AsksByHand, .subscription = theirs},
        "stage printer asks stage numbers by hand: new demand limits count from its next "
        "subscription on");
    row("BAD-07 a consumer that stops", printer,
        {.kind = Kind::EndedBy,
         .subscription = theirs,
         .text = "cancel: expected no end, got oops"},
        "stage printer stops, as its subscription to stage numbers has ended (cancel: expected no "
        "end, got oops)");
    row("BAD-10 events of a consumer", printer, {.kind = Kind::CannotEmit, .count = 3},
        "stage printer dropped 3 events that it emitted: a consumer emits nothing");
    row("BAD-05 target not alive", printer, {.kind = Kind::NoProducer, .text = "numbers2"},
        "stage printer wants events of numbers2, and there is no such stage");
    row("a message that nobody knows", printer,
        {.kind = Kind::UnknownMessage, .times = 2, .text = "tick"},
        "stage printer dropped 2 messages that it does not know; the last one was: tick");
    row("a child that failed", printer, {.kind = Kind::ChildFailed, .text = "cannot read a"},
        "stage printer: 1 child failed; the last reason was: cannot read a");
    row("children that failed", printer, {.kind = Kind::ChildFailed, .times = 3, .text = "no b"},
        "stage printer: 3 children failed; the last reason was: no b");
    row("of those that have left", StageId{9},
        {.kind = Kind::Excess, .subscription = {8}, .count = 5},
        "a stage that has left got 5 events from a stage that has left that it had not "
        "asked for");
}

void TestNoteDigest::saysItInWords()
{
    QFETCH(const int, stage);
    QFETCH(const StageNote, note);
    QFETCH(const QString, expected);
    QCOMPARE(noteText({static_cast<std::uint64_t>(stage)}, note, two()), expected);
}

void TestNoteDigest::tellsWhatIsNewAtOnce()
{
    NoteDigest digest;
    QVERIFY(digest.add(numbers, {.kind = Kind::Discarded, .count = 1}));
    QVERIFY(digest.add(printer, {.kind = Kind::Discarded, .count = 1}));
    QVERIFY(digest.add(numbers, {.kind = Kind::Refused, .subscription = {1}}));
    QVERIFY(digest.add(numbers, {.kind = Kind::Refused, .subscription = {2}}));
    QVERIFY(digest.take().empty());
}

void TestNoteDigest::addsUpWhatRepeatsItself()
{
    NoteDigest digest;
    QVERIFY(digest.add(numbers, {.kind = Kind::Discarded, .count = 5}));
    QVERIFY(!digest.add(numbers, {.kind = Kind::Discarded, .count = 6, .text = "a"}));
    QVERIFY(!digest.add(numbers, {.kind = Kind::Discarded, .times = 2, .count = 7, .text = "b"}));
    const auto kept = digest.take();
    QCOMPARE_EQ(kept.size(), 1U);
    QVERIFY(kept[0].stage == numbers);
    QCOMPARE_EQ(kept[0].note.count, 13); // the first five were told
    QCOMPARE_EQ(kept[0].note.times, 3);
    QCOMPARE(kept[0].note.text, std::string("b"));
}

void TestNoteDigest::tellsOnlySoManyAtOnce()
{
    NoteDigest digest;
    int told = 0;
    for (std::uint64_t i = 1; i <= 100; ++i)
        told += digest.add({i}, {.kind = Kind::Discarded, .count = 1}) ? 1 : 0;
    QCOMPARE_EQ(told, NoteDigest::mostAtOnce);
    QCOMPARE_EQ(digest.take().size(), std::size_t(100 - NoteDigest::mostAtOnce));
}

void TestNoteDigest::endsTheIntervalOfWhatHasCeased()
{
    NoteDigest digest;
    const StageNote note{.kind = Kind::Discarded, .count = 1};
    QVERIFY(digest.add(numbers, note));
    QVERIFY(!digest.add(numbers, note));
    QCOMPARE_EQ(digest.take().size(), 1U);
    QVERIFY(!digest.add(numbers, note)); // it goes on: a line an interval
    QCOMPARE_EQ(digest.take().size(), 1U);
    QVERIFY(digest.take().empty());
    QVERIFY(digest.add(numbers, note)); // it had ceased
}

SLUICE_TEST(TestNoteDigest)

} // namespace tst_notedigest

#include "tst_notedigest.moc"
