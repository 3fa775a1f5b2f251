// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions/stagemenus.h"

#include "ui/actions/actions.h"
#include "ui/actions/editing.h"
#include "ui/commands/stagechoice.h"
#include "ui/panels/kindwords.h"

#include <QCoreApplication>
#include <QMenu>

#include <array>
#include <utility>

namespace sluice::ui {
namespace {

struct MenuTexts
{
    Q_DECLARE_TR_FUNCTIONS(StageMenus)
};

void addKind(QMenu *menu, const StageKind &kind, Editing &editing)
{
    auto *action = new QAction(kind.name, menu);
    action->setObjectName(QStringLiteral("add-") + kind.name);
    action->setEnabled(canBeginPlain(kind));
    describeAction(action, kindHelp(kind));
    QObject::connect(action, &QAction::triggered, &editing,
                     [&editing, name = kind.name] { editing.addStage(name); });
    menu->addAction(action);
}

} // namespace

QList<QMenu *> makeStageMenus(QWidget *parent, Editing &editing)
{
    const std::array menus = {
        std::pair{StageRole::Producer, new QMenu(MenuTexts::tr("Add &producer"), parent)},
        std::pair{StageRole::ProducerConsumer,
                  new QMenu(MenuTexts::tr("Add producer-&consumer"), parent)},
        std::pair{StageRole::Consumer, new QMenu(MenuTexts::tr("Add consumer of &kind"), parent)},
    };
    QList<QMenu *> list;
    for (const auto &[role, menu] : menus) {
        menu->setToolTipsVisible(true);
        for (const StageKind &kind : StageCatalog::standard().kinds()) {
            if (kind.role == role)
                addKind(menu, kind, editing);
        }
        list.append(menu);
    }
    return list;
}

} // namespace sluice::ui
