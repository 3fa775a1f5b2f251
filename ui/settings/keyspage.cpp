// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/keyspage.h"

#include "ui/actions/keybindings.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace sluice::ui {

KeysPage::KeysPage(Settings &settings, KeyBindings &bindings, QWidget *parent)
    : SettingsPage(settings, parent)
    , m_bindings(bindings)
    , m_list(new QTreeWidget)
    , m_editor(new QKeySequenceEdit)
    , m_message(new QLabel)
{
    m_list->setHeaderLabels({tr("What it does"), tr("Keys")});
    m_list->setAccessibleName(tr("Actions and their keys"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_editor->setAccessibleName(tr("Press the keys for the chosen action"));
    m_message->setWordWrap(true);
    auto *take = new QPushButton(tr("Use &these keys"));
    auto *none = new QPushButton(tr("&No keys"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_editor, 1);
    row->addWidget(take);
    row->addWidget(none);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_list, 1);
    column->addLayout(row);
    column->addWidget(m_message);
    showKeys();
    m_list->setCurrentItem(m_list->topLevelItem(0));
    showChosen();
    connect(m_list, &QTreeWidget::currentItemChanged, this, &KeysPage::showChosen);
    connect(take, &QPushButton::clicked, this, &KeysPage::take);
    connect(none, &QPushButton::clicked, this, &KeysPage::takeAway);
    connect(&bindings, &KeyBindings::changed, this, &KeysPage::showKeys);
}

void KeysPage::showKeys()
{
    const QList<QAction *> &actions = m_bindings.actions();
    for (int i = 0; i < actions.size(); ++i) {
        if (i == m_list->topLevelItemCount())
            m_list->addTopLevelItem(new QTreeWidgetItem);
        QTreeWidgetItem *item = m_list->topLevelItem(i);
        item->setText(0, plainText(actions[i]));
        item->setText(
            1, QKeySequence::listToString(actions[i]->shortcuts(), QKeySequence::NativeText));
    }
    m_list->resizeColumnToContents(0);
}

void KeysPage::select(const QAction *action)
{
    const auto row = m_bindings.actions().indexOf(action);
    m_list->setCurrentItem(m_list->topLevelItem(static_cast<int>(row)));
}

QAction *KeysPage::chosen() const
{
    return m_bindings.actions().value(m_list->indexOfTopLevelItem(m_list->currentItem()));
}

void KeysPage::showChosen()
{
    m_message->clear();
    if (const QAction *action = chosen())
        m_editor->setKeySequence(action->shortcut());
}

void KeysPage::take()
{
    QAction *action = chosen();
    if (!action)
        return;
    const QKeySequence keys = m_editor->keySequence();
    const QAction *holder = m_bindings.bind(action, keys);
    const QString shown = keys.toString(QKeySequence::NativeText);
    if (holder) {
        m_message->setText(tr("%1 is taken by “%2”. Choose other keys, or give that one others "
                              "first.")
                               .arg(shown, plainText(holder)));
    } else {
        m_message->setText(
            tr("“%1” now has %2.").arg(plainText(action), shown.isEmpty() ? tr("no keys") : shown));
    }
}

void KeysPage::takeAway()
{
    m_editor->clear();
    take();
}

void KeysPage::restoreDefaults()
{
    m_bindings.restoreDefaults();
    showChosen();
}

} // namespace sluice::ui
