// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/gate.h"
#include "tests/support/testsupport.h"

#include <latch>
#include <optional>
#include <thread>

namespace tst_gate {

using namespace sluice;
using namespace std::chrono_literals;

namespace {

constexpr Gate::Duration aWhile = 1h; // nobody waits for it: what ends it is what is tested

/// A thread that is in simulated work, or about to be; ended by the test.
class Worker
{
public:
    explicit Worker(Gate &gate)
        : m_thread([this, &gate] {
            m_begun.count_down();
            m_result = gate.work(m_done);
        })
    {
        m_begun.wait();
    }

    [[nodiscard]] Gate::Work result()
    {
        m_thread.join();
        return m_result;
    }

    /// After result().
    [[nodiscard]] Gate::Duration done() const { return m_done; }

private:
    std::latch m_begun{1};
    Gate::Work m_result = Gate::Work::Done;
    Gate::Duration m_done{0};
    std::thread m_thread;
};

} // namespace

class TestGate : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void opensAndClosesUntilItIsLeft();
    void worksAsLongAsItIsTold_data();
    void worksAsLongAsItIsTold();
    void doesNotWorkOnWhatIsDone();
    void standsStillWhileClosed();
    void endsWorkWhenLeft_data();
    void endsWorkWhenLeft();
    void interruptsWorkWhenClosed();
    void followsAShorterWorkTime();
    void followsALongerWorkTime();
    void waitsUntilItIsOpenedOrLeft_data();
    void waitsUntilItIsOpenedOrLeft();
};

void TestGate::opensAndClosesUntilItIsLeft()
{
    Gate gate;
    QVERIFY(gate.isOpen());
    gate.close();
    QVERIFY(gate.isClosed() && !gate.isOpen());
    gate.open();
    QVERIFY(gate.isOpen() && !gate.isClosed());
    gate.leave();
    QVERIFY(!gate.isOpen() && !gate.isClosed());
    gate.open();
    QVERIFY2(!gate.isOpen(), "leaving is for good");
    gate.close();
    QVERIFY2(!gate.isClosed(), "a stage that leaves must not be held");
}

void TestGate::worksAsLongAsItIsTold_data()
{
    QTest::addColumn<qint64>("workNs");
    QTest::newRow("none") << qint64(0);
    QTest::newRow("busy") << qint64(50'000);
    QTest::newRow("asleep") << qint64(300'000);
}

void TestGate::worksAsLongAsItIsTold()
{
    QFETCH(qint64, workNs);
    Gate gate;
    gate.setWorkTime(Gate::Duration(workNs));
    QCOMPARE(gate.workTime(), Gate::Duration(workNs));
    const auto start = std::chrono::steady_clock::now();
    Gate::Duration done{0};
    QCOMPARE(gate.work(done), Gate::Work::Done);
    QCOMPARE_GE(done.count(), workNs);
    QCOMPARE_GE(Gate::Duration(std::chrono::steady_clock::now() - start).count(), workNs);
}

void TestGate::doesNotWorkOnWhatIsDone()
{
    Gate gate;
    gate.setWorkTime(aWhile);
    Gate::Duration done = aWhile;
    QCOMPARE(gate.work(done), Gate::Work::Done);
    QCOMPARE(done, aWhile);
    done = aWhile - 1ms; // asleep for the rest
    QCOMPARE(gate.work(done), Gate::Work::Done);
    QCOMPARE_GE(done, aWhile);
}

void TestGate::standsStillWhileClosed()
{
    Gate gate;
    gate.close();
    for (const Gate::Duration workTime : {Gate::Duration(1us), aWhile}) {
        gate.setWorkTime(workTime);
        Gate::Duration done = 7ns;
        QCOMPARE(gate.work(done), Gate::Work::Closed);
        QCOMPARE(done, Gate::Duration(7ns));
    }
}

void TestGate::endsWorkWhenLeft_data()
{
    QTest::addColumn<qint64>("workNs");
    QTest::newRow("busy") << qint64(1'000);
    QTest::newRow("asleep") << qint64(Gate::Duration(aWhile).count());
}

void TestGate::endsWorkWhenLeft()
{
    QFETCH(qint64, workNs);
    for (int round = 0; round < 20; ++round) {
        Gate gate;
        gate.setWorkTime(Gate::Duration(workNs));
        Worker worker(gate);
        gate.leave();
        const Gate::Work result = worker.result();
        QVERIFY(result == Gate::Work::Left || worker.done().count() >= workNs);
    }
}

void TestGate::interruptsWorkWhenClosed()
{
    for (int round = 0; round < 20; ++round) {
        Gate gate;
        gate.setWorkTime(aWhile);
        Worker worker(gate);
        gate.close();
        QCOMPARE(worker.result(), Gate::Work::Closed);
        QCOMPARE_LT(worker.done(), aWhile);
    }
}

void TestGate::followsAShorterWorkTime()
{
    for (int round = 0; round < 20; ++round) {
        Gate gate;
        gate.setWorkTime(aWhile);
        Worker worker(gate);
        gate.setWorkTime(0ns);
        QCOMPARE(worker.result(), Gate::Work::Done);
        QCOMPARE_LT(worker.done(), aWhile);
    }
}

void TestGate::followsALongerWorkTime()
{
    Gate gate;
    gate.setWorkTime(150us); // busy, not asleep
    Worker worker(gate);
    gate.setWorkTime(aWhile);
    gate.leave();
    const Gate::Work result = worker.result();
    QVERIFY(result == Gate::Work::Left || worker.done() >= 150us);
    QCOMPARE_LT(worker.done(), aWhile);
}

void TestGate::waitsUntilItIsOpenedOrLeft_data()
{
    QTest::addColumn<bool>("leaves");
    QTest::newRow("opened") << false;
    QTest::newRow("left") << true;
}

void TestGate::waitsUntilItIsOpenedOrLeft()
{
    QFETCH(bool, leaves);
    Gate gate;
    gate.waitWhileClosed(); // open: does not wait
    gate.close();
    std::latch begun(1);
    std::atomic<bool> wasClosed = true;
    std::thread waiter([&] {
        begun.count_down();
        gate.waitWhileClosed();
        wasClosed = gate.isClosed();
    });
    begun.wait();
    if (leaves)
        gate.leave();
    else
        gate.open();
    waiter.join();
    QVERIFY(!wasClosed);
}

SLUICE_TEST(TestGate)

} // namespace tst_gate

#include "tst_gate.moc"
