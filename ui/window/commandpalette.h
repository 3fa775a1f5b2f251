// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>
#include <QDialog>
#include <QList>
#include <QPointer>

#include <functional>
#include <optional>

class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QMenuBar;

namespace sluice::ui {

/// Something that can be done, as the palette lists it.
struct PaletteEntry
{
    QString text; ///< "View › Zoom in"
    QString keys;
    QPointer<QAction> action;
};

/// Everything in \a bar's menus, in their order, also what stands in menus of menus.
[[nodiscard]] QList<PaletteEntry> entriesOf(const QMenuBar &bar);

/// The entries that contain every word of what was typed; those that begin with it come first.
///
/// Threads: the GUI thread's.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit PaletteModel(QList<PaletteEntry> entries, QObject *parent = nullptr);

    void setFilter(const QString &text);

    /// nullptr beyond the rows, or if it is gone meanwhile.
    [[nodiscard]] QAction *actionAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    // Constant after construction.
    QList<PaletteEntry> m_entries;

    QList<int> m_shown;
};

/// A field to type into and a list of everything that can be done: Enter does what is chosen.
///
/// A text that is a command, such as "add consumer to evens", is done as it stands.
///
/// Threads: the GUI thread's.
class CommandPalette final : public QDialog
{
    Q_OBJECT

public:
    /// What to make of typed text: nothing if it is no command, else what became of it, empty if
    /// all went well.
    using Interpreter = std::function<std::optional<QString>(const QString &text)>;

    CommandPalette(const QMenuBar &bar, Interpreter interpreter, QWidget *parent);

    [[nodiscard]] QLineEdit *field() const noexcept { return m_field; }
    [[nodiscard]] QListView *list() const noexcept { return m_list; }
    [[nodiscard]] QLabel *message() const noexcept { return m_message; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &text);
    void run();

    // Constant after construction.
    Interpreter m_interpreter;
    PaletteModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_message;
};

} // namespace sluice::ui
