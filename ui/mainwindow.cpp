// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow.h"

#include "ui/actions/actions.h"
#include "ui/actions/editing.h"
#include "ui/actions/filehandling.h"
#include "ui/actions/keybindings.h"
#include "ui/actions/lookmenus.h"
#include "ui/actions/menus.h"
#include "ui/actions/runcontrol.h"
#include "ui/actions/stagemenus.h"
#include "ui/canvas/graphview.h"
#include "ui/charts/chartspanel.h"
#include "ui/models/heartbeat.h"
#include "ui/models/logfilter.h"
#include "ui/models/pipelinedocument.h"
#include "ui/models/recovery.h"
#include "ui/models/windowcost.h"
#include "ui/panels/inspector.h"
#include "ui/panels/logpanel.h"
#include "ui/panels/messagebar.h"
#include "ui/panels/notespanel.h"
#include "ui/panels/outlinepanel.h"
#include "ui/panels/speedcontrol.h"
#include "ui/panels/stagepalette.h"
#include "ui/panels/statusline.h"
#include "ui/settings/settings.h"
#include "ui/window/announcer.h"
#include "ui/window/commandpalette.h"
#include "ui/window/preferences.h"
#include "ui/window/presenter.h"
#include "ui/window/startpage.h"
#include "ui/window/windowlayout.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <utility>

namespace sluice::ui {
namespace {

// Beside the settings where a test or a screenshot keeps its own.
QString recoveryFolder(const WindowOptions &options)
{
    const QString folder = options.settingsFile.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
        : QFileInfo(options.settingsFile).absolutePath();
    return folder + QStringLiteral("/recovery");
}

QString firstFile()
{
    return QStringLiteral(":/sluice/pipelines/even-numbers.sluice");
}

} // namespace

MainWindow::MainWindow(const WindowOptions &options, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(new Settings(options.settingsFile, this))
    , m_document(new PipelineDocument(this))
    , m_actions(new Actions(this))
    , m_graph(new GraphView)
    , m_bar(new MessageBar)
    , m_inspector(new Inspector(*m_document))
    , m_log(new LogPanel(m_settings->log().rows))
    , m_notes(new NotesPanel)
    , m_kinds(new StagePalette)
    , m_charts(new ChartsPanel)
    , m_speed(new SpeedControl)
    , m_status(new StatusLine)
    , m_announcer(new Announcer(*m_status))
    , m_cost(new WindowCost(m_graph->viewport(), this))
    , m_heartbeat(new Heartbeat(this))
    , m_middle(new QStackedWidget)
    , m_layout(new WindowLayout(*this, *m_settings))
    , m_keys(new KeyBindings(*m_settings, this))
    , m_preferences(new Preferences(*m_settings, *m_keys, *m_graph, *this))
    , m_outline(new OutlinePanel)
    , m_recovery(new Recovery(*m_document, recoveryFolder(options), this))
    , m_files(new FileHandling(*m_document, *m_bar, m_settings->store(), this))
    , m_runControl(new RunControl(*m_document, *m_actions, this))
    , m_editing(new Editing(*m_document, *m_actions, *m_bar, *m_settings, this))
{
    setAcceptDrops(true);
    addPanels();
    addMenusAndTools();
    connectData();
    connectEditing();
    connectActions();
    m_layout->restore();
    if (options.file.isEmpty() || !m_files->open(options.file)) {
        const bool isOpen = m_files->open(firstFile());
        Q_ASSERT(isOpen);
    }
    m_files->offerRecovery(*m_recovery);
}

MainWindow::~MainWindow()
{
    // These look at the pipeline, which goes before them.
    m_heartbeat->setPipeline(nullptr);
    m_log->setPipeline(nullptr);
    m_notes->setPipeline(nullptr);
    // The parts end after this, and must not call a window that is none any more.
    for (const QObject *part : findChildren<QObject *>())
        part->disconnect(this);
}

bool MainWindow::openFile(const QString &path)
{
    return m_files->open(path);
}

QAction *MainWindow::action(Act act) const
{
    return (*m_actions)[act];
}

void MainWindow::addPanels()
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_middle, 1);
    m_middle->addWidget(m_graph);
    m_middle->addWidget(new StartPage(*m_files, {action(Act::New), action(Act::Open)}));
    setCentralWidget(centre);
    setStatusBar(m_status);

    using enum WindowLayout::BuiltIn;
    QDockWidget *inspector = m_layout->addPanel(QStringLiteral("inspector"), tr("Inspector"),
                                                m_inspector, Qt::RightDockWidgetArea);
    m_layout->setVisible(inspector, Class, false);
    m_layout->setVisible(inspector, Compact, false);
    QDockWidget *log =
        m_layout->addPanel(QStringLiteral("log"), tr("Log"), m_log, Qt::BottomDockWidgetArea);
    m_layout->setVisible(log, Class, false);
    QDockWidget *charts = m_layout->addPanel(QStringLiteral("charts"), tr("Charts"), m_charts,
                                             Qt::BottomDockWidgetArea);
    QDockWidget *outline = m_layout->addPanel(QStringLiteral("outline"), tr("Outline"), m_outline,
                                              Qt::LeftDockWidgetArea);
    for (const auto layout : {Default, Class, Compact})
        m_layout->setVisible(outline, layout, false);
    QDockWidget *notes =
        m_layout->addPanel(QStringLiteral("notes"), tr("Notes"), m_notes, Qt::BottomDockWidgetArea);
    m_layout->tabBehind(notes, log);
    QDockWidget *kinds = m_layout->addPanel(QStringLiteral("kinds"), tr("Kinds of stages"), m_kinds,
                                            Qt::LeftDockWidgetArea);
    for (const auto layout : {Default, Class, Debug, Compact})
        m_layout->setVisible(kinds, layout, false);
    m_layout->setVisible(notes, Class, false);
    m_presenter = new Presenter(*this, *m_preferences, charts, {menuBar(), m_status});
}

void MainWindow::addMenusAndTools()
{
    const Menus menus = fillMenuBar(*this, *m_actions, m_document->undoStack(), *m_files,
                                    makeStageMenus(this, *m_editing),
                                    makeLookMenus(this, *m_settings), m_layout->actions());
    m_contextMenu = menus.context;
    m_layout->keepMenu(menus.layouts);
    makeToolBar(*this, *m_actions, m_speed);
    bindKeys(*this, *m_keys);
    for (QWidget *place : {static_cast<QWidget *>(m_graph), static_cast<QWidget *>(m_outline)})
        place->addActions(m_actions->actionsFor(Qt::WidgetWithChildrenShortcut));
    m_graph->addActions(m_actions->actionsFor(Qt::WidgetShortcut));
}

void MainWindow::showDocument()
{
    m_log->setFollowing(m_settings->log().follows);
    m_charts->reset();
    m_graph->forgetPipeline();
    m_log->setPipeline(&m_document->pipeline());
    m_notes->setPipeline(&m_document->pipeline());
    m_heartbeat->setPipeline(&m_document->pipeline());
    showTitle();
    showSelection();
}

void MainWindow::showSelection()
{
    const QList<StageId> stages = m_graph->selectedStages();
    const auto ends = m_graph->selectedEnds();
    m_editing->setSelection(stages, ends);
    m_outline->selectStages(stages);
    if (stages.isEmpty() && ends)
        m_inspector->setSubscription(ends->first, ends->second);
    else
        m_inspector->setStages(stages);
    m_heartbeat->beatNow();
}

void MainWindow::selectInGraph(const QList<StageId> &stages)
{
    // The graph selects a whole group; only these of it are meant.
    m_graph->selectStages(stages);
    m_inspector->setStages(stages);
    m_editing->setSelection(stages);
    m_outline->selectStages(stages);
}

void MainWindow::selectAll()
{
    QList<StageId> stages;
    for (const StageDescription &stage : m_document->description().stages)
        stages.append(m_document->stageId(stage.id));
    selectInGraph(stages);
}

void MainWindow::showPanel(QWidget *panel)
{
    auto *dock = qobject_cast<QDockWidget *>(panel->parentWidget());
    dock->show();
    dock->raise();
    panel->setFocus();
}

void MainWindow::showInLog()
{
    QStringList consumers;
    for (const QString &name : m_document->stageNames(m_graph->selectedStages())) {
        if (const StageDescription *stage = m_document->stage(name);
            stage && roleOf(*stage) == StageRole::Consumer)
            consumers.append(name);
    }
    if (consumers.isEmpty()) {
        m_bar->showNotice(tr("The log has what consumers handled. Select one of them first."));
        return;
    }
    m_log->searchFor(consumersAsFilter(consumers));
    showPanel(m_log);
}

void MainWindow::editWorkTime()
{
    showPanel(m_inspector);
    m_inspector->editWorkTime();
}

void MainWindow::selectNewcomer()
{
    // One of many stands for all of them, which nobody meant.
    if (const StageId newcomer = std::exchange(m_newcomer, {});
        newcomer.isValid() && !m_graph->isGrouped(newcomer))
        m_graph->selectStage(newcomer);
}

void MainWindow::showPalette()
{
    const auto run = [this](const QString &text) { return m_editing->runTyped(text); };
    auto *palette = new CommandPalette(*menuBar(), run, this);
    palette->open();
}

void MainWindow::fillScreen(bool fills)
{
    setWindowState(windowState().setFlag(Qt::WindowFullScreen, fills));
}

void MainWindow::showTitle()
{
    setWindowTitle(tr("%1[*] \u2013 Sluice").arg(m_document->title()));
    setWindowModified(m_document->isModified());
}

void MainWindow::resetLayout()
{
    m_layout->apply(WindowLayout::BuiltIn::Default);
}

void MainWindow::updatePace()
{
    m_heartbeat->setPace(isVisible() && !isMinimized() ? Heartbeat::Pace::Seen
                                                       : Heartbeat::Pace::Hidden);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        updatePace();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    updatePace();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    updatePace();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_mayClose && m_document->isModified()) {
        event->ignore();
        m_files->whenSaved([this] {
            m_mayClose = true;
            close();
        });
        return;
    }
    m_presenter->setOn(false); // its layout is not to be remembered
    m_layout->remember();
    m_recovery->forget();
    m_document->pipeline().stop();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!FileHandling::draggedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_files->openWhenSaved(FileHandling::draggedFile(event->mimeData()));
}

} // namespace sluice::ui
