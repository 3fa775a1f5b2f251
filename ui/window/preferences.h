// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointer>

class QMainWindow;

namespace sluice::ui {

class GraphView;
class KeyBindings;
class Settings;
class SettingsDialog;

/// Carries the settings to those whom they concern, and shows the dialog to change them.
///
/// Lifetime: everything handed over must outlive it.
/// Threads: the GUI thread's.
class Preferences final : public QObject
{
    Q_OBJECT

public:
    Preferences(Settings &settings, KeyBindings &bindings, GraphView &graph, QMainWindow &window);

    void showDialog();

    /// Multiplies the size of all texts, for those who sit far away; 1 is as set.
    void magnify(double factor);

    /// Nothing while it is not shown.
    [[nodiscard]] SettingsDialog *dialog() const;

private:
    void applyAppearance();

    // Constant after construction.
    Settings &m_settings;
    KeyBindings &m_bindings;
    GraphView &m_graph;
    QMainWindow &m_window;

    double m_factor = 1;
    QPointer<SettingsDialog> m_dialog;
};

} // namespace sluice::ui
