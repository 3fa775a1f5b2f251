// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QObject>

#include <array>
#include <cstddef>

namespace sluice::ui {

/// Everything a person can tell the window to do. Undo and Redo come from the undo stack.
enum class Act : unsigned char {
    New,
    Open,
    Save,
    SaveAs,
    ExportPicture,
    ExportLog,
    Close,
    Quit,
    AddConsumer,
    RemoveConsumer,
    Cut,
    Copy,
    Paste,
    Duplicate,
    SelectAll,
    Find,
    FindNext,
    FindPrevious,
    ShowInLog,
    WorkTime,
    Connect,
    Group,
    Settings,
    Run,
    Pause,
    Stop,
    Slower,
    Faster,
    OwnThreads,
    SharedThreads,
    FitAll,
    FitSelected,
    ZoomIn,
    ZoomOut,
    ResetLayout,
    SaveLayout,
    FloatPanel,
    FullScreen,
    Presenter,
    Palette,
    Shortcuts,
    About,
    AboutQt
};

inline constexpr std::size_t actCount = static_cast<std::size_t>(Act::AboutQt) + 1;

/// All actions of the window, made from one table: name, text, keys, tip and picture.
///
/// An action's keys work wherever the focus is in the window, as long as the action has been added
/// to it.
///
/// Threads: the GUI thread's.
class Actions final : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject *parent);

    [[nodiscard]] QAction *operator[](Act act) const
    {
        return m_actions[static_cast<std::size_t>(act)];
    }

    /// Those whose keys do not count everywhere: with Qt::WidgetWithChildrenShortcut those for all
    /// widgets that show stages, with Qt::WidgetShortcut those for the graph alone. Add them there.
    [[nodiscard]] QList<QAction *> actionsFor(Qt::ShortcutContext context) const;

    /// In the table's order.
    [[nodiscard]] const std::array<QAction *, actCount> &all() const noexcept { return m_actions; }

private:
    std::array<QAction *, actCount> m_actions{};
};

/// Gives \a action its tip, with its keys.
void describeAction(QAction *action, const QString &tip);

/// Says the keys that \a action has now in its tip. Pre: describeAction() was called.
void renewTip(QAction *action);

} // namespace sluice::ui
