// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/linereader.h"
#include "core/stages/ratelimiter.h"
#include "core/stages/timer.h"
#include "tests/stages/recordingcontext.h"
#include "tests/stages/texts.h"
#include "tests/support/testsupport.h"

#include <array>
#include <fcntl.h>
#include <unistd.h>

namespace tst_timed {

using namespace sluice;
using namespace std::chrono_literals;

namespace {

/// What a LineReader reports, to be waited for.
///
/// Threads: report() on the reader's, wait() on the test's.
class Reports
{
public:
    void add(LineReader::Report report)
    {
        const std::lock_guard lock(m_mutex);
        for (std::string &line : report.lines)
            m_lines.push_back(std::move(line));
        m_isLast = report.isLast;
        m_changed.notify_one();
    }

    /// The lines so far, once there are \a count of them or the last one has come.
    QString wait(std::size_t count)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, 20s, [&] { return m_lines.size() >= count || m_isLast; });
        return test::joined(m_lines) + (m_isLast ? QStringLiteral("|(end)") : QString());
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::string> m_lines;
    bool m_isLast = false;
};

} // namespace

/// The stages that wait for time or for input.
class TestTimed : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void theTimerEmitsUnasked();
    void theRateLimiterAsksForWhatItHandled();
    void readsOnlyWhatIsWanted();
    void aReaderThatWaitsCanBeEnded();
};

void TestTimed::theTimerEmitsUnasked()
{
    test::RecordingContext context;
    Timer timer({250ms, "tock", 2});
    timer.enter(context);
    QVERIFY(timer.start() == StartAnswer::Run);
    QCOMPARE(context.timers, QStringList(QStringLiteral("250 ms, repeating")));
    timer.handleInfo({});
    QVERIFY(!timer.isFinished());
    timer.handleInfo({});
    QVERIFY(timer.isFinished());
    timer.handleInfo({});
    QCOMPARE(context.emitted, QStringList({QStringLiteral("tock 1"), QStringLiteral("tock 2")}));
    QVERIFY(timer.handleDemand(5).empty());
}

void TestTimed::theRateLimiterAsksForWhatItHandled()
{
    // GS §7: manual demand; at most 5 an interval on each subscription.
    test::RecordingContext context;
    RateLimiter limiter({5, 1s}, {});
    limiter.enter(context);
    QVERIFY(limiter.start() == StartAnswer::Run);
    QCOMPARE(context.timers, QStringList(QStringLiteral("1000 ms, repeating")));
    const From one{{1}, {1}};
    const From two{{2}, {2}};
    for (const From &from : {one, two}) {
        QVERIFY(limiter.handleSubscribe(CounterpartRole::Producer, {}, from)
                == DemandControl::Manual);
    }
    limiter.handleEvents(Batch::of(std::vector<Integer>{1, 2, 3}), one);
    limiter.handleEvents(Batch::of(std::vector<Integer>{4}), one);
    limiter.handleInfo({});
    limiter.handleInfo({}); // nothing came in between
    limiter.handleEvents(Batch::of(std::vector<Integer>{5}), two);
    limiter.handleCancel({Cancellation::Kind::Down, StopReason::normal()}, two);
    limiter.handleInfo({});
    QCOMPARE(context.asked,
             QStringList({QStringLiteral("1:5"), QStringLiteral("2:5"), QStringLiteral("1:4")}));
}

void TestTimed::readsOnlyWhatIsWanted()
{
    std::array<int, 2> ends = {-1, -1};
    QCOMPARE_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
    Reports reports;
    {
        LineReader reader(ends[0],
                          [&](LineReader::Report report) { reports.add(std::move(report)); });
        QCOMPARE_EQ(::write(ends[1], "a\nb\nc\nd", 7), 7);
        reader.want(1);
        QCOMPARE(reports.wait(1), QStringLiteral("a"));
        reader.want(2);
        QCOMPARE(reports.wait(3), QStringLiteral("a|b|c"));
        reader.want(2);
        ::close(ends[1]);
        QCOMPARE(reports.wait(100), QStringLiteral("a|b|c|d|(end)"));
    }
    ::close(ends[0]);
}

void TestTimed::aReaderThatWaitsCanBeEnded()
{
    std::array<int, 2> ends = {-1, -1};
    QCOMPARE_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
    Reports reports;
    {
        // One waits for demand, the other for input that never comes.
        const LineReader idle(ends[0], [&](LineReader::Report) {});
        LineReader waiting(ends[0], [&](LineReader::Report) {});
        waiting.want(1);
    }
    ::close(ends[0]);
    ::close(ends[1]);
}

SLUICE_TEST(TestTimed)

} // namespace tst_timed

#include "tst_timed.moc"
