// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/logdelegate.h"

#include "ui/models/logmodel.h"
#include "ui/panels/logview.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QPainter>

namespace sluice::ui {
namespace {

using RowKind = LogModel::RowKind;

/// From which column on the row is one sentence; ColumnCount: nowhere.
int firstColumnAcross(RowKind kind)
{
    if (kind == RowKind::Note)
        return LogModel::ConsumerColumn;
    return kind == RowKind::Gap ? LogModel::NumbersColumn : LogModel::ColumnCount;
}

} // namespace

LogDelegate::LogDelegate(LogView *view)
    : QStyledItemDelegate(view)
    , m_view(view)
{
}

int LogDelegate::markWidth() const
{
    return m_view->fontMetrics().height();
}

void LogDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // The whole row is the thing here, so no frame around one cell of it.
    option->state.setFlag(QStyle::State_HasFocus, false);
    const RowKind kind = m_view->log()->rowKind(index.row());
    const CanvasColours colours(option->palette);
    switch (kind) {
    case RowKind::Batch:
        break;
    case RowKind::Number:
        if (index.column() == LogModel::CountColumn)
            option->palette.setColor(QPalette::Text, colours.mutedText);
        break;
    case RowKind::More:
        option->font.setUnderline(index.column() == LogModel::NumbersColumn);
        option->palette.setColor(QPalette::Text, option->palette.color(QPalette::Link));
        break;
    case RowKind::Gap:
        option->palette.setColor(QPalette::Text, colours.alarm);
        option->backgroundBrush = QBrush(colours.groove, Qt::BDiagPattern);
        break;
    case RowKind::Note:
        option->font.setBold(true);
        option->backgroundBrush = option->palette.brush(QPalette::AlternateBase);
        break;
    }
}

void LogDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const RowKind kind = m_view->log()->rowKind(index.row());
    const int across = firstColumnAcross(kind);
    if (index.column() >= across) {
        paintAcross(painter, option, index, across);
        return;
    }
    QStyleOptionViewItem cell = option;
    const bool isChild = kind == RowKind::Number || kind == RowKind::More;
    if (isChild && index.column() == LogModel::NumbersColumn)
        cell.rect.setLeft(cell.rect.left() + markWidth());
    QStyledItemDelegate::paint(painter, cell, index);
    if (index.column() == LogModel::TimeColumn)
        paintMark(painter, option, index);
}

void LogDelegate::paintMark(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const LogModel::Fold fold = m_view->log()->fold(index.row());
    if (fold == LogModel::Fold::None)
        return;
    QStyleOptionViewItem mark = option;
    mark.rect.setWidth(markWidth());
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    mark.palette.setColor(
        QPalette::Text,
        option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
    const bool isUnfolded = fold == LogModel::Fold::Unfolded;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(mark.palette.color(QPalette::Text));
    const QPointF centre = QRectF(mark.rect).center();
    const qreal half = markWidth() / 4.0;
    QPolygonF triangle({{-half * 0.7, -half}, {half * 0.9, 0}, {-half * 0.7, half}});
    if (isUnfolded)
        triangle = QTransform().rotate(90).map(triangle);
    painter->drawPolygon(triangle.translated(centre));
    painter->restore();
}

/// Paints the part of the sentence that falls into this cell.
void LogDelegate::paintAcross(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index, int firstColumn) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index.siblingAtColumn(firstColumn));
    const QString sentence = cell.text;
    cell.text.clear();
    const QWidget *widget = option.widget;
    widget->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, widget);

    const QHeaderView *header = m_view->horizontalHeader();
    const int left = header->sectionViewportPosition(firstColumn);
    const int right = header->length() - header->offset();
    const int margin = widget->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, widget);
    const QRect line(QPoint(left + margin + 1, cell.rect.top()),
                     QPoint(right - margin, cell.rect.bottom()));
    const bool isSelected = cell.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setClipRect(cell.rect);
    painter->setFont(cell.font);
    painter->setPen(cell.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(cell.font).elidedText(sentence, Qt::ElideRight, line.width()));
    painter->restore();
}

} // namespace sluice::ui
