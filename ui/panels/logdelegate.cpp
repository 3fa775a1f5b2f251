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

/// A sentence that stands across the row.
struct WordedRow
{
    int firstColumn = LogModel::ColumnCount; ///< from which column on; ColumnCount: there is none
    int textColumn = LogModel::ColumnCount;  ///< whose text it is
};

WordedRow sentenceOf(RowKind kind)
{
    if (kind == RowKind::Note)
        return {LogModel::ConsumerColumn, LogModel::ConsumerColumn};
    if (kind == RowKind::Gap)
        return {LogModel::CountColumn, LogModel::NumbersColumn};
    return {};
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
    const LogModel &log = *m_view->log();
    // Where all rows are shown, those the search matches stand out by their ground and their weight.
    if (log.hasFilter() && !log.isHiding() && log.isMatch(index.row())) {
        option->backgroundBrush = option->palette.brush(QPalette::AlternateBase);
        option->font.setBold(true);
    }
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
    if (index.column() >= sentenceOf(kind).firstColumn) {
        paintSentence(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    if (index.column() == LogModel::NumbersColumn) {
        const int level = kind == RowKind::Batch ? 1 : 2;
        cell.rect.setLeft(cell.rect.left() + level * markWidth());
    }
    QStyledItemDelegate::paint(painter, cell, index);
    if (index.column() == LogModel::NumbersColumn)
        paintMark(painter, option, index);
}

void LogDelegate::paintMark(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const LogModel::Fold fold = m_view->log()->fold(index.row());
    if (fold == LogModel::Fold::None)
        return;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRectF square(option.rect.topLeft(), QSizeF(markWidth(), option.rect.height()));
    const qreal half = markWidth() / 4.0;
    QPolygonF triangle({{-half * 0.7, -half}, {half * 0.9, 0}, {-half * 0.7, half}});
    if (fold == LogModel::Fold::Unfolded)
        triangle = QTransform().rotate(90).map(triangle);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(
        option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawPolygon(triangle.translated(square.center()));
    painter->restore();
}

/// Paints the part of the sentence that falls into this cell.
void LogDelegate::paintSentence(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const WordedRow across = sentenceOf(m_view->log()->rowKind(index.row()));
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index.siblingAtColumn(across.textColumn));
    const QString sentence = cell.text;
    cell.text.clear();
    const QWidget *widget = option.widget;
    widget->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, widget);

    const QHeaderView *header = m_view->horizontalHeader();
    const int left = header->sectionViewportPosition(across.firstColumn);
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
