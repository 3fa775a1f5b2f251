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
class SpeedControl;

/// The menus of the window that others need to reach.
struct Menus
{
    QMenu *context; ///< of the graph
};

/// Fills the window's menu bar. \a panels show and hide the docks; they get the keys Alt+1, Alt+2 …
Menus fillMenuBar(QMainWindow &window, Actions &actions, QUndoStack &undoStack, FileHandling &files,
                  const QList<QAction *> &panels);

/// Makes the one tool bar.
QToolBar *makeToolBar(QMainWindow &window, Actions &actions, SpeedControl *speed);

/// Shows all keys of \a window in a dialog.
void showKeys(QMainWindow &window);

/// Shows what the program is.
void showAbout(QMainWindow &window);

} // namespace sluice::ui
