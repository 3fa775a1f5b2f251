// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logmodel.h"
#include "ui/models/logtext.h"
#include "ui/panels/format.h"

#include <chrono>

// What the cells of the log say.

namespace sluice::ui {

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(placeOf(index.row()), index.column());
    case Qt::AccessibleTextRole:
        return aloud(placeOf(index.row()), index.column());
    case Qt::ToolTipRole:
        return toolTip(placeOf(index.row()));
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    default:
        return {};
    }
}

QString LogModel::text(const Place &place, int column) const
{
    const LogRow row = m_store.row(place.number);
    if (place.child >= 0)
        return childText(place, row, column);
    switch (column) {
    case TimeColumn:
        return logTime(row.timeNs - m_startNs);
    case ConsumerColumn:
        return row.kind == LogRow::Kind::Note ? row.text : consumerName(row);
    case ThreadColumn:
        return row.consumer < m_consumers.size() && row.kind != LogRow::Kind::Note
            ? QString::number(m_consumers[row.consumer].thread)
            : QString();
    case NumbersColumn:
        return row.kind == LogRow::Kind::Note ? QString() : logNumbers(row, m_usualStep);
    case CountColumn:
        return place.kind == RowKind::Batch ? formatCount(row.count) : QString();
    case WaitColumn:
        return place.kind == RowKind::Batch ? formatDuration(std::chrono::nanoseconds(row.waitNs))
                                            : QString();
    default:
        return {};
    }
}

/// Single numbers repeat nothing that stands in their batch's row.
QString LogModel::childText(const Place &place, const LogRow &row, int column) const
{
    if (place.kind == RowKind::More) {
        return column == NumbersColumn ? tr("… %1 more").arg(formatCount(row.count - place.child))
                                       : QString();
    }
    if (column == NumbersColumn)
        return logNumberAt(row, place.child);
    return column == CountColumn ? formatCount(place.child + 1) : QString();
}

QString LogModel::aloud(const Place &place, int column) const
{
    const LogRow row = m_store.row(place.number);
    const QString shown = text(place, column);
    if (shown.isEmpty())
        return {};
    if (place.child >= 0) {
        if (place.kind == RowKind::More || column == NumbersColumn)
            return shown;
        return tr("%1 of %2").arg(shown, formatCount(row.count));
    }
    switch (column) {
    case TimeColumn:
        return tr("after %1 seconds").arg(shown);
    case ThreadColumn:
        return tr("thread %1").arg(shown);
    case NumbersColumn:
        return logNumbersAloud(row, m_usualStep);
    case WaitColumn:
        return tr("waited %1").arg(shown);
    default:
        return shown;
    }
}

QString LogModel::toolTip(const Place &place) const
{
    const LogRow row = m_store.row(place.number);
    if (place.kind == RowKind::Note)
        return row.text;
    if (place.kind == RowKind::Gap) {
        return tr("%1 wrote faster than the log was read; a consumer never waits for the log")
            .arg(consumerName(row));
    }
    if (row.consumer >= m_consumers.size())
        return {};
    const LogConsumer &consumer = m_consumers[row.consumer];
    return tr("%1 on thread %2 (%3 to the operating system)\n%4 s after the start\nwaited %5")
        .arg(consumer.name, QString::number(consumer.thread), QString::number(consumer.osThread),
             numberLocale().toString(static_cast<double>(row.timeNs - m_startNs) / 1e9, 'f', 9),
             formatDuration(std::chrono::nanoseconds(row.waitNs)));
}

QString LogModel::consumerName(const LogRow &row) const
{
    return row.consumer < m_consumers.size() ? m_consumers[row.consumer].name : QString();
}

} // namespace sluice::ui
