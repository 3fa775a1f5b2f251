// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <chrono>

class QWidget;

namespace sluice::ui {

/// Tells screen readers what has happened, without interrupting them all the time: the first at
/// once, what comes soon after it together later.
///
/// Invariant: speaks at most once an interval, and nothing that was said is left out, except what
/// is said again while it still waits.
/// Threads: the GUI thread's.
class Announcer final : public QObject
{
    Q_OBJECT

public:
    /// Speaks as \a voice, whose accessible name is what was said last.
    explicit Announcer(QWidget &voice,
                       std::chrono::milliseconds interval = std::chrono::seconds(2));

    void say(const QString &sentence);

Q_SIGNALS:
    void spoken(const QString &text);

private:
    void speak();

    QWidget &m_voice;
    QTimer m_pause;
    QStringList m_waiting;
};

} // namespace sluice::ui
