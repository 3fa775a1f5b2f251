// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/settingspages.h"

class QAction;
class QKeySequenceEdit;
class QLabel;
class QTreeWidget;

namespace sluice::ui {

class KeyBindings;

/// All actions and their keys, to be changed. Keys that something else has are refused, and by
/// whom they are held is said.
///
/// Lifetime: the bindings must outlive it.
class KeysPage final : public SettingsPage
{
    Q_OBJECT

public:
    KeysPage(Settings &settings, KeyBindings &bindings, QWidget *parent = nullptr);

    void restoreDefaults() override;

    /// Chooses the action that is to get other keys.
    void select(const QAction *action);

    [[nodiscard]] QKeySequenceEdit *editor() const noexcept { return m_editor; }
    [[nodiscard]] QLabel *message() const noexcept { return m_message; }

    /// Gives the chosen action the keys in the editor.
    void take();

private:
    void showKeys();
    void showChosen();
    void takeAway();
    [[nodiscard]] QAction *chosen() const;

    // Constant after construction.
    KeyBindings &m_bindings;
    QTreeWidget *m_list;
    QKeySequenceEdit *m_editor;
    QLabel *m_message;
};

} // namespace sluice::ui
