// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/stagepalette.h"

#include "core/pipeline/stagecatalog.h"
#include "ui/commands/stagechoice.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QMimeData>

namespace sluice::ui {
namespace {

constexpr int kindRole = Qt::UserRole;

QString mimeType()
{
    return QStringLiteral("application/x-sluice-stage-kind");
}

QTreeWidgetItem *makeKind(const StageKind &kind)
{
    auto *item = new QTreeWidgetItem({kind.name, kind.summary});
    item->setData(0, kindRole, kind.name);
    item->setToolTip(0, kind.summary);
    item->setToolTip(1, kind.summary);
    if (!canBeginPlain(kind)) {
        item->setDisabled(true);
        const QString tip =
            StagePalette::tr("%1 Needs options: write it into the file.").arg(kind.summary);
        item->setToolTip(0, tip);
        item->setToolTip(1, tip);
    }
    return item;
}

} // namespace

StagePalette::StagePalette(QWidget *parent)
    : QTreeWidget(parent)
{
    setAccessibleName(tr("Kinds of stages"));
    setAccessibleDescription(tr("Enter adds a stage of the kind beside the selected one."));
    setColumnCount(2);
    setHeaderLabels({tr("Kind"), tr("What it does")});
    setDragDropMode(QAbstractItemView::DragOnly);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setUniformRowHeights(true);
    for (const StageRole role :
         {StageRole::Producer, StageRole::ProducerConsumer, StageRole::Consumer}) {
        auto *group = new QTreeWidgetItem({roleWord(role)});
        group->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        addTopLevelItem(group);
        for (const StageKind &kind : StageCatalog::standard().kinds()) {
            if (kind.role == role)
                group->addChild(makeKind(kind));
        }
        group->setExpanded(true);
    }
    resizeColumnToContents(0);
    connect(this, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        const QString kind = item->data(0, kindRole).toString();
        if (!kind.isEmpty())
            Q_EMIT kindChosen(kind);
    });
}

QString StagePalette::draggedKind(const QMimeData *data)
{
    return QString::fromUtf8(data->data(mimeType()));
}

QMimeData *StagePalette::mimeData(const QList<QTreeWidgetItem *> &items) const
{
    const QString kind = items.isEmpty() ? QString() : items.first()->data(0, kindRole).toString();
    if (kind.isEmpty())
        return nullptr;
    auto *mime = new QMimeData;
    mime->setData(mimeType(), kind.toUtf8());
    return mime;
}

QStringList StagePalette::mimeTypes() const
{
    return {mimeType()};
}

} // namespace sluice::ui
