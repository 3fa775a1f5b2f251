// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QList>

class QMainWindow;
class QMenu;
class QToolBar;
class QUndoStack;

namespace sluice::ui {

class Actions;
class FileHandling;
class KeyBindings;
class SpeedControl;

/// The menus of the window that others need to reach.
struct Menus
{
    QMenu *context; ///< of the graph
    QMenu *layouts; ///< to be filled with the layouts
};

/// Fills the window's menu bar. \a panels show and hide the docks; they get the keys Alt+1,
/// Alt+2 …; \a stageMenus stand where stages are added.
Menus fillMenuBar(QMainWindow &window, Actions &actions, QUndoStack &undoStack, FileHandling &files,
                  const QList<QMenu *> &stageMenus, const QList<QMenu *> &lookMenus,
                  const QList<QAction *> &panels);

/// Makes the one tool bar.
QToolBar *makeToolBar(QMainWindow &window, Actions &actions, SpeedControl *speed);

/// Gives all named actions in the menus of \a window their keys from \a bindings.
void bindKeys(QMainWindow &window, KeyBindings &bindings);

/// Shows all keys in a dialog.
void showKeys(QWidget &window, const KeyBindings &bindings);

/// Shows what the program is.
void showAbout(QMainWindow &window);

} // namespace sluice::ui
