// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/logpanel.h"

#include "core/telemetry/clock.h"
#include "ui/models/logtext.h"
#include "ui/panels/logexportbar.h"
#include "ui/panels/logheader.h"
#include "ui/panels/logsearchbar.h"
#include "ui/panels/logview.h"

#include <QVBoxLayout>

#include <algorithm>

namespace sluice::ui {
namespace {

/// Texts that change more often cannot be read.
constexpr std::int64_t headerIntervalNs = 200'000'000;

/// Whether all events that were sent have been handled or lost.
bool isNothingUnderWay(const Snapshot &snapshot)
{
    const bool areStagesEmpty = std::ranges::all_of(snapshot.stages, [](const auto &stage) {
        return stage.figures.buffered == 0 && stage.figures.inbound == 0;
    });
    const bool areLanesEmpty = std::ranges::all_of(snapshot.subscriptions, [](const auto &lane) {
        return lane.inFlight() == 0 && lane.queued() <= 0;
    });
    return areStagesEmpty && areLanesEmpty && snapshot.inFlight == 0;
}

/// When the first stage began to run; 0: none has.
std::int64_t startOf(const Snapshot &snapshot)
{
    std::int64_t startNs = 0;
    for (const StageSnapshot &stage : snapshot.stages) {
        const std::int64_t startedNs = stage.figures.startedNs;
        if (startedNs > 0 && (startNs == 0 || startedNs < startNs))
            startNs = startedNs;
    }
    return startNs;
}

} // namespace

LogPanel::LogPanel(std::int64_t capacity, QWidget *parent)
    : QWidget(parent)
    , m_model(new LogModel(capacity, this))
    , m_view(new LogView(this))
    , m_header(new LogHeader(this))
    , m_search(new LogSearchBar(this))
    , m_export(new LogExportBar(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_search);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_export);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setLog(m_model);
    setFocusProxy(m_view);

    connect(m_view, &LogView::followingChanged, m_header, &LogHeader::setFollowing);
    connect(m_view, &LogView::clearRequested, this, &LogPanel::clear);
    connect(m_view, &LogView::stageChosen, this, &LogPanel::stageChosen);
    connect(m_view, &LogView::momentChosen, this, &LogPanel::momentChosen);
    connect(m_header, &LogHeader::followRequested, m_view, &LogView::setFollowing);
    connect(m_header, &LogHeader::clearRequested, this, &LogPanel::clear);
    connect(m_header, &LogHeader::exportRequested, this, &LogPanel::chooseExport);
    connectSearch();
}

void LogPanel::setPipeline(Pipeline *pipeline)
{
    if (!pipeline) {
        setSource({});
        return;
    }
    setSource([pipeline](StageId consumer) { return pipeline->batchLog(consumer); });
    connect(pipeline, &Pipeline::runStateChanged, this, &LogPanel::noteState);
    connect(pipeline, &Pipeline::stageStopped, this,
            [this, pipeline](StageId stage, const QString &reason, bool crashed) {
                // When the whole pipeline stops, one line is enough for all its stages.
                if (crashed || pipeline->runState() == RunState::Running)
                    noteRun(stoppedText(pipeline->snapshot().stage(stage)->name, reason, crashed));
            });
}

void LogPanel::setSource(LogDrain::Source source)
{
    m_drain.setSource(std::move(source));
    reset();
}

void LogPanel::setExpectedSequence(std::optional<ExpectedSequence> expected)
{
    if (expected == m_expected)
        return;
    m_expected = expected;
    m_model->setUsualStep(expected ? expected->step : 1);
    const bool isUnderWay = m_check.result().handled > 0;
    // That numbers are copied is true of those that came before, too, as far as it can be checked.
    const bool isCopied = expected && expected->isCopied;
    m_check.reset(isUnderWay && !isCopied ? std::nullopt : expected);
    updateHeader();
}

void LogPanel::refresh(const Snapshot &snapshot)
{
    if (m_startNs == 0) {
        m_startNs = startOf(snapshot);
        m_model->setStart(m_startNs);
    }
    for (const StageSnapshot &stage : snapshot.stages) {
        if (stage.role == StageRole::Consumer)
            m_drain.addConsumer(stage.id, stage.name, stage.thread, stage.figures.osThread);
    }
    const std::vector<LogRow> &rows = m_drain.take(rowsPerRefresh);
    m_model->setConsumers(m_drain.consumers());
    feedCheck(rows);
    updateCheck(snapshot);
    m_model->append(rows);
    if (rows.empty() || snapshot.takenNs - m_headerNs >= headerIntervalNs) {
        m_headerNs = snapshot.takenNs;
        updateHeader();
    }
}

void LogPanel::feedCheck(const std::vector<LogRow> &rows)
{
    for (const LogRow &row : rows) {
        if (row.kind == LogRow::Kind::Sequence)
            m_check.add(row.first, row.step, row.count);
        else if (row.kind == LogRow::Kind::Events && row.events.holds<Integer>())
            m_check.add(row.events.as<Integer>());
        else if (row.kind == LogRow::Kind::Events)
            m_check.addOthers(row.count);
    }
    EventCount notKept = 0;
    for (const LogConsumer &consumer : m_drain.consumers())
        notKept += consumer.notKept;
    m_check.addUnchecked(notKept - std::exchange(m_notKept, notKept));
}

void LogPanel::updateCheck(const Snapshot &snapshot)
{
    // Stages' figures may be some messages apart; two looks that agree are needed to be sure.
    const bool isQuiet = isNothingUnderWay(snapshot) && !m_drain.hasMore();
    const EventCount quietReceived = isQuiet ? snapshot.received : -1;
    const bool isStill = isQuiet && m_quietReceived == quietReceived;
    m_quietReceived = quietReceived;
    m_check.update({snapshot.lost, isStill});
}

void LogPanel::updateHeader()
{
    m_header->setFigures(m_drain.consumers(), m_model->heldEvents());
    m_search->showProgress(*m_model);
    m_header->setCheck(m_check.result(), m_check.expected());
}

void LogPanel::noteSettlement(const Settlement &settlement)
{
    m_drain.addFarewell(settlement.stage, settlement.name, settlementText(settlement), nowNs());
}

void LogPanel::noteState(RunState state)
{
    if (state == RunState::Running)
        noteRun(tr("The pipeline runs."));
    else if (state == RunState::Paused)
        noteRun(tr("The pipeline is paused."));
    else if (state == RunState::Stopped)
        noteRun(tr("The pipeline has stopped."));
}

void LogPanel::noteRun(const QString &text)
{
    m_drain.addNote(text, nowNs());
    Q_EMIT happened(text);
}

void LogPanel::reset()
{
    m_drain.reset();
    m_check.reset(m_expected);
    m_model->clear();
    m_startNs = 0;
    m_quietReceived = -1;
    m_notKept = 0;
    m_headerNs = 0;
    updateHeader();
}

void LogPanel::clear()
{
    m_model->clear();
    updateHeader();
}

void LogPanel::chooseExport()
{
    m_export->chooseFile(*m_model);
}

void LogPanel::exportTo(const QString &path)
{
    m_export->exportTo(*m_model, path);
}

bool LogPanel::isFollowing() const
{
    return m_view->isFollowing();
}

void LogPanel::setFollowing(bool follows)
{
    m_view->setFollowing(follows);
}

} // namespace sluice::ui
