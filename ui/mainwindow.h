// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"

#include <QMainWindow>
#include <QSettings>

class QMenu;

namespace sluice::ui {

class Actions;
enum class Act : unsigned char;
class ChartsPanel;
class Editing;
class FileHandling;
class GraphView;
class Heartbeat;
class Inspector;
class LogPanel;
class MessageBar;
class PipelineDocument;
class RunControl;
class SpeedControl;
class StatusLine;
class WindowCost;

/// How a window begins.
struct WindowOptions
{
    QString file;         ///< the pipeline to open; empty: the even numbers
    QString settingsFile; ///< an ini file to keep settings in; empty: the user's own
};

/// The window: graph, inspector, log and charts of one running pipeline. It only composes; what
/// each part does is in the part.
///
/// Threads: the GUI thread's.
/// Lifetime: closing it stops the pipeline, destroying it joins the pipeline's threads.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const WindowOptions &options = {}, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens \a path and runs it. If that fails, the message bar says why and everything goes on
    /// as before.
    bool openFile(const QString &path);

    [[nodiscard]] PipelineDocument &document() noexcept { return *m_document; }
    [[nodiscard]] QAction *action(Act act) const;
    [[nodiscard]] GraphView &graph() noexcept { return *m_graph; }
    [[nodiscard]] LogPanel &log() noexcept { return *m_log; }
    [[nodiscard]] MessageBar &messageBar() noexcept { return *m_bar; }

    /// Puts all panels where they were in the beginning.
    void resetLayout();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void addPanels();
    void addMenusAndTools();
    void connectData();
    void connectEditing();
    void connectActions();
    void showDocument();
    void showSelection();
    void selectNewcomer();
    void showTitle();
    void restore();
    void updatePace();
    QDockWidget *addPanel(const QString &name, const QString &title, QWidget *widget,
                          Qt::DockWidgetArea area);

    QSettings m_settings;

    // Children, made once; each is described where it is declared.
    PipelineDocument *m_document;
    Actions *m_actions;
    GraphView *m_graph;
    MessageBar *m_bar;
    Inspector *m_inspector;
    LogPanel *m_log;
    ChartsPanel *m_charts;
    SpeedControl *m_speed;
    StatusLine *m_status;
    WindowCost *m_cost;
    Heartbeat *m_heartbeat;
    FileHandling *m_files;
    RunControl *m_runControl;
    Editing *m_editing;
    QMenu *m_contextMenu = nullptr;
    QList<QDockWidget *> m_panels;

    StageId m_newcomer; ///< to be selected once the graph shows it
    QByteArray m_firstLayout;
    bool m_mayClose = false; ///< everything is saved, or need not be
};

} // namespace sluice::ui
