// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>

namespace sluice::ui {

class Settings;

/// Which keys do what: the built-in ones, and what a person put in their place.
///
/// No two actions ever have the same keys.
///
/// Lifetime: the settings must outlive it.
/// Threads: the GUI thread's.
class KeyBindings final : public QObject
{
    Q_OBJECT

public:
    explicit KeyBindings(Settings &settings, QObject *parent = nullptr);

    /// Takes the keys \a action has now as its built-in ones and gives it those of the settings.
    /// Ownership: not taken; it must outlive this. Pre: its objectName() is its own.
    void add(QAction *action);

    /// Everything that was added.
    [[nodiscard]] const QList<QAction *> &actions() const noexcept { return m_actions; }

    /// Another action that \a keys are taken by, wholly or as their beginning; nullptr if \a action
    /// may have them.
    [[nodiscard]] QAction *holder(const QKeySequence &keys, const QAction *action) const;

    /// Gives \a action these keys and no others, and remembers it; empty ones take its keys away.
    /// Returns the one that has them already, and then changes nothing.
    QAction *bind(QAction *action, const QKeySequence &keys);

    /// Gives every action its built-in keys again.
    void restoreDefaults();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QList<QKeySequence> builtIn(const QAction *action) const;
    void apply();

    Settings &m_settings;
    QList<QAction *> m_actions;
};

/// An action's text as one reads it: without the mark of its letter and without an ellipsis.
[[nodiscard]] QString plainText(const QAction *action);

} // namespace sluice::ui
