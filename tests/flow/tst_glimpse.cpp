// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/eventbuffer.h"
#include "core/flow/glimpse.h"
#include "core/flow/inboundqueue.h"
#include "tests/support/batches.h"
#include "tests/support/testsupport.h"

#include <stdexcept>
#include <vector>

namespace tst_glimpse {

struct Unwritable
{
};

} // namespace tst_glimpse

template<>
struct sluice::EventTraits<tst_glimpse::Unwritable>
{
    static constexpr std::string_view name = "unwritable";

    static std::string toText(const tst_glimpse::Unwritable &)
    {
        throw std::runtime_error("cannot be written");
    }
};

namespace tst_glimpse {

using namespace sluice;
using test::numbers;

namespace {

QString words(const std::vector<std::string> &events)
{
    QStringList list;
    for (const std::string &event : events)
        list.append(QString::fromStdString(event));
    return list.join(u' ');
}

} // namespace

class TestGlimpse : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void showsEveryEventOnce_data();
    void showsEveryEventOnce();
    void leavesOutTheEndsAmongTheEvents();
    void cutsLongTextsBetweenCharacters();
    void showsThatAnEventCannotBeWritten();
};

void TestGlimpse::showsEveryEventOnce_data()
{
    QTest::addColumn<EventCount>("stored");
    QTest::addColumn<QString>("oldest");
    QTest::addColumn<QString>("newest");
    QTest::newRow("none") << EventCount(0) << QString() << QString();
    QTest::newRow("fewer than one end") << EventCount(2) << QStringLiteral("0 1") << QString();
    QTest::newRow("one end") << EventCount(3) << QStringLiteral("0 1 2") << QString();
    QTest::newRow("more than one")
        << EventCount(4) << QStringLiteral("0 1 2") << QStringLiteral("3");
    QTest::newRow("both") << EventCount(6) << QStringLiteral("0 1 2") << QStringLiteral("3 4 5");
    QTest::newRow("more than both")
        << EventCount(100) << QStringLiteral("0 1 2") << QStringLiteral("97 98 99");
}

void TestGlimpse::showsEveryEventOnce()
{
    QFETCH(EventCount, stored);
    QFETCH(QString, oldest);
    QFETCH(QString, newest);
    for (const EventCount batch : {EventCount(1), EventCount(2), EventCount(1000)}) {
        EventBuffer buffer;
        for (EventCount from = 0; from < stored; from += batch)
            QCOMPARE(buffer.store(numbers(from, std::min(batch, stored - from))).discarded, 0);
        const Glimpse seen = buffer.glimpse(3);
        QCOMPARE(seen.count, stored);
        QCOMPARE(words(seen.oldest), oldest);
        QCOMPARE(words(seen.newest), newest);
        QCOMPARE(buffer.size(), stored);
    }
}

void TestGlimpse::leavesOutTheEndsAmongTheEvents()
{
    InboundQueue queue;
    queue.pushEvents({1}, numbers(0, 2));
    queue.pushEnd({1}, StopReason::normal());
    queue.pushEvents({2}, numbers(2, 4));
    const Glimpse seen = queue.glimpse(3);
    QCOMPARE(seen.count, 6);
    QCOMPARE(words(seen.oldest), QStringLiteral("0 1 2"));
    QCOMPARE(words(seen.newest), QStringLiteral("3 4 5"));
}

void TestGlimpse::cutsLongTextsBetweenCharacters()
{
    for (std::size_t before = 190; before <= 200; ++before) {
        const std::string text = std::string(before, 'x') + "äöü€" + std::string(1000, 'y');
        const std::string cut = cutForGlimpse(text);
        QVERIFY(cut.size() <= Glimpse::textBytes);
        QVERIFY(cut.size() > Glimpse::textBytes - 3);
        QVERIFY(QString::fromStdString(text).startsWith(QString::fromStdString(cut)));
    }
    QCOMPARE(cutForGlimpse("short"), std::string("short"));
}

void TestGlimpse::showsThatAnEventCannotBeWritten()
{
    EventBuffer buffer;
    QCOMPARE(buffer.store(Batch::of(std::vector<Unwritable>(2))).discarded, 0);
    QCOMPARE(words(buffer.glimpse(3).oldest), QStringLiteral("? ?"));
}

SLUICE_TEST(TestGlimpse)

} // namespace tst_glimpse

#include "tst_glimpse.moc"
