// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDockWidget>
#include <QList>
#include <QMainWindow>
#include <QObject>

#include <array>

class QMenu;

namespace sluice::ui {

class Settings;

/// Where the window's panels are: four layouts that come with it and any number of one's own.
///
/// Lifetime: window and settings must outlive it.
/// Threads: the GUI thread's.
class WindowLayout final : public QObject
{
    Q_OBJECT

public:
    enum class BuiltIn : unsigned char { Default, Class, Debug, Compact };

    WindowLayout(QMainWindow &window, Settings &settings);

    /// Makes a dock for \a widget. Panels of one area stand side by side in this order.
    QDockWidget *addPanel(const QString &name, const QString &title, QWidget *widget,
                          Qt::DockWidgetArea area);

    /// Puts \a dock behind \a front, as another tab of it. Pre: \a front was added before.
    void tabBehind(QDockWidget *dock, QDockWidget *front);

    /// Which panels \a layout shows; all of them if nothing was said.
    void setVisible(QDockWidget *dock, BuiltIn layout, bool isVisible);

    [[nodiscard]] QList<QDockWidget *> docks() const;

    /// One for each panel, in the same order: shows it, in front of its tabs, or hides it if it is
    /// seen. Ownership: the docks'.
    [[nodiscard]] QList<QAction *> actions() const;

    /// Takes the panel that has the focus out of the window, or puts it back; the focus stays.
    /// False if none has it.
    bool floatFocused();

    void apply(BuiltIn layout);

    /// The window as it was left, or else the default layout; small screens get the compact one.
    /// Never beyond the screen.
    void restore();

    /// Remembers the window for restore().
    void remember();

    // One's own layouts.

    [[nodiscard]] QStringList names() const;
    void save(const QString &name);
    void apply(const QString &name);
    void remove(const QString &name);

    /// Asks for a name and saves under it.
    void askAndSave();

    /// Fills \a menu with the layouts each time it opens. Ownership: not taken.
    void keepMenu(QMenu *menu);

private:
    struct Place
    {
        QDockWidget *dock;
        QAction *action; ///< checked while the panel is seen
        Qt::DockWidgetArea area;
        std::array<bool, 4> isShown = {true, true, true, true}; ///< by BuiltIn
        QDockWidget *front = nullptr;                           ///< whose tab it is
    };

    void fillMenu(QMenu *menu);
    void clampToScreen();

    QMainWindow &m_window;
    Settings &m_settings;
    QList<Place> m_places;
};

} // namespace sluice::ui
