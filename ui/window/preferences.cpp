// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/preferences.h"

#include "ui/canvas/graphview.h"
#include "ui/settings/keyspage.h"
#include "ui/settings/settings.h"
#include "ui/settings/settingsdialog.h"

#include <QMainWindow>

#include <cmath>

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
    applyAppearance();
}

void Preferences::applyAppearance()
{
    const AppearanceSettings &appearance = m_settings.appearance();
    applyLook(appearance.theme, static_cast<int>(std::lround(appearance.fontPercent * m_factor)));
    m_graph.setMotion(appearance.motion);
}

void Preferences::magnify(double factor)
{
    m_factor = factor;
    applyAppearance();
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
