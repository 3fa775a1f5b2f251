// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QTabWidget;

namespace sluice::ui {

class Settings;
class SettingsPage;

/// The settings, a page each in a tab. A choice counts at once, so there is nothing to confirm.
///
/// Lifetime: the settings must outlive it.
/// Threads: the GUI thread's.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(Settings &settings, QWidget *parent = nullptr);

    /// Ownership: taken.
    void addPage(SettingsPage *page, const QString &title);

    [[nodiscard]] QTabWidget *tabs() const noexcept { return m_tabs; }

    /// Gives the page that is shown its defaults again.
    void restoreDefaults();

private:
    QTabWidget *m_tabs;
};

} // namespace sluice::ui
