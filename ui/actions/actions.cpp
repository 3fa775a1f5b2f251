// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions/actions.h"

#include "ui/actions/icons.h"

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

#define WORDS(text) QT_TRANSLATE_NOOP("sluice::ui::Actions", text)

constexpr std::array<Row, actCount> rows = {{
    {Act::Open, "open", WORDS("&Open…"), "Ctrl+O", WORDS("Open a pipeline file"), Picture::Open},
    {Act::Save, "save", WORDS("&Save"), "Ctrl+S", WORDS("Save the pipeline"), Picture::Save},
    {Act::SaveAs, "saveAs", WORDS("Save &as…"), "Ctrl+Shift+S",
     WORDS("Save the pipeline under another name")},
    {Act::Quit, "quit", WORDS("&Quit"), "Ctrl+Q", WORDS("Stop everything and close the window")},
    {Act::AddConsumer, "addConsumer", WORDS("&Add consumer"), "Ins",
     WORDS("Add a consumer to the selected stage, also while it runs"), Picture::AddConsumer},
    {Act::RemoveConsumer, "removeConsumer", WORDS("&Remove consumer"), "Del",
     WORDS("Remove the selected consumer, or the last one if nothing is selected"),
     Picture::RemoveConsumer},
    {Act::Run, "run", WORDS("&Run"), "F5", WORDS("Run the pipeline, or go on after a pause"),
     Picture::Run},
    {Act::Pause, "pause", WORDS("&Pause"), "F6", WORDS("Hold all stages where they are"),
     Picture::Pause},
    {Act::Stop, "stop", WORDS("S&top"), "Shift+F5",
     WORDS("End all stages; what is under way is lost and counted"), Picture::Stop},
    {Act::Slower, "slower", WORDS("&Slower"), "Ctrl+Left; [",
     WORDS("Let the consumers take longer for each number"), Picture::Slower},
    {Act::Faster, "faster", WORDS("&Faster"), "Ctrl+Right; ]",
     WORDS("Let the consumers take less time for each number"), Picture::Faster},
    {Act::FitAll, "fitAll", WORDS("&Fit all"), "Ctrl+0", WORDS("Show the whole graph"),
     Picture::FitAll},
    {Act::ZoomIn, "zoomIn", WORDS("Zoom &in"), "Ctrl++; Ctrl+=", WORDS("Show the graph larger"),
     Picture::ZoomIn},
    {Act::ZoomOut, "zoomOut", WORDS("Zoom &out"), "Ctrl+-", WORDS("Show the graph smaller"),
     Picture::ZoomOut},
    {Act::ResetLayout, "resetLayout", WORDS("Reset &layout"), "",
     WORDS("Put all panels back where they were in the beginning")},
    {Act::Shortcuts, "shortcuts", WORDS("&Keys…"), "F1", WORDS("List all keys")},
    {Act::About, "about", WORDS("&About Sluice"), "", WORDS("What this program is")},
    {Act::AboutQt, "aboutQt", WORDS("About &Qt"), "", WORDS("What this program is made with")},
}};

#undef WORDS

} // namespace

Actions::Actions(QObject *parent)
    : QObject(parent)
{
    for (const Row &row : rows) {
        auto *action = new QAction(pictureIcon(row.picture), tr(row.text), this);
        action->setObjectName(QLatin1String(row.name));
        if (*row.keys)
            action->setShortcuts(QKeySequence::listFromString(QLatin1String(row.keys)));
        describeAction(action, tr(row.tip));
        m_actions[static_cast<std::size_t>(row.act)] = action;
    }
    (*this)[Act::Quit]->setMenuRole(QAction::QuitRole);
    (*this)[Act::About]->setMenuRole(QAction::AboutRole);
    (*this)[Act::AboutQt]->setMenuRole(QAction::AboutQtRole);
}

void describeAction(QAction *action, const QString &tip)
{
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, keys));
}

} // namespace sluice::ui
