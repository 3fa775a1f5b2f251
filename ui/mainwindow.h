// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"

#include <QMainWindow>

class QMenu;
class QStackedWidget;

namespace sluice::ui {

class Actions;
class Announcer;
enum class Act : unsigned char;
class ChartsPanel;
class Editing;
class FileHandling;
class GraphView;
class Heartbeat;
class Inspector;
class KeyBindings;
class LogPanel;
class MessageBar;
class NotesPanel;
class PipelineDocument;
class OutlinePanel;
class Preferences;
class Presenter;
class Recovery;
class RunControl;
class Settings;
class SpeedControl;
class StagePalette;
class StatusLine;
class WindowCost;
class WindowLayout;

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
    [[nodiscard]] WindowLayout &layouts() noexcept { return *m_layout; }
    [[nodiscard]] OutlinePanel &outline() noexcept { return *m_outline; }
    [[nodiscard]] KeyBindings &keys() noexcept { return *m_keys; }
    [[nodiscard]] Settings &settings() noexcept { return *m_settings; }
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
    void selectInGraph(const QList<StageId> &stages);
    void selectAll();
    void showPanel(QWidget *panel);
    void editWorkTime();
    void showInLog();
    void selectNewcomer();
    void showTitle();
    void updatePace();
    void showPalette();
    void fillScreen(bool fills);

    Settings *m_settings;

    // Children, made once; each is described where it is declared.
    PipelineDocument *m_document;
    Actions *m_actions;
    GraphView *m_graph;
    MessageBar *m_bar;
    Inspector *m_inspector;
    LogPanel *m_log;
    NotesPanel *m_notes;
    StagePalette *m_kinds;
    ChartsPanel *m_charts;
    SpeedControl *m_speed;
    StatusLine *m_status;
    Announcer *m_announcer;
    WindowCost *m_cost;
    Heartbeat *m_heartbeat;
    QStackedWidget *m_middle; ///< the graph, or the start page
    WindowLayout *m_layout;
    KeyBindings *m_keys;
    Preferences *m_preferences;
    OutlinePanel *m_outline;
    Presenter *m_presenter = nullptr;
    Recovery *m_recovery;
    FileHandling *m_files;
    RunControl *m_runControl;
    Editing *m_editing;
    QMenu *m_contextMenu = nullptr;

    StageId m_newcomer;      ///< to be selected once the graph shows it
    bool m_mayClose = false; ///< everything is saved, or need not be
};

} // namespace sluice::ui
