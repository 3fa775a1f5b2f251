// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions/actions.h"

#include "ui/actions/icons.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QKeySequence>

namespace sluice::ui {
namespace {

struct Row
{
    Act act;
    const char *name; ///< for tests and saved settings
    const char *text;
    const char *keys; ///< several with a semicolon between
    const char *tip;
    Picture picture = Picture::None;
};

QString actionWords(const char *text)
{
    return QCoreApplication::translate("Actions", text);
}

constexpr std::array<Row, actCount> actionRows = {{
    {Act::New, "new", QT_TRANSLATE_NOOP("Actions", "&New"), "Ctrl+N",
     QT_TRANSLATE_NOOP("Actions", "Begin an empty pipeline")},
    {Act::Open, "open", QT_TRANSLATE_NOOP("Actions", "&Open…"), "Ctrl+O",
     QT_TRANSLATE_NOOP("Actions", "Open a pipeline file"), Picture::Open},
    {Act::Save, "save", QT_TRANSLATE_NOOP("Actions", "&Save"), "Ctrl+S",
     QT_TRANSLATE_NOOP("Actions", "Save the pipeline"), Picture::Save},
    {Act::SaveAs, "saveAs", QT_TRANSLATE_NOOP("Actions", "Save &as…"), "Ctrl+Shift+S",
     QT_TRANSLATE_NOOP("Actions", "Save the pipeline under another name")},
    {Act::ExportPicture, "exportPicture", QT_TRANSLATE_NOOP("Actions", "&Export picture…"),
     "Ctrl+E", QT_TRANSLATE_NOOP("Actions", "Write the graph into a file, as PNG, SVG or PDF")},
    {Act::ExportLog, "exportLog", QT_TRANSLATE_NOOP("Actions", "Export &log…"), "Ctrl+Shift+E",
     QT_TRANSLATE_NOOP("Actions", "Write the rows of the log into a file, as CSV or JSON Lines")},
    {Act::Close, "close", QT_TRANSLATE_NOOP("Actions", "&Close"), "Ctrl+W",
     QT_TRANSLATE_NOOP("Actions", "Stop this pipeline and show the start page")},
    {Act::Quit, "quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q",
     QT_TRANSLATE_NOOP("Actions", "Stop everything and close the window")},
    {Act::AddConsumer, "addConsumer", QT_TRANSLATE_NOOP("Actions", "&Add consumer"), "Ins",
     QT_TRANSLATE_NOOP("Actions", "Add a consumer to the selected stage, also while it runs"),
     Picture::AddConsumer},
    {Act::RemoveConsumer, "removeConsumer", QT_TRANSLATE_NOOP("Actions", "&Remove"),
     "Del; Ctrl+Shift+Del",
     QT_TRANSLATE_NOOP("Actions",
                       "Remove the selected stages, or the last consumer if nothing is selected"),
     Picture::RemoveConsumer},
    {Act::Cut, "cut", QT_TRANSLATE_NOOP("Actions", "Cu&t"), "Ctrl+X",
     QT_TRANSLATE_NOOP("Actions", "Copy the selected stages and remove them")},
    {Act::Copy, "copy", QT_TRANSLATE_NOOP("Actions", "&Copy"), "Ctrl+C",
     QT_TRANSLATE_NOOP("Actions", "Copy the selected stages, as text")},
    {Act::Paste, "paste", QT_TRANSLATE_NOOP("Actions", "&Paste"), "Ctrl+V",
     QT_TRANSLATE_NOOP("Actions", "Add the stages that were copied")},
    {Act::Duplicate, "duplicate", QT_TRANSLATE_NOOP("Actions", "&Duplicate"), "Ctrl+D",
     QT_TRANSLATE_NOOP("Actions",
                       "Add stages like the selected ones, with the same subscriptions")},
    {Act::SelectAll, "selectAll", QT_TRANSLATE_NOOP("Actions", "Select &all"), "Ctrl+A",
     QT_TRANSLATE_NOOP("Actions", "Select all stages")},
    {Act::Find, "find", QT_TRANSLATE_NOOP("Actions", "&Find in the log"), "Ctrl+F",
     QT_TRANSLATE_NOOP("Actions", "Look for rows of the log, by number, consumer or time")},
    {Act::FindNext, "findNext", QT_TRANSLATE_NOOP("Actions", "Find &next"), "F3",
     QT_TRANSLATE_NOOP("Actions", "Go to the next row of the log that matches")},
    {Act::FindPrevious, "findPrevious", QT_TRANSLATE_NOOP("Actions", "Find pre&vious"), "Shift+F3",
     QT_TRANSLATE_NOOP("Actions", "Go to the row of the log before that matches")},
    {Act::ShowInLog, "showInLog", QT_TRANSLATE_NOOP("Actions", "Show in the &log"), "L",
     QT_TRANSLATE_NOOP("Actions", "Show only what the selected consumers have handled")},
    {Act::WorkTime, "workTime", QT_TRANSLATE_NOOP("Actions", "Change &work time"), "W",
     QT_TRANSLATE_NOOP("Actions", "Let the selected stage take longer or less for each event")},
    {Act::Connect, "connect", QT_TRANSLATE_NOOP("Actions", "C&onnect"), "C",
     QT_TRANSLATE_NOOP("Actions",
                       "Let another stage take the events of the selected one; then select it")},
    {Act::Group, "group", QT_TRANSLATE_NOOP("Actions", "Open or close &group"), "G",
     QT_TRANSLATE_NOOP("Actions",
                       "Show each consumer of the selected group, or all of its kind as one")},
    {Act::Settings, "settings", QT_TRANSLATE_NOOP("Actions", "&Settings…"), "Ctrl+,",
     QT_TRANSLATE_NOOP("Actions", "Choose theme, motion, keys and defaults")},
    {Act::Run, "run", QT_TRANSLATE_NOOP("Actions", "&Run"), "F5",
     QT_TRANSLATE_NOOP("Actions", "Run the pipeline, or go on after a pause"), Picture::Run},
    {Act::Pause, "pause", QT_TRANSLATE_NOOP("Actions", "&Pause"), "F6",
     QT_TRANSLATE_NOOP("Actions", "Hold all stages where they are"), Picture::Pause},
    {Act::Stop, "stop", QT_TRANSLATE_NOOP("Actions", "S&top"), "Shift+F5",
     QT_TRANSLATE_NOOP("Actions", "End all stages; what is under way is lost and counted"),
     Picture::Stop},
    {Act::Slower, "slower", QT_TRANSLATE_NOOP("Actions", "&Slower"), "Ctrl+Left; [",
     QT_TRANSLATE_NOOP("Actions", "Let the consumers take longer for each number"),
     Picture::Slower},
    {Act::Faster, "faster", QT_TRANSLATE_NOOP("Actions", "&Faster"), "Ctrl+Right; ]",
     QT_TRANSLATE_NOOP("Actions", "Let the consumers take less time for each number"),
     Picture::Faster},
    {Act::OwnThreads, "ownThreads", QT_TRANSLATE_NOOP("Actions", "A &thread for each stage"), "",
     QT_TRANSLATE_NOOP("Actions", "Give each stage a thread of its own at the next start")},
    {Act::SharedThreads, "sharedThreads", QT_TRANSLATE_NOOP("Actions", "S&hared threads"), "",
     QT_TRANSLATE_NOOP("Actions",
                       "Let the stages share a thread for each processor at the next start")},
    {Act::FitAll, "fitAll", QT_TRANSLATE_NOOP("Actions", "&Fit all"), "Ctrl+0",
     QT_TRANSLATE_NOOP("Actions", "Show the whole graph"), Picture::FitAll},
    {Act::FitSelected, "fitSelected", QT_TRANSLATE_NOOP("Actions", "Fit s&elected"), "F",
     QT_TRANSLATE_NOOP("Actions", "Show the selected stages as large as they fit")},
    {Act::ZoomIn, "zoomIn", QT_TRANSLATE_NOOP("Actions", "Zoom &in"),
     "Ctrl++; Ctrl+=", QT_TRANSLATE_NOOP("Actions", "Show the graph larger"), Picture::ZoomIn},
    {Act::ZoomOut, "zoomOut", QT_TRANSLATE_NOOP("Actions", "Zoom &out"), "Ctrl+-",
     QT_TRANSLATE_NOOP("Actions", "Show the graph smaller"), Picture::ZoomOut},
    {Act::ResetLayout, "resetLayout", QT_TRANSLATE_NOOP("Actions", "Reset &layout"), "",
     QT_TRANSLATE_NOOP("Actions", "Put all panels back where they were in the beginning")},
    {Act::SaveLayout, "saveLayout", QT_TRANSLATE_NOOP("Actions", "Sa&ve layout…"), "",
     QT_TRANSLATE_NOOP("Actions", "Remember where the panels are, under a name")},
    {Act::FloatPanel, "floatPanel", QT_TRANSLATE_NOOP("Actions", "Fl&oat panel"), "Alt+0",
     QT_TRANSLATE_NOOP("Actions",
                       "Take the panel with the focus out of the window, or put it back")},
    {Act::FullScreen, "fullScreen", QT_TRANSLATE_NOOP("Actions", "Full &screen"), "F11",
     QT_TRANSLATE_NOOP("Actions", "Fill the screen with the window, or go back")},
    {Act::Presenter, "presenter", QT_TRANSLATE_NOOP("Actions", "&Presenter"), "Shift+F11",
     QT_TRANSLATE_NOOP("Actions",
                       "Show the graph and one chart large on the full screen, or go back")},
    {Act::Palette, "palette", QT_TRANSLATE_NOOP("Actions", "&Commands…"), "Ctrl+Shift+P",
     QT_TRANSLATE_NOOP("Actions", "Find anything that can be done by its name")},
    {Act::Shortcuts, "shortcuts", QT_TRANSLATE_NOOP("Actions", "&Keys…"), "F1; ?",
     QT_TRANSLATE_NOOP("Actions", "List all keys")},
    {Act::About, "about", QT_TRANSLATE_NOOP("Actions", "&About Sluice"), "",
     QT_TRANSLATE_NOOP("Actions", "What this program is")},
    {Act::AboutQt, "aboutQt", QT_TRANSLATE_NOOP("Actions", "About &Qt"), "",
     QT_TRANSLATE_NOOP("Actions", "What this program is made with")},
}};

constexpr char tipProperty[] = "tip"; // without the keys

} // namespace

Actions::Actions(QObject *parent)
    : QObject(parent)
{
    for (const Row &row : actionRows) {
        auto *action = new QAction(pictureIcon(row.picture), actionWords(row.text), this);
        action->setObjectName(QLatin1String(row.name));
        if (*row.keys)
            action->setShortcuts(QKeySequence::listFromString(QLatin1String(row.keys)));
        describeAction(action, actionWords(row.tip));
        m_actions[static_cast<std::size_t>(row.act)] = action;
    }
    // Texts and tables have their own of these; they count where the stages are.
    for (const Act act : {Act::Cut, Act::Copy, Act::Paste, Act::SelectAll})
        (*this)[act]->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    for (const Act act : {Act::WorkTime, Act::Connect, Act::Group, Act::FitSelected,
                          Act::ShowInLog}) // plain letters
        (*this)[act]->setShortcutContext(Qt::WidgetShortcut);
    for (const Act act : {Act::FullScreen, Act::Presenter, Act::OwnThreads, Act::SharedThreads})
        (*this)[act]->setCheckable(true);
    auto *placements = new QActionGroup(this); // one of them is checked
    placements->addAction((*this)[Act::OwnThreads]);
    placements->addAction((*this)[Act::SharedThreads]);
    (*this)[Act::Quit]->setMenuRole(QAction::QuitRole);
    (*this)[Act::About]->setMenuRole(QAction::AboutRole);
    (*this)[Act::AboutQt]->setMenuRole(QAction::AboutQtRole);
    (*this)[Act::Settings]->setMenuRole(QAction::PreferencesRole);
}

QList<QAction *> Actions::actionsFor(Qt::ShortcutContext context) const
{
    QList<QAction *> list;
    for (QAction *action : m_actions) {
        if (action->shortcutContext() == context)
            list.append(action);
    }
    return list;
}

void describeAction(QAction *action, const QString &tip)
{
    action->setProperty(tipProperty, tip);
    renewTip(action);
}

void renewTip(QAction *action)
{
    const QString tip = action->property(tipProperty).toString();
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, keys));
}

} // namespace sluice::ui
