// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions/keybindings.h"
#include "ui/actions/menus.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMainWindow>
#include <QMessageBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <utility>
#include <vector>

namespace sluice::ui {
namespace {

QString helpWords(const char *text)
{
    return QCoreApplication::translate("Help", text);
}

using KeyRow = std::pair<QString, QString>;

/// Every action that has keys, and what the graph understands by itself.
std::vector<KeyRow> allKeys(const KeyBindings &bindings)
{
    std::vector<KeyRow> rows;
    for (const QAction *action : bindings.actions()) {
        const QString keys =
            QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText);
        if (!keys.isEmpty())
            rows.emplace_back(plainText(action), keys);
    }
    rows.emplace_back(helpWords(QT_TRANSLATE_NOOP("Help", "Graph: next or previous stage")),
                      helpWords(QT_TRANSLATE_NOOP("Help", "Tab, Shift+Tab, arrow keys")));
    rows.emplace_back(helpWords(QT_TRANSLATE_NOOP("Help", "Graph: zoom")),
                      helpWords(QT_TRANSLATE_NOOP("Help", "mouse wheel")));
    rows.emplace_back(helpWords(QT_TRANSLATE_NOOP("Help", "Graph: move")),
                      helpWords(QT_TRANSLATE_NOOP("Help", "drag the ground, or Space and drag")));
    return rows;
}

} // namespace

void showKeys(QWidget &window, const KeyBindings &bindings)
{
    const std::vector<KeyRow> keys = allKeys(bindings);
    auto *dialog = new QDialog(&window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(helpWords(QT_TRANSLATE_NOOP("Help", "Keys")));
    auto *table = new QTableWidget(static_cast<int>(keys.size()), 2, dialog);
    table->setAccessibleName(dialog->windowTitle());
    table->setHorizontalHeaderLabels({helpWords(QT_TRANSLATE_NOOP("Help", "What it does")),
                                      helpWords(QT_TRANSLATE_NOOP("Help", "Keys"))});
    table->verticalHeader()->hide();
    table->setTabKeyNavigation(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    for (int row = 0; row < table->rowCount(); ++row) {
        const KeyRow &key = keys[static_cast<std::size_t>(row)];
        table->setItem(row, 0, new QTableWidgetItem(key.first));
        table->setItem(row, 1, new QTableWidgetItem(key.second));
    }
    table->resizeColumnsToContents();
    table->horizontalHeader()->setStretchLastSection(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(table);
    column->addWidget(buttons);
    const int em = dialog->fontMetrics().height();
    dialog->resize(36 * em, 32 * em);
    dialog->open();
}

void showAbout(QMainWindow &window)
{
    auto *about = new QMessageBox(&window);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->setWindowTitle(helpWords(QT_TRANSLATE_NOOP("Help", "About Sluice")));
    about->setText(helpWords(QT_TRANSLATE_NOOP("Help", "Sluice %1"))
                       .arg(QCoreApplication::applicationVersion()));
    about->setInformativeText(helpWords(
        QT_TRANSLATE_NOOP("Help",
                          "Pipelines with back-pressure on Qt threads: demand goes "
                          "upstream, events come downstream, and nobody gets more than "
                          "they asked for.\n\nThe window is licensed under the GNU General "
                          "Public License, version 3 or later; the engine under the MIT "
                          "licence.")));
    about->open();
}

} // namespace sluice::ui
