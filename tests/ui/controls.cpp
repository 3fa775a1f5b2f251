// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/controls.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>

namespace sluice::test {
namespace {

bool isControl(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget)
        || qobject_cast<const QAbstractItemView *>(widget)
        || qobject_cast<const QAbstractSlider *>(widget)
        || qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QLineEdit *>(widget)
        || qobject_cast<const QKeySequenceEdit *>(widget);
}

/// A piece of a control of Qt's, which speaks for it.
bool isPart(const QWidget *widget)
{
    if (widget->objectName().startsWith(QStringLiteral("qt_")) || widget->inherits("QScrollBar")
        || widget->inherits("QHeaderView"))
        return true;
    for (const QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
        if (qobject_cast<const QComboBox *>(above) || qobject_cast<const QAbstractSpinBox *>(above)
            || qobject_cast<const QKeySequenceEdit *>(above)
            || qobject_cast<const QLineEdit *>(above))
            return true;
    }
    return false;
}

bool isScrolled(const QWidget *widget)
{
    for (const QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(above))
            return true;
    }
    return false;
}

} // namespace

QString pathOf(const QWidget *widget)
{
    QStringList path;
    for (; widget; widget = widget->parentWidget()) {
        path.prepend(QString::fromLatin1(widget->metaObject()->className())
                     + (widget->objectName().isEmpty() ? QString() : u'#' + widget->objectName()));
    }
    return path.join(QStringLiteral(" / "));
}

QList<QWidget *> controlsOf(const QWidget &root)
{
    QList<QWidget *> controls = root.findChildren<QWidget *>();
    controls.removeIf([](const QWidget *widget) {
        return !widget->isVisible() || !widget->isEnabled() || !isControl(widget) || isPart(widget);
    });
    return controls;
}

QStringList namelessControls(const QWidget &root)
{
    QStringList nameless;
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisible() || !isControl(widget) || isPart(widget))
            continue;
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (!face || face->text(QAccessible::Name).isEmpty())
            nameless.append(pathOf(widget));
    }
    return nameless;
}

QStringList clippedTexts(const QWidget &root)
{
    QStringList clipped;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisible() || isScrolled(widget))
            continue;
        if (qobject_cast<const QLineEdit *>(widget->parentWidget()))
            continue; // a button inside a field shows its icon, never its text
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const QString text = label ? label->text() : button ? button->text() : QString();
        if (text.isEmpty())
            continue;
        const QSize needed = label && label->wordWrap()
            ? QSize(0, label->heightForWidth(label->width()))
            : widget->minimumSizeHint();
        if (widget->width() < needed.width() || widget->height() < needed.height())
            clipped.append(pathOf(widget) + QStringLiteral(": ") + text);
    }
    return clipped;
}

} // namespace sluice::test
