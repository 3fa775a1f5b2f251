// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// With real threads: what is waited for are counts, and a hang is a failure.

#include "core/stage/stageeventdispatcher.h"
#include "core/stage/stagethread.h"
#include "tests/support/testsupport.h"
#include "tests/support/workthread.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTimer>

#include <algorithm>
#include <array>
#include <atomic>
#include <ctime>
#include <memory>
#include <vector>

namespace tst_stageeventdispatcher {

using namespace std::chrono_literals;
using sluice::StageEventDispatcher;
using sluice::StageThread;
using sluice::test::scaled;
using sluice::test::WorkThread;

namespace {

constexpr int longWait = 60'000;

/// Counts what arrives, per sender, and whether it came in order.
class Receiver final : public QObject
{
    Q_OBJECT

public:
    void take(int sender, qint64 number)
    {
        if (number != m_next[static_cast<std::size_t>(sender)]++)
            wrong = wrong + 1;
        received = received + 1;
    }

    std::atomic<qint64> received = 0;
    std::atomic<int> wrong = 0;

private:
    std::array<qint64, 8> m_next{};
};

class Sender final : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void sent(int sender, qint64 number);
};

class SenderThread final : public WorkThread
{
public:
    SenderThread(int number, qint64 count, Receiver &receiver)
        : m_number(number)
        , m_count(count)
        , m_receiver(receiver)
    {
    }

private:
    void work() override
    {
        Sender sender;
        QObject::connect(&sender, &Sender::sent, &m_receiver, &Receiver::take,
                         Qt::QueuedConnection);
        for (qint64 i = 0; i < m_count; ++i)
            Q_EMIT sender.sent(m_number, i);
    }

    int m_number;
    qint64 m_count;
    Receiver &m_receiver;
};

/// Sends a ball back until it has come often enough.
class Player final : public QObject
{
    Q_OBJECT

public:
    explicit Player(qint64 lastBall)
        : m_lastBall(lastBall)
    {
    }

    void take(qint64 ball)
    {
        if (ball < m_lastBall)
            Q_EMIT returned(ball + 1);
        else
            isOver = true;
    }

    std::atomic<bool> isOver = false;

Q_SIGNALS:
    void returned(qint64 ball);

private:
    qint64 m_lastBall;
};

/// Sets timers on its thread and writes down how they fire.
class TimerKeeper final : public QObject
{
    Q_OBJECT

public:
    static constexpr int timerCount = 31;

    /// The moment a timer is due lies between two that are known. Nanoseconds.
    struct Rung
    {
        qint64 earliest = 0;
        qint64 latest = 0;
        qint64 at = 0;
    };

    // Set with the last one first, one millisecond apart.
    void begin()
    {
        m_clock.start();
        for (int i = timerCount; i > 0; --i) {
            auto *timer = new QTimer(this);
            timer->setTimerType(Qt::PreciseTimer);
            timer->setSingleShot(true);
            Rung rung;
            rung.earliest = m_clock.nsecsElapsed() + i * 1'000'000;
            timer->start(i);
            rung.latest = m_clock.nsecsElapsed() + i * 1'000'000;
            connect(timer, &QTimer::timeout, this, [this, rung] { note(rung); });
        }
    }

    std::vector<Rung> rungs; // in the order they rang
    std::atomic<bool> isDone = false;

private:
    void note(Rung rung)
    {
        rung.at = m_clock.nsecsElapsed();
        rungs.push_back(rung);
        if (rungs.size() == timerCount)
            isDone = true;
    }

    QElapsedTimer m_clock;
};

/// Tells how much of the processor its thread has used so far.
class Meter final : public QObject
{
    Q_OBJECT

public:
    void read()
    {
        std::timespec used{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
        usedNs = used.tv_sec * 1'000'000'000 + used.tv_nsec;
        reads = reads + 1;
    }

    std::atomic<qint64> usedNs = 0;
    std::atomic<int> reads = 0;
};

void read(Meter &meter)
{
    const int before = meter.reads;
    QMetaObject::invokeMethod(&meter, &Meter::read, Qt::QueuedConnection);
    QVERIFY(QTest::qWaitFor([&] { return meter.reads > before; }, longWait));
}

void end(StageThread &thread)
{
    thread.quit();
    QVERIFY(thread.join(QDeadlineTimer(longWait)));
}

} // namespace

class TestStageEventDispatcher : public sluice::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void servesTheThreadsOfStages();
    void nothingPostedFromManyThreadsIsLost();
    void twoThreadsWakeEachOther();
    void timersFireInOrderAndOnTime();
    void aTimerThatIsAlwaysDueLeavesRoomForEvents();
    void quitsWhileItSpins();
    void quitsWhileItSleeps();
    void usesNoProcessorWhileIdle();
    void refusesSockets();
};

void TestStageEventDispatcher::servesTheThreadsOfStages()
{
    StageThread thread;
    thread.begin();
    QVERIFY(qobject_cast<StageEventDispatcher *>(thread.eventDispatcher()));
    end(thread);
}

void TestStageEventDispatcher::nothingPostedFromManyThreadsIsLost()
{
    constexpr int senders = 4;
    const qint64 each = scaled(50'000);
    StageThread thread;
    Receiver receiver;
    receiver.moveToThread(&thread);
    thread.begin();
    std::vector<std::unique_ptr<SenderThread>> threads;
    for (int i = 0; i < senders; ++i)
        threads.push_back(std::make_unique<SenderThread>(i, each, receiver));
    for (const auto &sender : threads)
        sender->start();
    for (const auto &sender : threads)
        sender->join();
    QVERIFY(QTest::qWaitFor([&] { return receiver.received == senders * each; }, longWait));
    QCOMPARE(receiver.wrong, 0);
    end(thread);
}

void TestStageEventDispatcher::twoThreadsWakeEachOther()
{
    const qint64 balls = scaled(100'000);
    StageThread threads[2];
    Player one(balls);
    Player other(balls);
    connect(&one, &Player::returned, &other, &Player::take, Qt::QueuedConnection);
    connect(&other, &Player::returned, &one, &Player::take, Qt::QueuedConnection);
    one.moveToThread(&threads[0]);
    other.moveToThread(&threads[1]);
    for (StageThread &thread : threads)
        thread.begin();
    Sender starter;
    connect(
        &starter, &Sender::sent, &one, [&one](int, qint64 ball) { one.take(ball); },
        Qt::QueuedConnection);
    Q_EMIT starter.sent(0, 1);
    QVERIFY(QTest::qWaitFor([&] { return one.isOver || other.isOver; }, longWait));
    for (StageThread &thread : threads)
        end(thread);
}

void TestStageEventDispatcher::timersFireInOrderAndOnTime()
{
    StageThread thread;
    TimerKeeper keeper;
    keeper.moveToThread(&thread);
    thread.begin();
    QMetaObject::invokeMethod(&keeper, &TimerKeeper::begin, Qt::QueuedConnection);
    QVERIFY(QTest::qWaitFor([&] { return keeper.isDone.load(); }, longWait));
    end(thread);
    qint64 latest = 0; // at the least, of those that rang before
    for (const TimerKeeper::Rung &rung : keeper.rungs) {
        QCOMPARE_LE(latest, rung.latest);
        QCOMPARE_GE(rung.at, rung.earliest);
        latest = std::max(latest, rung.earliest);
    }
    std::vector<qint64> lateness;
    for (const TimerKeeper::Rung &rung : keeper.rungs)
        lateness.push_back(rung.at - rung.latest);
    std::ranges::sort(lateness);
    // The middle one: on a busy machine some timer will be late, whoever serves it.
    QCOMPARE_LT(lateness[TimerKeeper::timerCount / 2], 100'000'000);
}

void TestStageEventDispatcher::aTimerThatIsAlwaysDueLeavesRoomForEvents()
{
    StageThread thread;
    QTimer timer;
    std::atomic<int> fired = 0;
    connect(&timer, &QTimer::timeout, &timer, [&fired] { fired = fired + 1; });
    Receiver receiver;
    timer.moveToThread(&thread);
    receiver.moveToThread(&thread);
    thread.begin();
    QMetaObject::invokeMethod(&timer, qOverload<>(&QTimer::start), Qt::QueuedConnection);
    QVERIFY(QTest::qWaitFor([&] { return fired > 0; }, longWait));
    Sender sender;
    connect(&sender, &Sender::sent, &receiver, &Receiver::take, Qt::QueuedConnection);
    Q_EMIT sender.sent(0, 0);
    QVERIFY(QTest::qWaitFor([&] { return receiver.received == 1; }, longWait));
    const int before = fired;
    QVERIFY(QTest::qWaitFor([&] { return fired > before; }, longWait));
    QMetaObject::invokeMethod(&timer, &QTimer::stop, Qt::QueuedConnection);
    Q_EMIT sender.sent(0, 1);
    QVERIFY(QTest::qWaitFor([&] { return receiver.received == 2; }, longWait));
    end(thread);
}

void TestStageEventDispatcher::quitsWhileItSpins()
{
    // Right after a message a thread looks around before it sleeps; also at any moment before.
    for (qint64 i = 0; i < scaled(500); ++i) {
        StageThread thread;
        Receiver receiver;
        receiver.moveToThread(&thread);
        Sender sender;
        connect(&sender, &Sender::sent, &receiver, &Receiver::take, Qt::QueuedConnection);
        thread.begin();
        if (i % 2 == 0) {
            Q_EMIT sender.sent(0, 0);
            while (receiver.received == 0) { }
        }
        end(thread);
    }
}

void TestStageEventDispatcher::quitsWhileItSleeps()
{
    StageThread thread;
    Meter meter;
    meter.moveToThread(&thread);
    thread.begin();
    read(meter);
    QTest::qWait(5); // much longer than it spins; if it still does, the test shows less and passes
    end(thread);
}

void TestStageEventDispatcher::usesNoProcessorWhileIdle()
{
    StageThread thread;
    Meter meter;
    meter.moveToThread(&thread);
    thread.begin();
    read(meter);
    read(meter);
    const qint64 before = meter.usedNs;
    QElapsedTimer clock;
    clock.start();
    QTest::qWait(300); // what is measured is a time
    read(meter);
    const qint64 usedNs = meter.usedNs - before;
    QCOMPARE_LT(usedNs * 100, clock.nsecsElapsed()); // less than 1 % of a core
    end(thread);
}

void TestStageEventDispatcher::refusesSockets()
{
    StageEventDispatcher dispatcher;
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("no sockets")));
    dispatcher.registerSocketNotifier(nullptr);
}

SLUICE_TEST(TestStageEventDispatcher)

} // namespace tst_stageeventdispatcher

#include "tst_stageeventdispatcher.moc"
