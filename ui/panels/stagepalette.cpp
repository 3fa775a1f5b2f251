// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/stagepalette.h"

#include "core/pipeline/stagecatalog.h"
#include "ui/commands/stagechoice.h"
#include "ui/panels/kindwords.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QMimeData>
#include <QStyledItemDelegate>

#include <algorithm>

namespace sluice::ui {
namespace {

constexpr int kindRole = Qt::UserRole;

QString mimeType()
{
    return QStringLiteral("application/x-sluice-stage-kind");
}

/// Gives each row the height its description needs where it is wrapped.
class WrappingDelegate final : public QStyledItemDelegate
{
public:
    explicit WrappingDelegate(QTreeView &view)
        : QStyledItemDelegate(&view)
        , m_view(view)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        QStyleOptionViewItem wrapped = option;
        // Any height, as long as it is one.
        wrapped.rect = QRect(0, 0, m_view.columnWidth(index.column()), 1);
        return QStyledItemDelegate::sizeHint(wrapped, index);
    }

private:
    QTreeView &m_view;
};

QTreeWidgetItem *makeKind(const StageKind &kind)
{
    auto *item = new QTreeWidgetItem({kind.name, kindSummary(kind)});
    item->setData(0, kindRole, kind.name);
    for (const int column : {0, 1}) {
        item->setToolTip(column, kindHelp(kind));
        item->setTextAlignment(column, Qt::AlignLeft | Qt::AlignTop);
    }
    item->setDisabled(!canBeginPlain(kind));
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
    setWordWrap(true);
    setItemDelegateForColumn(1, new WrappingDelegate(*this));
    connect(header(), &QHeaderView::sectionResized, this,
            &StagePalette::scheduleDelayedItemsLayout);
    for (const StageRole role :
         {StageRole::Producer, StageRole::ProducerConsumer, StageRole::Consumer}) {
        auto *group = new QTreeWidgetItem({roleWord(role)});
        group->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        addTopLevelItem(group);
        group->setFirstColumnSpanned(true); // roles are longer than kinds
        for (const StageKind &kind : StageCatalog::standard().kinds()) {
            if (kind.role == role)
                group->addChild(makeKind(kind));
        }
        group->setExpanded(true);
    }
    setIndentation(fontMetrics().height());
    header()->resizeSection(0, nameWidth());
    header()->setSectionResizeMode(1, QHeaderView::Stretch);
    connect(this, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        const QString kind = item->data(0, kindRole).toString();
        if (!kind.isEmpty())
            Q_EMIT kindChosen(kind);
    });
}

// Without the roles, which go on over the descriptions.
int StagePalette::nameWidth() const
{
    int widest = 0;
    for (const StageKind &kind : StageCatalog::standard().kinds())
        widest = std::max(widest, fontMetrics().horizontalAdvance(kind.name));
    return widest + 3 * indentation();
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
