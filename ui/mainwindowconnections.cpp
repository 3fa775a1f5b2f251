// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of MainWindow that joins its parts.

#include "ui/actions/actions.h"
#include "ui/actions/editing.h"
#include "ui/actions/filehandling.h"
#include "ui/actions/menus.h"
#include "ui/actions/runcontrol.h"
#include "ui/canvas/graphview.h"
#include "ui/charts/chartspanel.h"
#include "ui/mainwindow.h"
#include "ui/models/expectedsequence.h"
#include "ui/models/heartbeat.h"
#include "ui/models/notesmodel.h"
#include "ui/models/notetext.h"
#include "ui/models/outlinemodel.h"
#include "ui/models/pipelinedocument.h"
#include "ui/models/windowcost.h"
#include "ui/panels/inspector.h"
#include "ui/panels/logpanel.h"
#include "ui/panels/messagebar.h"
#include "ui/panels/notespanel.h"
#include "ui/panels/outlinepanel.h"
#include "ui/panels/speedcontrol.h"
#include "ui/panels/stagepalette.h"
#include "ui/panels/statusline.h"
#include "ui/window/announcer.h"
#include "ui/window/preferences.h"
#include "ui/window/presenter.h"
#include "ui/window/windowlayout.h"

#include <QApplication>
#include <QMenu>
#include <QStackedWidget>

namespace sluice::ui {

void MainWindow::connectData()
{
    connect(m_heartbeat, &Heartbeat::drawn, m_graph, &GraphView::setSnapshot);
    connect(m_heartbeat, &Heartbeat::drawn, this, &MainWindow::selectNewcomer);
    connect(m_graph, &GraphView::explained, m_status, &StatusLine::setWhy);
    connect(m_heartbeat, &Heartbeat::drained, m_log, &LogPanel::refresh);
    connect(m_heartbeat, &Heartbeat::charted, m_charts,
            [this](const Snapshot &snapshot, const RateTable &rates) {
                m_charts->addSample(snapshot, rates, m_graph->grouping(snapshot));
            });
    connect(m_heartbeat, &Heartbeat::read, m_inspector, &Inspector::setFigures);
    connect(m_inspector, &Inspector::examinationWanted, m_document, &PipelineDocument::examine);
    connect(m_inspector, &Inspector::examinationUnwanted, m_document,
            &PipelineDocument::endExamination);
    connect(m_document, &PipelineDocument::examined, m_inspector, &Inspector::setExamination);
    connect(m_document, &PipelineDocument::aboutToBeReplaced, m_inspector,
            &Inspector::forgetExamination);
    connect(m_heartbeat, &Heartbeat::read, m_outline, &OutlinePanel::setFigures);
    connect(m_heartbeat, &Heartbeat::read, m_cost, &WindowCost::measure);
    connect(m_heartbeat, &Heartbeat::read, this,
            [this](const Snapshot &snapshot, const RateTable &rates) {
                m_status->setFigures(snapshot, rates, *m_cost);
            });
    connect(m_heartbeat, &Heartbeat::read, m_notes, &NotesPanel::refresh);
    connect(m_notes, &NotesPanel::changed, this,
            [this] { m_status->setNotes(m_notes->notes().total(), m_notes->notes().newest()); });
    connect(m_notes, &NotesPanel::stageChosen, m_graph, &GraphView::selectStage);
    connect(m_log, &LogPanel::stageChosen, m_graph, &GraphView::selectStage);
    connect(m_log, &LogPanel::momentChosen, this,
            [this](std::optional<std::int64_t> momentNs, StageId consumer) {
                m_charts->setChosenMoment(momentNs);
                m_graph->markStage(consumer);
            });
    connect(m_status, &StatusLine::notesWanted, this, [this] { showPanel(m_notes); });
    connect(m_document, &PipelineDocument::aboutToBeReplaced, this, [this] {
        m_heartbeat->setPipeline(nullptr);
        m_notes->setPipeline(nullptr);
        m_log->setPipeline(nullptr);
    });
    connect(m_document, &PipelineDocument::replaced, this, &MainWindow::showDocument);
    connect(m_document, &PipelineDocument::titleChanged, this, &MainWindow::showTitle);
    connect(m_document, &PipelineDocument::settled, m_log, &LogPanel::noteSettlement);
    connect(m_runControl, &RunControl::aboutToStart, m_log, &LogPanel::reset);
    connect(m_document, &PipelineDocument::gaveUp, m_bar,
            [this](const SupervisionEnd &end) { m_bar->showError(supervisionEndText(end)); });
    connect(m_runControl, &RunControl::aboutToStart, m_bar, &MessageBar::clearError);
    connect(m_runControl, &RunControl::aboutToStart, m_notes, &NotesPanel::reset);
    connect(m_runControl, &RunControl::stateChanged, m_heartbeat, &Heartbeat::beatNow);
    connect(m_log, &LogPanel::happened, m_announcer, &Announcer::say);
    connect(m_bar, &MessageBar::said, m_announcer, &Announcer::say);
}

void MainWindow::connectEditing()
{
    connect(m_document, &PipelineDocument::changed, this, [this] {
        m_middle->setCurrentIndex(m_document->description().stages.empty() ? 1 : 0);
        m_log->setExpectedSequence(expectedSequence(m_document->description()));
        m_speed->setWorkTimes(m_document->pace());
        m_graph->setDescription(m_document->description());
    });
    connect(m_speed, &SpeedControl::paceChosen, m_document, &PipelineDocument::setPace);
    connect(m_inspector, &Inspector::demandChosen, m_editing, &Editing::setDemandOfSelected);
    connect(m_inspector, &Inspector::workTimeChosen, m_editing, &Editing::setWorkTimeOfSelected);
    connect(m_editing, &Editing::added, this, [this](StageId consumer) { m_newcomer = consumer; });
    connect(m_graph, &GraphView::selectionChanged, this, &MainWindow::showSelection);
    connect(m_outline, &OutlinePanel::stagesSelected, this, &MainWindow::selectInGraph);
    connect(m_outline, &OutlinePanel::activated, this, [this] { showPanel(m_inspector); });
    connect(m_outline, &OutlinePanel::contextMenuRequested, this,
            [this](QPoint position) { m_contextMenu->popup(position); });
    connect(m_outline->outline(), &OutlineModel::demandChosen, m_editing, &Editing::setDemand);
    connect(m_outline->outline(), &OutlineModel::workTimeChosen, m_editing, &Editing::setWorkTime);
    connect(m_graph, &GraphView::addConsumerRequested, m_editing, &Editing::addConsumerTo);
    connect(m_graph, &GraphView::connectRequested, m_editing, &Editing::connectStages);
    connect(m_graph, &GraphView::kindDropped, m_editing, &Editing::addStageNear);
    connect(m_graph, &GraphView::hinted, m_bar,
            [this](const QString &sentence) { m_bar->showNotice(sentence); });
    connect(m_kinds, &StagePalette::kindChosen, m_editing, &Editing::addStage);
    connect(m_graph, &GraphView::removeRequested, m_editing, &Editing::removeConsumers);
    connect(m_graph, &GraphView::activated, this, &MainWindow::editWorkTime);
    connect(m_graph, &GraphView::contextMenuRequested, this,
            [this](QPoint position) { m_contextMenu->popup(position); });
}

void MainWindow::connectActions()
{
    const Actions &actions = *m_actions;
    connect(actions[Act::Open], &QAction::triggered, m_files, &FileHandling::chooseAndOpen);
    connect(actions[Act::Save], &QAction::triggered, m_files, [this] { m_files->save(); });
    connect(actions[Act::SaveAs], &QAction::triggered, m_files, [this] { m_files->saveAs(); });
    connect(actions[Act::Quit], &QAction::triggered, this, &QWidget::close);
    connect(actions[Act::New], &QAction::triggered, m_files, &FileHandling::beginAnew);
    connect(actions[Act::Close], &QAction::triggered, m_files, &FileHandling::beginAnew);
    connect(actions[Act::Settings], &QAction::triggered, m_preferences, &Preferences::showDialog);
    connect(actions[Act::SaveLayout], &QAction::triggered, m_layout, &WindowLayout::askAndSave);
    connect(actions[Act::FloatPanel], &QAction::triggered, this, [this] {
        if (!m_layout->floatFocused())
            m_bar->showNotice(tr("No panel has the focus. Go into one first, with Tab."));
    });
    connect(actions[Act::FullScreen], &QAction::toggled, this, &MainWindow::fillScreen);
    connect(actions[Act::Presenter], &QAction::toggled, m_presenter, &Presenter::setOn);
    connect(m_presenter, &Presenter::changed, m_charts, [this](bool isOn) {
        m_charts->setMost(isOn ? ChartsPanel::Charts::One : ChartsPanel::Charts::AsManyAsFit);
    });
    connect(actions[Act::ExportPicture], &QAction::triggered, m_files,
            [this] { m_files->choosePicture(*m_graph->scene()); });
    connect(actions[Act::ExportLog], &QAction::triggered, m_log, &LogPanel::chooseExport);
    connect(actions[Act::Find], &QAction::triggered, this, [this] {
        showPanel(m_log);
        m_log->startSearch();
    });
    connect(actions[Act::FindNext], &QAction::triggered, m_log, &LogPanel::findNext);
    connect(actions[Act::FindPrevious], &QAction::triggered, m_log, &LogPanel::findPrevious);
    connect(actions[Act::ShowInLog], &QAction::triggered, this, &MainWindow::showInLog);
    connect(actions[Act::Palette], &QAction::triggered, this, &MainWindow::showPalette);
    connect(actions[Act::SelectAll], &QAction::triggered, this, &MainWindow::selectAll);
    connect(actions[Act::Slower], &QAction::triggered, m_speed, &SpeedControl::slower);
    connect(actions[Act::Faster], &QAction::triggered, m_speed, &SpeedControl::faster);
    connect(actions[Act::WorkTime], &QAction::triggered, this, &MainWindow::editWorkTime);
    connect(actions[Act::Connect], &QAction::triggered, m_graph, &GraphView::drawWire);
    connect(actions[Act::Group], &QAction::triggered, m_graph, &GraphView::toggleGroup);
    connect(actions[Act::FitAll], &QAction::triggered, m_graph, &GraphView::fitAll);
    connect(actions[Act::FitSelected], &QAction::triggered, m_graph, &GraphView::fitSelected);
    connect(actions[Act::ZoomIn], &QAction::triggered, m_graph, &GraphView::zoomIn);
    connect(actions[Act::ZoomOut], &QAction::triggered, m_graph, &GraphView::zoomOut);
    connect(actions[Act::ResetLayout], &QAction::triggered, this, &MainWindow::resetLayout);
    connect(actions[Act::Shortcuts], &QAction::triggered, this,
            [this] { showKeys(*this, *m_keys); });
    connect(actions[Act::About], &QAction::triggered, this, [this] { showAbout(*this); });
    connect(actions[Act::AboutQt], &QAction::triggered, this, &QApplication::aboutQt);
}

} // namespace sluice::ui
