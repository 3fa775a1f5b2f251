// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/windowlayout.h"

#include "ui/settings/settings.h"

#include <QAction>
#include <QApplication>
#include <QInputDialog>
#include <QMenu>
#include <QScreen>

#include <algorithm>
#include <utility>

namespace sluice::ui {
namespace {

// Grows when panels are added or renamed: Qt then refuses what an older version has saved.
constexpr int layoutVersion = 3;

constexpr QSize compactScreen(1280, 720);

QString geometryKey()
{
    return QStringLiteral("window/geometry");
}

QString layoutKey()
{
    return QStringLiteral("window/layout");
}

QString ownKey(const QString &name)
{
    // A slash would open a group.
    return QStringLiteral("layouts/")
        + QString::fromLatin1(name.toUtf8().toBase64(QByteArray::Base64UrlEncoding));
}

// Not the dock's own: that one hides a panel which another tab covers, where one wants to see it.
QAction *makeAction(QDockWidget *dock)
{
    auto *action = new QAction(dock->windowTitle(), dock);
    action->setCheckable(true);
    QObject::connect(dock, &QDockWidget::visibilityChanged, action, &QAction::setChecked);
    QObject::connect(action, &QAction::triggered, dock, [dock](bool isShown) {
        dock->setVisible(isShown);
        dock->raise();
    });
    return action;
}

} // namespace

WindowLayout::WindowLayout(QMainWindow &window, Settings &settings)
    : QObject(&window)
    , m_window(window)
    , m_settings(settings)
{
    window.setDockNestingEnabled(true);
}

QDockWidget *WindowLayout::addPanel(const QString &name, const QString &title, QWidget *widget,
                                    Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, &m_window);
    dock->setObjectName(name);
    dock->setWidget(widget);
    m_window.addDockWidget(area, dock);
    m_places.append({dock, makeAction(dock), area});
    return dock;
}

bool WindowLayout::floatFocused()
{
    QWidget *focus = QApplication::focusWidget();
    for (const Place &place : std::as_const(m_places)) {
        if (!place.dock->isAncestorOf(focus))
            continue;
        place.dock->setFloating(!place.dock->isFloating());
        focus->window()->activateWindow();
        focus->setFocus();
        return true;
    }
    return false;
}

QList<QAction *> WindowLayout::actions() const
{
    QList<QAction *> actions;
    for (const Place &place : m_places)
        actions.append(place.action);
    return actions;
}

void WindowLayout::tabBehind(QDockWidget *dock, QDockWidget *front)
{
    for (Place &place : m_places) {
        if (place.dock == dock)
            place.front = front;
    }
}

void WindowLayout::setVisible(QDockWidget *dock, BuiltIn layout, bool isVisible)
{
    for (Place &place : m_places) {
        if (place.dock == dock)
            place.isShown[static_cast<std::size_t>(layout)] = isVisible;
    }
}

QList<QDockWidget *> WindowLayout::docks() const
{
    QList<QDockWidget *> docks;
    for (const Place &place : m_places)
        docks.append(place.dock);
    return docks;
}

void WindowLayout::apply(BuiltIn layout)
{
    const int em = m_window.fontMetrics().height();
    QDockWidget *last = nullptr;
    QList<QDockWidget *> bottom;
    QList<int> widths;
    for (const Place &place : std::as_const(m_places)) {
        place.dock->setFloating(false);
        m_window.removeDockWidget(place.dock);
    }
    for (const Place &place : std::as_const(m_places)) {
        const bool isBottom = place.area == Qt::BottomDockWidgetArea;
        if (place.front)
            m_window.tabifyDockWidget(place.front, place.dock);
        else if (!isBottom || !last)
            m_window.addDockWidget(place.area, place.dock);
        else if (layout == BuiltIn::Compact)
            m_window.tabifyDockWidget(last, place.dock);
        else
            m_window.splitDockWidget(last, place.dock, Qt::Horizontal);
        place.dock->setVisible(place.isShown[static_cast<std::size_t>(layout)]);
        if (!isBottom) {
            m_window.resizeDocks({place.dock}, {18 * em}, Qt::Horizontal);
            continue;
        }
        if (place.front) {
            place.front->raise();
            continue;
        }
        last = place.dock;
        if (!place.dock->isHidden()) {
            bottom.append(place.dock);
            widths.append(m_window.width() * (bottom.size() == 1 ? 36 : 64) / 100);
        }
    }
    const int share = layout == BuiltIn::Class ? 28 : 34;
    m_window.resizeDocks(bottom, widths, Qt::Horizontal);
    m_window.resizeDocks(bottom, QList<int>(bottom.size(), m_window.height() * share / 100),
                         Qt::Vertical);
    if (layout == BuiltIn::Compact && !bottom.isEmpty())
        bottom.first()->raise();
}

void WindowLayout::restore()
{
    const QSize available = m_window.screen()->availableSize();
    m_window.resize((available * 0.8).expandedTo(QSize(1024, 600)).boundedTo(available));
    const bool isSmall =
        available.width() < compactScreen.width() || available.height() < compactScreen.height();
    apply(isSmall ? BuiltIn::Compact : BuiltIn::Default);
    m_window.restoreGeometry(m_settings.store().value(geometryKey()).toByteArray());
    m_window.restoreState(m_settings.store().value(layoutKey()).toByteArray(), layoutVersion);
    clampToScreen();
}

void WindowLayout::remember()
{
    m_settings.store().setValue(geometryKey(), m_window.saveGeometry());
    m_settings.store().setValue(layoutKey(), m_window.saveState(layoutVersion));
}

void WindowLayout::clampToScreen()
{
    const QRect screen = m_window.screen()->availableGeometry();
    QRect frame = m_window.geometry();
    frame.setSize(frame.size().boundedTo(screen.size()));
    if (!screen.contains(frame)) {
        frame.moveTo(std::clamp(frame.x(), screen.x(), screen.right() + 1 - frame.width()),
                     std::clamp(frame.y(), screen.y(), screen.bottom() + 1 - frame.height()));
        m_window.setGeometry(frame);
    }
}

QStringList WindowLayout::names() const
{
    QStringList names;
    QSettings &store = m_settings.store();
    store.beginGroup(QStringLiteral("layouts"));
    for (const QString &key : store.childKeys()) {
        names.append(QString::fromUtf8(
            QByteArray::fromBase64(key.toLatin1(), QByteArray::Base64UrlEncoding)));
    }
    store.endGroup();
    names.sort(Qt::CaseInsensitive);
    return names;
}

void WindowLayout::save(const QString &name)
{
    m_settings.store().setValue(ownKey(name), m_window.saveState(layoutVersion));
}

void WindowLayout::apply(const QString &name)
{
    const QByteArray state = m_settings.store().value(ownKey(name)).toByteArray();
    if (!m_window.restoreState(state, layoutVersion))
        apply(BuiltIn::Default);
}

void WindowLayout::remove(const QString &name)
{
    m_settings.store().remove(ownKey(name));
}

void WindowLayout::askAndSave()
{
    auto *dialog = new QInputDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save the layout"));
    dialog->setLabelText(tr("Name of the layout; one of the same name is replaced:"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &name) {
        if (!name.trimmed().isEmpty())
            save(name.trimmed());
    });
    dialog->open();
}

void WindowLayout::keepMenu(QMenu *menu)
{
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMenu(menu); });
    fillMenu(menu);
}

void WindowLayout::fillMenu(QMenu *menu)
{
    menu->clear();
    for (const auto &[text, layout] :
         {std::pair{tr("&Default"), BuiltIn::Default}, std::pair{tr("&Class"), BuiltIn::Class},
          std::pair{tr("De&bug"), BuiltIn::Debug}, std::pair{tr("C&ompact"), BuiltIn::Compact}}) {
        QAction *action = menu->addAction(text);
        connect(action, &QAction::triggered, this, [this, layout = layout] { apply(layout); });
    }
    menu->addSeparator();
    const QStringList own = names();
    for (const QString &name : own) {
        QAction *action = menu->addAction(QString(name).replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, name] { apply(name); });
    }
    connect(menu->addAction(tr("&Save this layout…")), &QAction::triggered, this,
            &WindowLayout::askAndSave);
    if (own.isEmpty())
        return;
    QMenu *removal = menu->addMenu(tr("&Forget"));
    for (const QString &name : own) {
        QAction *action = removal->addAction(QString(name).replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, name] { remove(name); });
    }
}

} // namespace sluice::ui
