// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow.h"

#include "ui/actions/actions.h"
#include "ui/actions/editing.h"
#include "ui/actions/filehandling.h"
#include "ui/actions/menus.h"
#include "ui/actions/runcontrol.h"
#include "ui/canvas/graphview.h"
#include "ui/charts/chartspanel.h"
#include "ui/models/expectedsequence.h"
#include "ui/models/heartbeat.h"
#include "ui/models/pipelinedocument.h"
#include "ui/models/windowcost.h"
#include "ui/panels/inspector.h"
#include "ui/panels/logpanel.h"
#include "ui/panels/messagebar.h"
#include "ui/panels/speedcontrol.h"
#include "ui/panels/statusline.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QMenu>
#include <QScreen>
#include <QVBoxLayout>

#include <utility>

namespace sluice::ui {
namespace {

constexpr int layoutVersion = 1;

QString firstFile()
{
    return QStringLiteral(":/sluice/pipelines/even-numbers.sluice");
}

} // namespace

MainWindow::MainWindow(const WindowOptions &options, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(options.settingsFile.isEmpty() ? QSettings().fileName() : options.settingsFile,
                 options.settingsFile.isEmpty() ? QSettings::NativeFormat : QSettings::IniFormat)
    , m_document(new PipelineDocument(this))
    , m_actions(new Actions(this))
    , m_graph(new GraphView)
    , m_bar(new MessageBar)
    , m_inspector(new Inspector(*m_document))
    , m_log(new LogPanel)
    , m_charts(new ChartsPanel)
    , m_speed(new SpeedControl)
    , m_status(new StatusLine)
    , m_cost(new WindowCost(m_graph->viewport(), this))
    , m_heartbeat(new Heartbeat(this))
    , m_files(new FileHandling(*m_document, *m_bar, m_settings, this))
    , m_runControl(new RunControl(*m_document, *m_actions, this))
    , m_editing(new Editing(*m_document, *m_actions, *m_bar, this))
{
    setAcceptDrops(true);
    addPanels();
    addMenusAndTools();
    connectData();
    connectEditing();
    connectActions();
    restore();
    if (options.file.isEmpty() || !m_files->open(options.file)) {
        const bool isOpen = m_files->open(firstFile());
        Q_ASSERT(isOpen);
    }
}

MainWindow::~MainWindow()
{
    // These look at the pipeline, which goes before them.
    m_heartbeat->setPipeline(nullptr);
    m_log->setPipeline(nullptr);
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
    column->addWidget(m_graph, 1);
    setCentralWidget(centre);
    setStatusBar(m_status);
    // A file that is dropped on the graph is meant for the window.
    m_graph->setAcceptDrops(false);
    m_graph->viewport()->setAcceptDrops(false);

    QDockWidget *inspector = addPanel(QStringLiteral("inspector"), tr("Inspector"), m_inspector,
                                      Qt::RightDockWidgetArea);
    QDockWidget *log = addPanel(QStringLiteral("log"), tr("Log"), m_log, Qt::BottomDockWidgetArea);
    QDockWidget *charts =
        addPanel(QStringLiteral("charts"), tr("Charts"), m_charts, Qt::BottomDockWidgetArea);
    splitDockWidget(log, charts, Qt::Horizontal);
    m_panels = {inspector, log, charts};
}

QDockWidget *MainWindow::addPanel(const QString &name, const QString &title, QWidget *widget,
                                  Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(widget);
    addDockWidget(area, dock);
    return dock;
}

void MainWindow::addMenusAndTools()
{
    QList<QAction *> panelActions;
    for (QDockWidget *panel : std::as_const(m_panels))
        panelActions.append(panel->toggleViewAction());
    m_contextMenu =
        fillMenuBar(*this, *m_actions, m_document->undoStack(), *m_files, panelActions).context;
    makeToolBar(*this, *m_actions, m_speed);
    for (QAction *action : m_actions->all())
        addAction(action);
}

void MainWindow::connectData()
{
    connect(m_heartbeat, &Heartbeat::drawn, m_graph, &GraphView::setSnapshot);
    connect(m_heartbeat, &Heartbeat::drawn, this, &MainWindow::selectNewcomer);
    connect(m_graph, &GraphView::explained, m_status, &StatusLine::setWhy);
    connect(m_heartbeat, &Heartbeat::drained, m_log, &LogPanel::refresh);
    connect(m_heartbeat, &Heartbeat::charted, m_charts, &ChartsPanel::addSample);
    connect(m_heartbeat, &Heartbeat::read, m_inspector, &Inspector::setFigures);
    connect(m_heartbeat, &Heartbeat::read, m_cost, &WindowCost::measure);
    connect(m_heartbeat, &Heartbeat::read, this,
            [this](const Snapshot &snapshot, const RateTable &rates) {
                m_status->setFigures(snapshot, rates, *m_cost);
            });
    connect(m_document, &PipelineDocument::aboutToBeReplaced, this, [this] {
        m_heartbeat->setPipeline(nullptr);
        m_log->setPipeline(nullptr);
    });
    connect(m_document, &PipelineDocument::replaced, this, &MainWindow::showDocument);
    connect(m_document, &PipelineDocument::titleChanged, this, &MainWindow::showTitle);
    connect(m_document, &PipelineDocument::settled, m_log, &LogPanel::noteSettlement);
    connect(m_runControl, &RunControl::aboutToStart, m_log, &LogPanel::reset);
    connect(m_runControl, &RunControl::stateChanged, m_heartbeat, &Heartbeat::beatNow);
}

void MainWindow::connectEditing()
{
    connect(m_document, &PipelineDocument::changed, this, [this] {
        m_log->setExpectedSequence(expectedSequence(m_document->description()));
        m_speed->setWorkTimes(m_document->pace());
    });
    connect(m_speed, &SpeedControl::paceChosen, m_document, &PipelineDocument::setPace);
    connect(m_inspector, &Inspector::demandChosen, m_editing, &Editing::setDemand);
    connect(m_inspector, &Inspector::workTimeChosen, m_editing, &Editing::setWorkTime);
    connect(m_editing, &Editing::added, this, [this](StageId consumer) { m_newcomer = consumer; });
    connect(m_graph, &GraphView::selectionChanged, this, &MainWindow::showSelection);
    connect(m_graph, &GraphView::addConsumerRequested, m_editing, &Editing::addConsumer);
    connect(m_graph, &GraphView::removeRequested, m_editing, &Editing::removeConsumers);
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
    connect(actions[Act::Slower], &QAction::triggered, m_speed, &SpeedControl::slower);
    connect(actions[Act::Faster], &QAction::triggered, m_speed, &SpeedControl::faster);
    connect(actions[Act::FitAll], &QAction::triggered, m_graph, &GraphView::fitAll);
    connect(actions[Act::ZoomIn], &QAction::triggered, m_graph, &GraphView::zoomIn);
    connect(actions[Act::ZoomOut], &QAction::triggered, m_graph, &GraphView::zoomOut);
    connect(actions[Act::ResetLayout], &QAction::triggered, this, &MainWindow::resetLayout);
    connect(actions[Act::Shortcuts], &QAction::triggered, this, [this] { showKeys(*this); });
    connect(actions[Act::About], &QAction::triggered, this, [this] { showAbout(*this); });
    connect(actions[Act::AboutQt], &QAction::triggered, this, &QApplication::aboutQt);
}

void MainWindow::showDocument()
{
    m_charts->reset();
    m_log->setPipeline(&m_document->pipeline());
    m_heartbeat->setPipeline(&m_document->pipeline());
    showTitle();
    showSelection();
}

void MainWindow::showSelection()
{
    const QList<StageId> stages = m_graph->selectedStages();
    m_editing->setSelection(stages);
    m_inspector->setStage(stages.isEmpty() ? StageId{} : stages.first());
    m_heartbeat->beatNow();
}

void MainWindow::selectNewcomer()
{
    if (const StageId newcomer = std::exchange(m_newcomer, {}); newcomer.isValid())
        m_graph->selectStage(newcomer);
}

void MainWindow::showTitle()
{
    setWindowTitle(tr("%1[*] \u2013 Sluice").arg(m_document->title()));
    setWindowModified(m_document->isModified());
}

void MainWindow::restore()
{
    const QSize available = screen()->availableSize();
    resize((available * 0.8).expandedTo(QSize(1024, 600)).boundedTo(available));
    const int em = fontMetrics().height();
    resizeDocks(m_panels.mid(0, 1), {18 * em}, Qt::Horizontal);
    resizeDocks(m_panels.mid(1), {width() * 36 / 100, width() * 64 / 100}, Qt::Horizontal);
    resizeDocks(m_panels.mid(1), {height() * 34 / 100, height() * 34 / 100}, Qt::Vertical);
    m_firstLayout = saveState(layoutVersion);
    restoreGeometry(m_settings.value(QStringLiteral("window/geometry")).toByteArray());
    restoreState(m_settings.value(QStringLiteral("window/layout")).toByteArray(), layoutVersion);
}

void MainWindow::resetLayout()
{
    restoreState(m_firstLayout, layoutVersion);
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
    m_settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_settings.setValue(QStringLiteral("window/layout"), saveState(layoutVersion));
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
