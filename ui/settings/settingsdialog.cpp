// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settingsdialog.h"

#include "ui/settings/settingspages.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace sluice::ui {

SettingsDialog::SettingsDialog(Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_tabs(new QTabWidget(this))
{
    setWindowTitle(tr("Settings"));
    m_tabs->tabBar()->setAccessibleName(tr("Pages"));
    // As wide as the names of all pages, whatever the language.
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setElideMode(Qt::ElideNone);
    addPage(new AppearancePage(settings), tr("Appearance"));
    addPage(new NewStagesPage(settings), tr("Pipeline defaults"));
    addPage(new LogPage(settings), tr("Log"));
    addPage(new PresenterPage(settings), tr("Presenter"));
    auto *buttons =
        new QDialogButtonBox(QDialogButtonBox::Close | QDialogButtonBox::RestoreDefaults, this);
    buttons->button(QDialogButtonBox::RestoreDefaults)
        ->setToolTip(tr("Give everything on this page its first value again"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QAbstractButton::clicked, this,
            &SettingsDialog::restoreDefaults);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_tabs);
    column->addWidget(buttons);
    resize(QSize(32, 22) * fontMetrics().height());
}

void SettingsDialog::addPage(SettingsPage *page, const QString &title)
{
    m_tabs->addTab(page, title);
}

void SettingsDialog::restoreDefaults()
{
    static_cast<SettingsPage *>(m_tabs->currentWidget())->restoreDefaults();
}

} // namespace sluice::ui
