// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/announcer.h"

#include <QAccessible>
#include <QWidget>

#include <utility>

namespace sluice::ui {

Announcer::Announcer(QWidget &voice, std::chrono::milliseconds interval)
    : QObject(&voice)
    , m_voice(voice)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(interval);
    connect(&m_pause, &QTimer::timeout, this, &Announcer::speak);
}

void Announcer::say(const QString &sentence)
{
    if (sentence.isEmpty() || m_waiting.contains(sentence))
        return;
    m_waiting.append(sentence);
    if (!m_pause.isActive())
        speak();
}

void Announcer::speak()
{
    if (m_waiting.isEmpty())
        return;
    const QString text = std::exchange(m_waiting, {}).join(u' ');
    m_pause.start();
    m_voice.setAccessibleName(text); // tells of the new name, too
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(&m_voice, text);
#else
    QAccessibleEvent event(&m_voice, QAccessible::Alert);
#endif
    QAccessible::updateAccessibility(&event);
    Q_EMIT spoken(text);
}

} // namespace sluice::ui
