// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/accessiblecanvas.h"

#include "ui/canvas/edgeitem.h"
#include "ui/canvas/graphscene.h"
#include "ui/canvas/graphview.h"
#include "ui/canvas/stageitem.h"
#include "ui/theme/theme.h"

#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QGraphicsObject>
#include <QGraphicsView>

namespace sluice::ui {
namespace {

struct CanvasTexts
{
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};

/// "printer, consumer, busy 96 %, demand 7 of 10"
QString stageName(const StageItem &item)
{
    const StageTexts &texts = item.texts();
    QStringList parts{texts.name, roleWord(item.role())};
    parts +=
        texts.share.isEmpty() ? texts.says : CanvasTexts::tr("%1 %2").arg(texts.says, texts.share);
    parts += texts.shortDemand;
    if (!texts.discarded.isEmpty())
        parts += texts.discarded;
    return parts.join(QStringLiteral(", "));
}

/// A stage or a subscription.
class AccessibleItem final : public QAccessibleObject, public QAccessibleActionInterface
{
public:
    explicit AccessibleItem(QGraphicsObject *item)
        : QAccessibleObject(item)
    {
    }

    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return view() ? QAccessible::queryAccessibleInterface(view()) : nullptr;
    }

    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Graphic; }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (!scene())
            return {};
        if (kind == QAccessible::Description)
            return scene()->tip(item());
        if (kind != QAccessible::Name)
            return {};
        if (const auto *stage = qobject_cast<const StageItem *>(item()))
            return stageName(*stage);
        return scene()->tip(item()).section(u'\n', 0, 0);
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = state.selectable = true;
        state.selected = item() && item()->isSelected();
        state.focused = state.selected && view() && view()->hasFocus();
        return state;
    }

    [[nodiscard]] QRect rect() const override
    {
        if (!item() || !view())
            return {};
        const QRectF inScene = item()->mapRectToScene(item()->boundingRect());
        const QRect inView = view()->mapFromScene(inScene).boundingRect();
        return {view()->viewport()->mapToGlobal(inView.topLeft()), inView.size()};
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
            ? static_cast<QAccessibleActionInterface *>(this)
            : nullptr;
    }

    [[nodiscard]] QStringList actionNames() const override { return {setFocusAction()}; }

    void doAction(const QString &name) override
    {
        if (name != setFocusAction() || !scene() || !view())
            return;
        view()->setFocus();
        scene()->clearSelection();
        item()->setSelected(true);
    }

    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] QGraphicsObject *item() const
    {
        return qobject_cast<QGraphicsObject *>(object());
    }

    [[nodiscard]] GraphScene *scene() const
    {
        return item() ? qobject_cast<GraphScene *>(item()->scene()) : nullptr;
    }

    [[nodiscard]] QGraphicsView *view() const
    {
        return scene() && !scene()->views().isEmpty() ? scene()->views().constFirst() : nullptr;
    }
};

class AccessibleCanvas final : public QAccessibleWidget
{
public:
    explicit AccessibleCanvas(GraphView *view)
        : QAccessibleWidget(view, QAccessible::Canvas)
    {
    }

    [[nodiscard]] int childCount() const override { return static_cast<int>(items().size()); }

    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        QGraphicsObject *item = items().value(index);
        return item ? QAccessible::queryAccessibleInterface(item) : nullptr;
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        return static_cast<int>(items().indexOf(qobject_cast<QGraphicsObject *>(child->object())));
    }

    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (QAccessibleInterface *found = child(i); found->rect().contains(x, y))
                return found;
        }
        return nullptr;
    }

    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (QAccessibleInterface *found = child(i); found->state().focused)
                return found;
        }
        return nullptr;
    }

private:
    [[nodiscard]] QList<QGraphicsObject *> items() const
    {
        const auto *view = qobject_cast<const GraphView *>(widget());
        const auto *scene = view ? qobject_cast<const GraphScene *>(view->scene()) : nullptr;
        return scene ? scene->walkOrder() : QList<QGraphicsObject *>();
    }
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    if (auto *view = qobject_cast<GraphView *>(object))
        return new AccessibleCanvas(view);
    if (qobject_cast<StageItem *>(object) || qobject_cast<EdgeItem *>(object))
        return new AccessibleItem(qobject_cast<QGraphicsObject *>(object));
    return nullptr;
}

} // namespace

void installAccessibleCanvas()
{
    QAccessible::installFactory(&makeInterface); // an installed one is not installed twice
}

} // namespace sluice::ui
