// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/presenter.h"

#include "ui/settings/settings.h"
#include "ui/window/pointerring.h"
#include "ui/window/preferences.h"

#include <QApplication>
#include <QDockWidget>
#include <QKeyEvent>
#include <QLabel>
#include <QMainWindow>
#include <QScreen>
#include <QTimer>
#include <QWindow>

namespace sluice::ui {
namespace {

QLabel *makeSign(QWidget *window)
{
    auto *label = new QLabel(window);
    label->setAutoFillBackground(true);
    label->setBackgroundRole(QPalette::Highlight);
    label->setForegroundRole(QPalette::HighlightedText);
    label->setMargin(label->fontMetrics().height() / 2);
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    label->hide();
    return label;
}

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt
        || key == Qt::Key_Meta || key == Qt::Key_AltGr || key == Qt::Key_unknown;
}

} // namespace

Presenter::Presenter(QMainWindow &window, Preferences &preferences, QDockWidget *charts,
                     const QList<QWidget *> &bars)
    : QObject(&window)
    , m_window(window)
    , m_preferences(preferences)
    , m_charts(charts)
    , m_bars(bars)
    , m_sign(makeSign(&window))
    , m_keys(makeSign(&window))
    , m_ring(new PointerRing(&window))
{
}

void Presenter::setOn(bool isOn)
{
    if (m_isOn == isOn)
        return;
    m_isOn = isOn;
    if (isOn)
        begin();
    else
        end();
    Q_EMIT changed(isOn);
}

void Presenter::begin()
{
    m_layout = m_window.saveState();
    m_state = m_window.windowState();
    for (auto *dock : m_window.findChildren<QDockWidget *>())
        dock->setVisible(dock == m_charts);
    for (QWidget *bar : m_bars)
        bar->hide();
    m_preferences.setPresenting(true);
    m_window.setWindowState(m_state | Qt::WindowFullScreen);
    // Of the height that the window is about to have.
    m_window.resizeDocks({m_charts}, {m_window.screen()->size().height() * 3 / 10}, Qt::Vertical);
    m_sign->setText(tr("Presenter – Shift+F11 leaves"));
    m_sign->show();
    qApp->installEventFilter(this);
    placeSoon();
}

void Presenter::end()
{
    qApp->removeEventFilter(this);
    m_sign->hide();
    m_keys->hide();
    m_ring->hide();
    m_preferences.setPresenting(false);
    m_window.setWindowState(m_state);
    for (QWidget *bar : m_bars)
        bar->show();
    m_window.restoreState(m_layout);
}

bool Presenter::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && event->type() == QEvent::Resize)
        placeSoon();
    // Shortcuts never arrive as key presses, but everybody is asked about them first.
    if (event->type() == QEvent::ShortcutOverride && m_preferences.presenter().showsKeys) {
        const auto *press = static_cast<QKeyEvent *>(event);
        if (!isModifier(press->key()) && !press->isAutoRepeat())
            showKeys(QKeySequence(press->keyCombination()).toString(QKeySequence::NativeText));
    }
    // Windows hear of all movements, widgets only of those they ask for.
    if (event->type() == QEvent::MouseMove && watched == m_window.windowHandle()
        && m_preferences.presenter().showsRing)
        m_ring->moveTo(static_cast<QMouseEvent *>(event)->position().toPoint());
    return QObject::eventFilter(watched, event);
}

void Presenter::showKeys(const QString &keys)
{
    m_keys->setText(keys);
    m_keys->show();
    placeSoon();
}

void Presenter::placeSoon()
{
    // Labels know the size of their text only after they have heard of its font.
    QTimer::singleShot(0, this, &Presenter::placeLabels);
}

void Presenter::placeLabels()
{
    for (QLabel *label : {m_sign, m_keys}) {
        label->adjustSize();
        label->raise();
    }
    m_sign->move(m_window.width() - m_sign->width(), 0);
    m_keys->move(m_window.width() - m_keys->width(), m_sign->height());
}

} // namespace sluice::ui
