// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/preferences.h"

#include "ui/canvas/graphview.h"
#include "ui/settings/keyspage.h"
#include "ui/settings/settings.h"
#include "ui/settings/settingsdialog.h"

#include <QMainWindow>

namespace sluice::ui {

Preferences::Preferences(Settings &settings, KeyBindings &bindings, GraphView &graph,
                         QMainWindow &window)
    : QObject(&window)
    , m_settings(settings)
    , m_bindings(bindings)
    , m_graph(graph)
    , m_window(window)
{
    connect(&settings, &Settings::appearanceChanged, this, &Preferences::applyAppearance);
    connect(&settings, &Settings::presenterChanged, this, &Preferences::applyAppearance);
    applyAppearance();
}

void Preferences::applyAppearance()
{
    const AppearanceSettings &appearance = m_settings.appearance();
    const bool isHighContrast = m_isPresenting && presenter().isHighContrast;
    const int factor = m_isPresenting ? presenter().sizePercent : 100;
    applyLook(isHighContrast ? Theme::HighContrast : appearance.theme,
              appearance.fontPercent * factor / 100);
    m_graph.setMotion(appearance.motion);
}

void Preferences::setPresenting(bool isPresenting)
{
    m_isPresenting = isPresenting;
    applyAppearance();
}

const PresenterSettings &Preferences::presenter() const noexcept
{
    return m_settings.presenter();
}

void Preferences::showDialog()
{
    if (!m_dialog) {
        m_dialog = new SettingsDialog(m_settings, &m_window);
        m_dialog->addPage(new KeysPage(m_settings, m_bindings), tr("Shortcuts"));
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

SettingsDialog *Preferences::dialog() const
{
    return m_dialog;
}

} // namespace sluice::ui
