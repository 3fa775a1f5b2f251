// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QPointer>

class QDockWidget;
class QLabel;
class QMainWindow;
class QWidget;

namespace sluice::ui {

class PointerRing;
class Preferences;

/// For a class that watches from far away: full screen, texts half as large again, nothing but the
/// graph and one chart, and the keys that are pressed in a corner. Everything is put back after it.
///
/// Lifetime: everything handed over must outlive it.
/// Threads: the GUI thread's.
class Presenter final : public QObject
{
    Q_OBJECT

public:
    /// \a charts stays, the other docks go; \a bars are hidden.
    Presenter(QMainWindow &window, Preferences &preferences, QDockWidget *charts,
              const QList<QWidget *> &bars);

    [[nodiscard]] bool isOn() const noexcept { return m_isOn; }
    void setOn(bool isOn);

Q_SIGNALS:
    void changed(bool isOn);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void begin();
    void end();
    void showKeys(const QString &keys);
    void placeSoon();
    void placeLabels();

    // Constant after construction.
    QMainWindow &m_window;
    Preferences &m_preferences;
    QDockWidget *m_charts;
    QList<QWidget *> m_bars;
    QLabel *m_sign; ///< that it is on, and how to leave
    QLabel *m_keys; ///< pressed last
    PointerRing *m_ring;

    bool m_isOn = false;
    QByteArray m_layout; ///< as it was before
    Qt::WindowStates m_state;
};

} // namespace sluice::ui
