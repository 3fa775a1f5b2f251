// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointer>

class QMainWindow;

namespace sluice::ui {

class GraphView;
class KeyBindings;
struct PresenterSettings;
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

    /// Looks as the presenter's settings say, or as those of the appearance again.
    void setPresenting(bool isPresenting);
    [[nodiscard]] const PresenterSettings &presenter() const noexcept;

    /// Nothing while it is not shown.
    [[nodiscard]] SettingsDialog *dialog() const;

private:
    void applyAppearance();

    // Constant after construction.
    Settings &m_settings;
    KeyBindings &m_bindings;
    GraphView &m_graph;
    QMainWindow &m_window;

    bool m_isPresenting = false;
    QPointer<SettingsDialog> m_dialog;
};

} // namespace sluice::ui
