// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/pipeline.h"
#include "core/pipeline/pipelinedescription.h"
#include "app/commandline.h"
#include "app/interruptwatcher.h"
#include "app/linewriter.h"
#include "app/metricswriter.h"
#include "app/notedigest.h"
#include "app/runcheck.h"

#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace sluice::app {

/// Runs one pipeline in the terminal until it ends, is told to end, or nobody reads any more.
///
/// Threads: the main thread, with an application object; printing happens on the stages' threads.
class HeadlessRunner final : public QObject
{
    Q_OBJECT

public:
    /// Pre: \a pipeline was validated.
    HeadlessRunner(const RunCommand &command, const PipelineDescription &pipeline);

    /// Runs to the end and returns the exit code.
    [[nodiscard]] int run();

private:
    void connectPipeline();
    void noteStopped(StageId stage, const QString &reason, bool crashed);
    void noteRestarted(StageId stage, int restarts);
    void noteGaveUp(const SupervisionEnd &end);
    void noteNoted(StageId stage, const StageNote &note);
    void printNotes();
    void stopIfNobodyIsLeft();
    void finish();
    void summarise(const Snapshot &snapshot);
    void check(const Snapshot &snapshot);
    void complain(const QString &problem);

    // Constant after construction.
    RunCommand m_command;
    PipelineDescription m_description;

    std::shared_ptr<LineWriter> m_writer;  // null: nothing is printed
    std::shared_ptr<CheckingSink> m_check; // null: nothing is checked
    std::optional<MetricsWriter> m_metrics;
    InterruptWatcher m_interrupts;
    QTimer m_metricsTimer;
    NoteDigest m_notes;
    QTimer m_notesTimer; // while something may be kept
    std::vector<StageId> m_consumers;
    std::vector<StageId> m_emitters; // producers and producer-consumers
    int m_exitCode = 0;
    Pipeline m_pipeline; // last, so that its stages are gone before anything they use
};

/// sluice run: loads, changes, checks and runs a pipeline; returns the exit code.
[[nodiscard]] int runPipeline(const RunCommand &command);

} // namespace sluice::app
