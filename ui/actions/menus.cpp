// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions/menus.h"

#include "ui/actions/actions.h"
#include "ui/actions/filehandling.h"
#include "ui/actions/icons.h"
#include "ui/actions/keybindings.h"
#include "ui/panels/speedcontrol.h"

#include <QCoreApplication>
#include <QDir>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QUndoStack>

namespace sluice::ui {
namespace {

QString menuWords(const char *text)
{
    return QCoreApplication::translate("Menus", text);
}

QMenu *addMenu(QMenuBar *bar, const char *name, const QList<QAction *> &actions)
{
    QMenu *menu = bar->addMenu(menuWords(name));
    menu->setToolTipsVisible(true);
    for (QAction *action : actions) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    return menu;
}

/// A menu of the pipelines that come with the program.
QMenu *makeExamplesMenu(QWidget *parent, FileHandling &files)
{
    auto *menu = new QMenu(menuWords(QT_TRANSLATE_NOOP("Menus", "Open &example")), parent);
    for (const ExamplePipeline &example : examplePipelines()) {
        const QString path = example.path;
        QObject::connect(menu->addAction(example.title), &QAction::triggered, &files,
                         [&files, path] { files.openWhenSaved(path); });
    }
    return menu;
}

/// A menu of the files used last, made anew each time it opens.
QMenu *makeRecentMenu(QWidget *parent, FileHandling &files)
{
    auto *menu = new QMenu(menuWords(QT_TRANSLATE_NOOP("Menus", "Open &recent")), parent);
    QObject::connect(menu, &QMenu::aboutToShow, &files, [menu, &files] {
        menu->clear();
        const QStringList paths = files.recentFiles().paths();
        for (const QString &path : paths) {
            QAction *action = menu->addAction(QDir::toNativeSeparators(path));
            QObject::connect(action, &QAction::triggered, &files,
                             [&files, path] { files.openWhenSaved(path); });
        }
        if (paths.isEmpty())
            menu->addAction(menuWords(QT_TRANSLATE_NOOP("Menus", "No files yet")))
                ->setEnabled(false);
    });
    return menu;
}

QAction *prepared(QAction *action, const char *name, const QKeySequence &keys, Picture picture,
                  const QString &tip)
{
    action->setObjectName(QLatin1String(name));
    action->setShortcut(keys);
    action->setIcon(pictureIcon(picture));
    describeAction(action, tip);
    return action;
}

void bindNamed(const QList<QAction *> &actions, QMainWindow &window, KeyBindings &bindings)
{
    for (QAction *action : actions) {
        if (const QMenu *menu = action->menu()) {
            bindNamed(menu->actions(), window, bindings);
        } else if (!action->objectName().isEmpty()) {
            bindings.add(action);
            if (action->shortcutContext() == Qt::WindowShortcut)
                window.addAction(action); // also while the menu bar is hidden
        }
    }
}

} // namespace

Menus fillMenuBar(QMainWindow &window, Actions &actions, QUndoStack &undoStack, FileHandling &files,
                  const QList<QMenu *> &stageMenus, const QList<QMenu *> &lookMenus,
                  const QList<QAction *> &panels)
{
    QMenuBar *bar = window.menuBar();
    QMenu *fileMenu =
        addMenu(bar, QT_TRANSLATE_NOOP("Menus", "&File"),
                {actions[Act::New], actions[Act::Open], nullptr, actions[Act::Save],
                 actions[Act::SaveAs], actions[Act::ExportPicture], actions[Act::ExportLog],
                 nullptr, actions[Act::Close], actions[Act::Quit]});
    QAction *firstSeparator = fileMenu->actions().at(2);
    fileMenu->insertMenu(firstSeparator, makeExamplesMenu(&window, files));
    fileMenu->insertMenu(firstSeparator, makeRecentMenu(&window, files));

    QAction *undo = prepared(undoStack.createUndoAction(&window), "undo", QKeySequence::Undo,
                             Picture::Undo, menuWords(QT_TRANSLATE_NOOP("Menus", "Take back")));
    QAction *redo = prepared(undoStack.createRedoAction(&window), "redo", {}, Picture::Redo,
                             menuWords(QT_TRANSLATE_NOOP("Menus", "Do again")));
    redo->setShortcuts(
        {QKeySequence(QStringLiteral("Ctrl+Shift+Z")), QKeySequence(QStringLiteral("Ctrl+Y"))});
    QMenu *editMenu = addMenu(bar, QT_TRANSLATE_NOOP("Menus", "&Edit"),
                              {undo,
                               redo,
                               nullptr,
                               actions[Act::AddConsumer],
                               actions[Act::RemoveConsumer],
                               actions[Act::Connect],
                               actions[Act::WorkTime],
                               nullptr,
                               actions[Act::Cut],
                               actions[Act::Copy],
                               actions[Act::Paste],
                               actions[Act::Duplicate],
                               actions[Act::SelectAll],
                               nullptr,
                               actions[Act::Find],
                               actions[Act::FindNext],
                               actions[Act::FindPrevious],
                               actions[Act::ShowInLog],
                               nullptr,
                               actions[Act::Settings]});
    for (QMenu *menu : stageMenus)
        editMenu->insertMenu(actions[Act::RemoveConsumer], menu);
    addMenu(bar, QT_TRANSLATE_NOOP("Menus", "&Pipeline"),
            {actions[Act::Run], actions[Act::Pause], actions[Act::Stop], nullptr,
             actions[Act::Slower], actions[Act::Faster], nullptr, actions[Act::OwnThreads],
             actions[Act::SharedThreads]});
    QMenu *viewMenu =
        addMenu(bar, QT_TRANSLATE_NOOP("Menus", "&View"),
                {actions[Act::FitAll], actions[Act::FitSelected], actions[Act::ZoomIn],
                 actions[Act::ZoomOut], actions[Act::Group], nullptr});
    for (int i = 0; i < panels.size(); ++i) {
        panels[i]->setObjectName(QStringLiteral("panel%1").arg(i + 1));
        panels[i]->setShortcut(QKeySequence(QStringLiteral("Alt+%1").arg(i + 1)));
        describeAction(panels[i], menuWords(QT_TRANSLATE_NOOP("Menus", "Show or hide this panel")));
        viewMenu->addAction(panels[i]);
    }
    viewMenu->addSeparator();
    QMenu *layouts = viewMenu->addMenu(menuWords(QT_TRANSLATE_NOOP("Menus", "&Layouts")));
    viewMenu->addActions(
        {actions[Act::FloatPanel], actions[Act::SaveLayout], actions[Act::ResetLayout]});
    viewMenu->addSeparator();
    for (QMenu *menu : lookMenus)
        viewMenu->addMenu(menu);
    viewMenu->addSeparator();
    viewMenu->addActions({actions[Act::FullScreen], actions[Act::Presenter]});
    addMenu(bar, QT_TRANSLATE_NOOP("Menus", "&Help"),
            {actions[Act::Palette], actions[Act::Shortcuts], nullptr, actions[Act::About],
             actions[Act::AboutQt]});

    auto *context = new QMenu(&window);
    context->addAction(actions[Act::AddConsumer]);
    for (QMenu *menu : stageMenus)
        context->addMenu(menu);
    context->addActions({actions[Act::RemoveConsumer], actions[Act::WorkTime],
                         actions[Act::Connect], actions[Act::Duplicate], actions[Act::Group],
                         actions[Act::ShowInLog]});
    context->addSeparator();
    context->addActions({actions[Act::FitAll], actions[Act::ZoomIn], actions[Act::ZoomOut]});
    return {context, layouts};
}

void bindKeys(QMainWindow &window, KeyBindings &bindings)
{
    bindNamed(window.menuBar()->actions(), window, bindings);
}

QToolBar *makeToolBar(QMainWindow &window, Actions &actions, SpeedControl *speed)
{
    QToolBar *bar = window.addToolBar(menuWords(QT_TRANSLATE_NOOP("Menus", "Tools")));
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->toggleViewAction()->setEnabled(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addActions({actions[Act::Run], actions[Act::Pause], actions[Act::Stop]});
    bar->addSeparator();
    bar->addActions({actions[Act::AddConsumer], actions[Act::RemoveConsumer]});
    bar->addSeparator();
    bar->addWidget(speed);
    return bar;
}

} // namespace sluice::ui
