// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/demandwindow.h"
#include "tests/support/testsupport.h"

#include <QList>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <vector>

namespace tst_demandwindow {

using namespace sluice;

namespace {

using Sizes = QList<qint64>;

constexpr qint64 byDefault = -1; // "default minimum" in a data row

/// What happened, as it is written in the rows: "5 ask 5, 2" is five events handled, five asked
/// for, two events handled, nothing asked for. Messages are set apart by "; ".
class Log
{
public:
    void add(EventCount slice, EventCount ask)
    {
        const QString handled = QString::number(slice);
        m_message.append(ask > 0 ? handled + QStringLiteral(" ask ") + QString::number(ask)
                                 : handled);
    }

    void endMessage()
    {
        m_messages.append(m_message.join(QStringLiteral(", ")));
        m_message.clear();
    }

    [[nodiscard]] QString text() const { return m_messages.join(QStringLiteral("; ")); }

private:
    QStringList m_message;
    QStringList m_messages;
};

[[nodiscard]] DemandWindow window(EventCount maximum, std::optional<EventCount> minimum)
{
    return DemandWindow({.maxDemand = maximum, .minDemand = minimum});
}

void receive(DemandWindow &window, EventCount size, Log &log)
{
    window.beginMessage();
    while (size > 0) {
        const EventCount slice = window.nextSlice(size);
        log.add(slice, window.handled(slice));
        size -= slice;
    }
    log.endMessage();
}

/// §6 word for word: all chunks of a message are worked out before the first is handled.
QString modelOfSection6(EventCount max, EventCount min, const Sizes &messages, EventCount &excess)
{
    Log log;
    EventCount pending = max;
    for (const qint64 message : messages) {
        EventCount allow = pending;
        for (EventCount rest = message; rest > 0;) {
            const EventCount s = std::min<EventCount>(rest, max - min);
            EventCount credit = s;
            if (s > allow) {
                excess += s - allow;
                credit = allow;
            }
            allow -= credit;
            const EventCount p = pending - credit;
            log.add(s, p <= min ? max - p : 0);
            pending = p <= min ? max : p;
            rest -= s;
        }
        log.endMessage();
    }
    return log.text();
}

} // namespace

class TestDemandWindow : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void cutsAndAsksAsTheReferenceDoes_data();
    void cutsAndAsksAsTheReferenceDoes();
    void countsWhatNobodyAskedForAndHandlesItAllTheSame();
    void cannotCreditTheAskOfAnEarlierSliceToItsOwnMessage();
    void behavesLikeTheModelForAnyMessages();
    void keepsItsInvariantsForAnyMessages();
    void asksUpToARaisedMaximumNext();
    void asksForNothingUntilItIsBelowALoweredMaximum();
    void goesOnOneByOneAfterBeingLoweredToOneAndZero();
    void takesNewLimitsBetweenTheSlicesOfAMessage();
    void neverStallsHoweverItsLimitsChange();
};

void TestDemandWindow::cutsAndAsksAsTheReferenceDoes_data()
{
    QTest::addColumn<qint64>("maximum");
    QTest::addColumn<qint64>("minimum");
    QTest::addColumn<Sizes>("messages");
    QTest::addColumn<QString>("happens");

    const auto row = [](const char *name, qint64 max, qint64 min, const Sizes &messages,
                        const QString &happens) {
        QTest::newRow(name) << max << min << messages << happens;
    };
    row("GS-002 1000/500, 1000 arrive: 500 asked after each 500", 1000, 500, {1000},
        QStringLiteral("500 ask 500, 500 ask 500"));
    row("GX-02 1000/500, 850 arrive: 500, 350", 1000, 500, {850},
        QStringLiteral("500 ask 500, 350"));
    row("GX-02 1000/500, what a producer of 850 sends", 1000, 500, {850, 650, 200, 650, 200, 650},
        QStringLiteral("500 ask 500, 350; 500 ask 850, 150; 200; 500 ask 850, 150; 200; "
                       "500 ask 850, 150"));
    row("§6 10/5, 10 arrive: 5, 5", 10, 5, {10}, QStringLiteral("5 ask 5, 5 ask 5"));
    row("§6 10/5, 7 from pending 10: 5, 2, nothing asked after the 2", 10, 5, {7},
        QStringLiteral("5 ask 5, 2"));
    row("§6 10/5, 7 then 3: pending falls to 5", 10, 5, {7, 3},
        QStringLiteral("5 ask 5, 2; 3 ask 5"));
    row("§6 10/5, five single events: asked after the fifth", 10, 5, {1, 1, 1, 1, 1},
        QStringLiteral("1; 1; 1; 1; 1 ask 5"));
    row("GS-005 1/0, one by one: 1 asked after every event", 1, 0, {1, 1, 1},
        QStringLiteral("1 ask 1; 1 ask 1; 1 ask 1"));
    row("§6 10/0, 9 then 1: nothing, then all 10", 10, 0, {9, 1}, QStringLiteral("9; 1 ask 10"));
    row("§6 10/8, 10 arrive: five times 2", 10, 8, {10},
        QStringLiteral("2 ask 2, 2 ask 2, 2 ask 2, 2 ask 2, 2 ask 2"));
    row("§6 10/8, 1, 1, 3 arrive", 10, 8, {1, 1, 3}, QStringLiteral("1; 1 ask 2; 2 ask 2, 1"));
    row("GX-04 3 and the default minimum, 3 arrive: 2, 1, one ask of 2", 3, byDefault, {3},
        QStringLiteral("2 ask 2, 1"));
    row("§6 3 and the default minimum, 3 then 1", 3, byDefault, {3, 1},
        QStringLiteral("2 ask 2, 1; 1 ask 2"));
    row("GS-003 100/80, 100 arrive: five times 20", 100, 80, {100},
        QStringLiteral("20 ask 20, 20 ask 20, 20 ask 20, 20 ask 20, 20 ask 20"));
    row("§6 50/10, 50, 40, 50 arrive", 50, 10, {50, 40, 50},
        QStringLiteral("40 ask 40, 10; 40 ask 50; 40 ask 40, 10"));
    row("GX-01 REF-1 1000/750, six times 100: 300 after every third", 1000, 750,
        {100, 100, 100, 100, 100, 100},
        QStringLiteral("100; 100; 100 ask 300; 100; 100; 100 ask 300"));
    row("GX-03 10/5, 13 with pending 10: the last 3 do not count", 10, 5, {13},
        QStringLiteral("5 ask 5, 5 ask 5, 3"));
}

void TestDemandWindow::cutsAndAsksAsTheReferenceDoes()
{
    QFETCH(const qint64, maximum);
    QFETCH(const qint64, minimum);
    QFETCH(const Sizes, messages);
    QFETCH(const QString, happens);

    DemandWindow demand =
        window(maximum, minimum == byDefault ? std::nullopt : std::optional<EventCount>(minimum));
    QCOMPARE_EQ(demand.pending(), 0);
    QCOMPARE_EQ(demand.initialAsk(), maximum);
    QCOMPARE_EQ(demand.pending(), maximum);
    Log log;
    for (const qint64 size : messages)
        receive(demand, size, log);
    QCOMPARE(log.text(), happens);
}

void TestDemandWindow::countsWhatNobodyAskedForAndHandlesItAllTheSame()
{
    DemandWindow demand = window(10, 5);
    QCOMPARE_EQ(demand.initialAsk(), 10);
    Log log;
    receive(demand, 13, log); // GX-03
    QCOMPARE_EQ(demand.excess(), 3);
    QCOMPARE_EQ(demand.pending(), 10);
    receive(demand, 10, log);
    QCOMPARE_EQ(demand.excess(), 3);
    receive(demand, 11, log);
    QCOMPARE_EQ(demand.excess(), 4);
}

void TestDemandWindow::cannotCreditTheAskOfAnEarlierSliceToItsOwnMessage()
{
    // Two messages of 13 make the same slices as one of 26, but only pending counts in each.
    DemandWindow inOne = window(10, 5);
    QCOMPARE_EQ(inOne.initialAsk(), 10);
    DemandWindow inTwo = window(10, 5);
    QCOMPARE_EQ(inTwo.initialAsk(), 10);
    Log log;
    receive(inOne, 26, log);
    receive(inTwo, 13, log);
    receive(inTwo, 13, log);
    QCOMPARE_EQ(inOne.excess(), 16);
    QCOMPARE_EQ(inTwo.excess(), 6);
}

void TestDemandWindow::behavesLikeTheModelForAnyMessages()
{
    test::forEachSeed([](test::Random &random) { // INV-06
        const EventCount maximum = random.between(1, random.chance(1, 2) ? 12 : 2000);
        const EventCount minimum = random.between(0, maximum - 1);
        Sizes messages;
        for (int i = 0; i < 30; ++i)
            messages.append(random.between(1, random.chance(1, 10) ? 2 * maximum : maximum));

        DemandWindow demand = window(maximum, minimum);
        QCOMPARE_EQ(demand.initialAsk(), maximum); // INV-03
        Log log;
        for (const qint64 size : messages)
            receive(demand, size, log);
        EventCount excess = 0;
        QCOMPARE(log.text(), modelOfSection6(maximum, minimum, messages, excess));
        QCOMPARE_EQ(demand.excess(), excess);
    });
}

void TestDemandWindow::keepsItsInvariantsForAnyMessages()
{
    test::forEachSeed([](test::Random &random) {
        const EventCount maximum = random.between(1, 60);
        const EventCount minimum = random.between(0, maximum - 1);
        DemandWindow demand = window(maximum, minimum);
        EventCount asked = demand.initialAsk();
        EventCount handled = 0;
        for (int i = 0; i < 60; ++i) {
            demand.beginMessage();
            for (EventCount rest = random.between(1, demand.pending()); rest > 0;) {
                const EventCount slice = demand.nextSlice(rest);
                QVERIFY2(slice >= 1 && slice <= maximum - minimum, "INV-04");
                const EventCount ask = demand.handled(slice);
                QVERIFY2(ask == 0 || (ask >= maximum - minimum && ask <= maximum), "INV-03");
                rest -= slice;
                handled += slice;
                asked += ask;
                QCOMPARE_EQ(demand.pending(), asked - handled);
                QVERIFY2(demand.pending() > minimum && demand.pending() <= maximum, "INV-02");
            }
        }
        QCOMPARE_EQ(demand.excess(), 0);
    });
}

void TestDemandWindow::asksUpToARaisedMaximumNext()
{
    DemandWindow demand = window(10, 5);
    QCOMPARE_EQ(demand.initialAsk(), 10);
    demand.setLimits(100, 50);
    QCOMPARE_EQ(demand.maximum(), 100);
    QCOMPARE_EQ(demand.minimum(), 50);
    QCOMPARE_EQ(demand.pending(), 10);
    Log log;
    receive(demand, 1, log);
    QCOMPARE(log.text(), QStringLiteral("1 ask 91"));
    QCOMPARE_EQ(demand.pending(), 100);
}

void TestDemandWindow::asksForNothingUntilItIsBelowALoweredMaximum()
{
    DemandWindow demand = window(100, 50);
    QCOMPARE_EQ(demand.initialAsk(), 100);
    demand.setLimits(10, 8);
    Log log;
    receive(demand, 90, log);
    QVERIFY(!log.text().contains(QStringLiteral("ask")));
    QCOMPARE_EQ(demand.pending(), 10);
    Log after;
    receive(demand, 4, after);
    QCOMPARE(after.text(), QStringLiteral("2 ask 2, 2 ask 2"));
    QCOMPARE_EQ(demand.excess(), 0);
}

void TestDemandWindow::goesOnOneByOneAfterBeingLoweredToOneAndZero()
{
    DemandWindow demand = window(1000, 500);
    QCOMPARE_EQ(demand.initialAsk(), 1000);
    demand.setLimits(1, 0);
    for (int i = 0; i < 999; ++i) {
        demand.beginMessage();
        QCOMPARE_EQ(demand.nextSlice(1000), 1);
        QCOMPARE_EQ(demand.handled(1), 0);
    }
    Log log;
    receive(demand, 1, log);
    receive(demand, 1, log);
    QCOMPARE(log.text(), QStringLiteral("1 ask 1; 1 ask 1"));
}

void TestDemandWindow::takesNewLimitsBetweenTheSlicesOfAMessage()
{
    DemandWindow demand = window(10, 5);
    QCOMPARE_EQ(demand.initialAsk(), 10);
    demand.beginMessage();
    QCOMPARE_EQ(demand.nextSlice(10), 5);
    QCOMPARE_EQ(demand.handled(5), 5);
    demand.setLimits(4, 1);
    QCOMPARE_EQ(demand.nextSlice(5), 3);
    QCOMPARE_EQ(demand.handled(3), 0); // pending 7
    QCOMPARE_EQ(demand.nextSlice(2), 2);
    QCOMPARE_EQ(demand.handled(2), 0); // pending 5
    Log log;
    receive(demand, 5, log);
    QCOMPARE(log.text(), QStringLiteral("3, 2 ask 4"));
    QCOMPARE_EQ(demand.excess(), 0);
}

void TestDemandWindow::neverStallsHoweverItsLimitsChange()
{
    test::forEachSeed([](test::Random &random) {
        DemandWindow demand = window(random.between(1, 50), 0);
        EventCount outstanding = demand.initialAsk(); // at an honest producer
        EventCount largest = demand.maximum();        // since the last ask
        for (int i = 0; i < 100; ++i) {
            QVERIFY2(outstanding > 0, "nothing asked and nothing to come");
            demand.beginMessage();
            for (EventCount rest = random.between(1, outstanding); rest > 0;) {
                if (random.chance(1, 5)) {
                    const EventCount maximum = random.between(1, random.chance(1, 2) ? 3 : 50);
                    demand.setLimits(maximum, random.between(0, maximum - 1));
                    largest = std::max(largest, maximum);
                }
                const EventCount slice = demand.nextSlice(rest);
                QVERIFY2(slice >= 1 && slice <= demand.maximum() - demand.minimum(), "INV-04");
                const EventCount ask = demand.handled(slice);
                rest -= slice;
                outstanding += ask - slice;
                QVERIFY(ask >= 0 && ask <= demand.maximum());
                QCOMPARE_EQ(demand.pending(), outstanding);
                QVERIFY2(demand.pending() > demand.minimum(), "INV-02");
                QVERIFY2(demand.pending() <= largest, "INV-02");
                largest = ask > 0 ? demand.maximum() : largest;
            }
        }
        QCOMPARE_EQ(demand.excess(), 0);
    });
}

SLUICE_TEST(TestDemandWindow)

} // namespace tst_demandwindow

#include "tst_demandwindow.moc"
