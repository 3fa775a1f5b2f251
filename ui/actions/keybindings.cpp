// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions/keybindings.h"

#include "ui/actions/actions.h"
#include "ui/settings/settings.h"

namespace sluice::ui {
namespace {

constexpr char builtInKeys[] = "builtInKeys";

} // namespace

KeyBindings::KeyBindings(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    connect(&settings, &Settings::keysChanged, this, &KeyBindings::apply);
}

void KeyBindings::add(QAction *action)
{
    action->setProperty(builtInKeys, QVariant::fromValue(action->shortcuts()));
    m_actions.append(action);
    const auto own = m_settings.keys().constFind(action->objectName());
    if (own == m_settings.keys().cend())
        return;
    const auto keys = QKeySequence::fromString(*own);
    // Keys that another version gave to somebody else are not taken away from there.
    if (!keys.isEmpty() && holder(keys, action))
        return;
    action->setShortcuts(keys.isEmpty() ? QList<QKeySequence>() : QList{keys});
    renewTip(action);
}

QAction *KeyBindings::holder(const QKeySequence &keys, const QAction *action) const
{
    for (QAction *other : m_actions) {
        if (other == action)
            continue;
        for (const QKeySequence &taken : other->shortcuts()) {
            if (taken.matches(keys) != QKeySequence::NoMatch
                || keys.matches(taken) != QKeySequence::NoMatch)
                return other;
        }
    }
    return nullptr;
}

QAction *KeyBindings::bind(QAction *action, const QKeySequence &keys)
{
    if (!keys.isEmpty()) {
        if (QAction *other = holder(keys, action))
            return other;
    }
    QMap<QString, QString> all = m_settings.keys();
    if (builtIn(action).contains(keys) || (keys.isEmpty() && builtIn(action).isEmpty()))
        all.remove(action->objectName());
    else
        all.insert(action->objectName(), keys.toString());
    m_settings.setKeys(all);
    return nullptr;
}

void KeyBindings::restoreDefaults()
{
    m_settings.setKeys({});
}

QList<QKeySequence> KeyBindings::builtIn(const QAction *action) const
{
    return action->property(builtInKeys).value<QList<QKeySequence>>();
}

void KeyBindings::apply()
{
    for (QAction *action : std::as_const(m_actions)) {
        const auto own = m_settings.keys().constFind(action->objectName());
        QList<QKeySequence> keys = builtIn(action);
        if (own != m_settings.keys().cend())
            keys = own->isEmpty() ? QList<QKeySequence>() : QList{QKeySequence(*own)};
        if (action->shortcuts() != keys)
            action->setShortcuts(keys);
        renewTip(action);
    }
    Q_EMIT changed();
}

QString plainText(const QAction *action)
{
    QString text = action->text();
    text.remove(u'&');
    if (text.endsWith(u'…'))
        text.chop(1);
    return text;
}

} // namespace sluice::ui
