// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/commandpalette.h"

#include "ui/actions/keybindings.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sluice::ui {
namespace {

void collect(const QList<QAction *> &actions, const QString &path, QList<PaletteEntry> &entries)
{
    for (QAction *action : actions) {
        if (action->isSeparator())
            continue;
        const QString text =
            path.isEmpty() ? plainText(action) : path + QStringLiteral(" › ") + plainText(action);
        if (QMenu *menu = action->menu()) {
            // Some are made when they open, such as that of recent files.
            Q_EMIT menu->aboutToShow();
            collect(menu->actions(), text, entries);
        } else {
            entries.append(
                {text, QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText),
                 action});
        }
    }
}

bool matches(const QString &text, const QStringList &words)
{
    return std::ranges::all_of(
        words, [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

QList<PaletteEntry> entriesOf(const QMenuBar &bar)
{
    QList<PaletteEntry> entries;
    collect(bar.actions(), {}, entries);
    return entries;
}

PaletteModel::PaletteModel(QList<PaletteEntry> entries, QObject *parent)
    : QAbstractListModel(parent)
    , m_entries(std::move(entries))
{
    setFilter({});
}

void PaletteModel::setFilter(const QString &text)
{
    const QString simple = text.simplified();
    const QStringList words = simple.split(u' ', Qt::SkipEmptyParts);
    beginResetModel();
    m_shown.clear();
    for (int i = 0; i < m_entries.size(); ++i) {
        if (matches(m_entries[i].text, words))
            m_shown.append(i);
    }
    const auto isLater = [this, &simple](int i) {
        const QString own = m_entries[i].text.section(QStringLiteral(" › "), -1);
        return !own.startsWith(simple, Qt::CaseInsensitive);
    };
    std::ranges::stable_sort(m_shown, {}, isLater);
    endResetModel();
}

QAction *PaletteModel::actionAt(int row) const
{
    return row >= 0 && row < m_shown.size() ? m_entries[m_shown[row]].action.data() : nullptr;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteEntry &entry = m_entries[m_shown[index.row()]];
    switch (role) {
    case Qt::DisplayRole:
        return entry.keys.isEmpty() ? entry.text
                                    : QStringLiteral("%1   (%2)").arg(entry.text, entry.keys);
    case Qt::ToolTipRole:
        return entry.action ? entry.action->toolTip() : QString();
    case Qt::DecorationRole:
        return entry.action ? entry.action->icon() : QIcon();
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return QAbstractListModel::flags(index);
    const QAction *action = actionAt(index.row());
    if (!action || !action->isEnabled())
        return Qt::ItemNeverHasChildren | Qt::ItemIsSelectable;
    return QAbstractListModel::flags(index) | Qt::ItemNeverHasChildren;
}

CommandPalette::CommandPalette(const QMenuBar &bar, Interpreter interpreter, QWidget *parent)
    : QDialog(parent)
    , m_interpreter(std::move(interpreter))
    , m_model(new PaletteModel(entriesOf(bar), this))
    , m_field(new QLineEdit)
    , m_list(new QListView)
    , m_message(new QLabel)
{
    setWindowTitle(tr("Commands"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_field->setPlaceholderText(tr("Type what to do, such as “zoom” or “add consumer to evens”"));
    m_field->setAccessibleName(tr("What to do"));
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("What can be done"));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the arrows reach it from the field
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_message->setWordWrap(true);
    m_message->hide();
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_field);
    column->addWidget(m_message);
    column->addWidget(m_list, 1);
    resize(QSize(36, 24) * fontMetrics().height());
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListView::activated, this, &CommandPalette::run);
    m_field->setFocus();
}

void CommandPalette::filter(const QString &text)
{
    m_model->setFilter(text);
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_message->hide();
}

void CommandPalette::run()
{
    QAction *action = m_model->actionAt(m_list->currentIndex().row());
    if (const std::optional<QString> problem = m_interpreter(m_field->text())) {
        m_message->setText(*problem);
        m_message->setVisible(!problem->isEmpty());
        if (problem->isEmpty())
            accept();
        return;
    }
    if (!action || !action->isEnabled()) {
        m_message->setText(action ? tr("That is not possible now.")
                                  : tr("Nothing is called that. Try fewer words."));
        m_message->show();
        return;
    }
    accept();
    // After the palette has gone, so that the focus is where it was.
    QTimer::singleShot(0, action, &QAction::trigger);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QApplication::sendEvent(m_list, event);
        return true;
    default:
        return false;
    }
}

} // namespace sluice::ui
