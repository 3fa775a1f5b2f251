// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// Jobs run on threads of their own; waits are for conditions.

#include "core/pipeline/pipeline.h"
#include "core/stage/source.h"
#include "core/stages/jobs.h"
#include "core/stages/sha256.h"
#include "tests/stages/texts.h"
#include "tests/support/livepipeline.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

#include <condition_variable>
#include <mutex>

namespace tst_jobs {

using namespace sluice;
using namespace sluice::test;

namespace {

/// Holds whoever writes until it is opened, and keeps what was written.
class Turnstile final : public EventSink
{
public:
    bool write(const QString &consumer, const Batch &events) override
    {
        std::unique_lock lock(m_mutex);
        ++m_waiting;
        m_opened.wait(lock, [this] { return m_isOpen; });
        --m_waiting;
        m_lines.append(consumer + u' ' + QString::fromStdString(events.textAt(0)));
        return m_isRead;
    }

    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_isOpen = true;
        m_opened.notify_all();
    }

    /// From now on nobody reads what is written.
    void leave()
    {
        const std::lock_guard lock(m_mutex);
        m_isRead = false;
    }

    [[nodiscard]] int waiting()
    {
        const std::lock_guard lock(m_mutex);
        return m_waiting;
    }

    [[nodiscard]] QStringList sorted()
    {
        const std::lock_guard lock(m_mutex);
        m_lines.sort();
        return m_lines;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_opened;
    QStringList m_lines;
    int m_waiting = 0;
    bool m_isOpen = false;
    bool m_isRead = true;
};

/// paths -> jobs, on real threads.
struct Running
{
    Running(std::vector<std::string> paths, const SubscriptionOptions &options)
    {
        const auto producer =
            pipeline.addSource(QStringLiteral("paths"), sourceOf(std::move(paths)));
        const auto made = pipeline.addConsumer<Jobs>(
            QStringLiteral("jobs"), StageEnvironment{QStringLiteral("jobs"), turnstile, {}});
        jobs = made;
        subscription = pipeline.subscribe(made, producer, options).id;
        QObject::connect(&pipeline, &Pipeline::stageNoted, &pipeline,
                         [this](StageId, const StageNote &note) { notes.push_back(note); });
        pipeline.start();
    }

    [[nodiscard]] bool isStopped()
    {
        return eventually([this] { return pipeline.runState() == RunState::Stopped; });
    }

    std::shared_ptr<Turnstile> turnstile = std::make_shared<Turnstile>();
    std::vector<StageNote> notes;
    Pipeline pipeline;
    StageId jobs;
    SubscriptionId subscription;
};

} // namespace

class TestJobs : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void runsNoMoreThanMaxDemandAtATime();
    void aFileThatCannotBeReadFailsItsJobAlone();
    void isDoneWhenNobodyReads();
    void waitsForRunningJobsHoweverLongTheyTake();

private:
    /// Paths of \a count files.
    [[nodiscard]] std::vector<std::string> files(int count) const
    {
        std::vector<std::string> paths;
        for (int i = 0; i < count; ++i) {
            const QString path = m_directory.filePath(QString::number(i));
            if (fill(path, QByteArray::number(i)))
                paths.push_back(path.toStdString());
        }
        return paths;
    }

    QTemporaryDir m_directory;
};

void TestJobs::runsNoMoreThanMaxDemandAtATime()
{
    const std::vector<std::string> paths = files(10);
    Running running(paths, {.maxDemand = 3, .minDemand = 0});
    QVERIFY(eventually([&] { return running.turnstile->waiting() == 3; }));
    const Snapshot snapshot = running.pipeline.snapshot();
    QCOMPARE_EQ(snapshot.subscription(running.subscription)->outlet.sent, 3);
    running.turnstile->open();
    QVERIFY(running.isStopped()); // after the last file, and nothing is missing
    QStringList expected;
    for (const std::string &path : paths)
        expected.append(u"jobs " + QString::fromStdString(sha256Line(path)));
    expected.sort();
    QCOMPARE(running.turnstile->sorted(), expected);
}

void TestJobs::aFileThatCannotBeReadFailsItsJobAlone()
{
    Running running({"/no/such/file", files(1).front()}, {.maxDemand = 1, .minDemand = 0});
    running.turnstile->open();
    QVERIFY(running.isStopped());
    QVERIFY(running.pipeline.stopReason(running.jobs)->kind == StopReason::Kind::Normal);
    QCOMPARE_EQ(running.turnstile->sorted().size(), 1);
    QCOMPARE_EQ(running.notes.size(), 1U);
    QVERIFY(running.notes[0].kind == StageNote::Kind::ChildFailed);
    QCOMPARE(QString::fromStdString(running.notes[0].text),
             QStringLiteral("cannot read /no/such/file: no such file; check the path"));
}

void TestJobs::isDoneWhenNobodyReads()
{
    Running running(files(4), {.maxDemand = 1, .minDemand = 0});
    running.turnstile->leave();
    running.turnstile->open();
    QVERIFY(eventually([&] { return running.pipeline.stopReason(running.jobs).has_value(); }));
    QCOMPARE_EQ(running.turnstile->sorted().size(), 1);
}

void TestJobs::waitsForRunningJobsHoweverLongTheyTake()
{
    // What the options do is in tst_consumersupervisor_threads.
    QVERIFY(!Jobs({QStringLiteral("jobs"), nullptr, {}}).options().shutdown.has_value());
    Running running(files(3), {.maxDemand = 2, .minDemand = 0});
    QVERIFY(eventually([&] { return running.turnstile->waiting() == 2; }));
    running.pipeline.stop();
    running.turnstile->open();
    QVERIFY(running.isStopped());
    QCOMPARE_EQ(running.turnstile->sorted().size(), 2); // the third had not been asked for
}

SLUICE_TEST(TestJobs)

} // namespace tst_jobs

#include "tst_jobs.moc"
