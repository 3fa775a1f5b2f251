// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/headlessrunner.h"

#include "core/pipeline/pipelinebuild.h"
#include "app/exitcode.h"
#include "app/report.h"
#include "app/settings.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <unistd.h>

namespace sluice::app {

namespace {

using namespace std::chrono_literals;

QString nameOf(const Pipeline &pipeline, StageId stage)
{
    return pipeline.snapshot().stage(stage)->name;
}

} // namespace

HeadlessRunner::HeadlessRunner(const RunCommand &command, const PipelineDescription &pipeline)
    : m_command(command)
    , m_description(pipeline)
{
    std::shared_ptr<EventSink> sink;
    if (!m_command.quiet)
        sink = m_writer = std::make_shared<LineWriter>(STDOUT_FILENO, m_command.format);
    if (m_command.check)
        sink = m_check = std::make_shared<CheckingSink>(m_description, sink);
    build(m_pipeline, m_description, StageCatalog::standard(), sink);
    if (m_command.threads)
        m_pipeline.setPlacement(*m_command.threads);
    if (m_command.events)
        m_pipeline.setEventLimit(*m_command.events);
    for (const StageSnapshot &stage : m_pipeline.snapshot().stages) {
        (stage.role == StageRole::Consumer ? m_consumers : m_emitters).push_back(stage.id);
    }
    connectPipeline();
}

void HeadlessRunner::connectPipeline()
{
    connect(&m_pipeline, &Pipeline::stageStopped, this, &HeadlessRunner::noteStopped);
    connect(&m_pipeline, &Pipeline::restarted, this, &HeadlessRunner::noteRestarted);
    connect(&m_pipeline, &Pipeline::gaveUp, this, &HeadlessRunner::noteGaveUp);
    connect(&m_pipeline, &Pipeline::stageNoted, this, &HeadlessRunner::noteNoted);
    connect(&m_notesTimer, &QTimer::timeout, this, &HeadlessRunner::printNotes);
    connect(&m_pipeline, &Pipeline::runStateChanged, this, [this](RunState state) {
        if (state == RunState::Stopped)
            finish();
    });
    connect(&m_interrupts, &InterruptWatcher::interrupted, &m_pipeline, &Pipeline::drain);
    connect(&m_metricsTimer, &QTimer::timeout, this,
            [this] { m_metrics->write(m_pipeline.snapshot()); });
}

int HeadlessRunner::run()
{
    if (!m_command.metricsFile.isEmpty()) {
        m_metrics.emplace(m_command.metricsFile);
        if (!m_metrics->isOpen()) {
            printError(QStringLiteral("sluice: %1: %2")
                           .arg(m_command.metricsFile, m_metrics->errorString()));
            return exitBadUse;
        }
        m_metricsTimer.start(100ms);
    }
    if (m_command.duration) {
        const auto time = std::chrono::ceil<std::chrono::milliseconds>(*m_command.duration);
        QTimer::singleShot(time, Qt::PreciseTimer, &m_pipeline, &Pipeline::drain);
    }
    m_pipeline.start();
    if (m_consumers.empty())
        m_pipeline.stop();
    return m_pipeline.runState() == RunState::Stopped ? m_exitCode : QCoreApplication::exec();
}

void HeadlessRunner::noteStopped(StageId stage, const QString &reason, bool crashed)
{
    if (crashed) {
        const QString text =
            QStringLiteral("stage %1 crashed: %2").arg(nameOf(m_pipeline, stage), reason);
        // Under a supervisor that is no failure of the run until it gives up.
        if (m_description.supervisor)
            printError(QStringLiteral("sluice: ") + text);
        else
            complain(text);
    }
    // Afterwards, when the supervisor has decided who comes back.
    QMetaObject::invokeMethod(this, &HeadlessRunner::stopIfNobodyIsLeft, Qt::QueuedConnection);
}

void HeadlessRunner::noteRestarted(StageId stage, int restarts)
{
    printError(QStringLiteral("sluice: stage %1 was restarted (restart %2)")
                   .arg(nameOf(m_pipeline, stage))
                   .arg(restarts));
}

void HeadlessRunner::noteGaveUp(const SupervisionEnd &end)
{
    complain(QStringLiteral("the supervisor gave up: it would have been restart %1 within %2 s, "
                            "with stage %3; the last reason was: %4")
                 .arg(end.restarts)
                 .arg(end.within.count())
                 .arg(end.name, end.reason));
}

void HeadlessRunner::noteNoted(StageId stage, const StageNote &note)
{
    if (m_notes.add(stage, note))
        printError(QStringLiteral("sluice: ") + noteText(stage, note, m_pipeline.snapshot()));
    if (!m_notesTimer.isActive())
        m_notesTimer.start(1s);
}

// What was not worth a line of its own when it came.
void HeadlessRunner::printNotes()
{
    const std::vector<NoteDigest::Entry> notes = m_notes.take();
    if (notes.empty()) {
        m_notesTimer.stop();
        return;
    }
    const Snapshot snapshot = m_pipeline.snapshot();
    const std::size_t shown = std::min(notes.size(), std::size_t(NoteDigest::mostAtOnce));
    for (std::size_t i = 0; i < shown; ++i) {
        printError(QStringLiteral("sluice: ") + noteText(notes[i].stage, notes[i].note, snapshot));
    }
    if (shown < notes.size())
        printError(
            QStringLiteral("sluice: and %1 more notes like these").arg(notes.size() - shown));
}

// Without a consumer nothing would ever be asked for again.
void HeadlessRunner::stopIfNobodyIsLeft()
{
    // Not by their figures: a stage says that it leaves before it publishes that it has left.
    const auto isThere = [this](StageId stage) {
        return !m_pipeline.stopReason(stage) || m_pipeline.isRestarting(stage);
    };
    if ((m_writer && m_writer->hasFailed()) || std::ranges::none_of(m_consumers, isThere))
        m_pipeline.stop();
    // Consumers that outlive their producers (transient, temporary) have nothing to wait for.
    else if (std::ranges::none_of(m_emitters, isThere))
        m_pipeline.drain();
}

void HeadlessRunner::finish()
{
    m_metricsTimer.stop();
    m_notesTimer.stop();
    printNotes();
    const Snapshot snapshot = m_pipeline.snapshot();
    if (m_metrics)
        m_metrics->write(snapshot);
    const int outputError = m_writer ? m_writer->errorNumber() : 0;
    // "| head" has read enough; that is no reason to say anything.
    if (outputError != EPIPE)
        summarise(snapshot);
    if (outputError != 0 && outputError != EPIPE) {
        complain(QStringLiteral("cannot write: %1")
                     .arg(QString::fromLocal8Bit(std::strerror(outputError))));
    }
    if (m_check)
        check(snapshot);
    QCoreApplication::exit(m_exitCode);
}

void HeadlessRunner::summarise(const Snapshot &snapshot)
{
    const double seconds = static_cast<double>(snapshot.ranNs) / 1e9;
    const double rate = seconds > 0 ? static_cast<double>(snapshot.received) / seconds : 0;
    QString text = QStringLiteral("%1 events in %2 s, %3 events/s")
                       .arg(snapshot.received)
                       .arg(seconds, 0, 'f', 3)
                       .arg(std::llround(rate));
    if (m_command.events && snapshot.received >= *m_command.events) {
        // What was made beyond the limit was not meant to arrive; only full buffers lose then.
        EventCount discarded = 0;
        for (const StageSnapshot &stage : snapshot.stages)
            discarded += stage.figures.discarded;
        text +=
            QStringLiteral(", %1 lost, %2 left over").arg(discarded).arg(snapshot.lost - discarded);
    } else {
        text += QStringLiteral(", %1 lost").arg(snapshot.lost);
    }
    printError(text);
}

void HeadlessRunner::check(const Snapshot &snapshot)
{
    auto problem = conservationProblem(snapshot);
    if (!problem)
        problem = m_check->problem(snapshot.lost);
    if (problem)
        complain(QStringLiteral("check failed: ") + *problem);
    else
        printError(QStringLiteral("check passed"));
}

void HeadlessRunner::complain(const QString &problem)
{
    printError(QStringLiteral("sluice: ") + problem);
    m_exitCode = exitFailed;
}

int runPipeline(const RunCommand &command)
{
    const QString bundled = QStringLiteral(":/sluice/pipelines/full-speed.sluice");
    auto pipeline = loadOrReport(command.file.isEmpty() ? bundled : command.file);
    if (!pipeline)
        return exitBadUse;
    if (const auto problem = applySettings(*pipeline, command.settings)) {
        printError(QStringLiteral("sluice: ") + *problem);
        return exitBadUse;
    }
    return HeadlessRunner(command, *pipeline).run();
}

} // namespace sluice::app
