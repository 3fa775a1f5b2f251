// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logmodel.h"

#include "ui/models/logtext.h"
#include "ui/panels/format.h"

#include <algorithm>
#include <chrono>

namespace sluice::ui {

LogModel::LogModel(std::int64_t capacity, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(capacity)
{
    connect(&m_slices, &QTimer::timeout, this, &LogModel::lookThrough);
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    const std::int64_t unfolded =
        m_unfolded.empty() ? 0 : m_unfolded.back().before + m_unfolded.back().rows();
    return static_cast<int>(shownRows() + unfolded);
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void LogModel::append(const std::vector<LogRow> &rows)
{
    if (rows.empty())
        return;
    if (hasFilter()) {
        appendMatching(rows);
    } else {
        const int end = rowCount();
        beginInsertRows({}, end, end + static_cast<int>(rows.size()) - 1);
        for (const LogRow &row : rows)
            m_store.append(row);
        endInsertRows();
    }
    while (const std::int64_t chunkRows = m_store.rowsToDrop())
        dropOldestChunk(chunkRows);
}

void LogModel::dropOldestChunk(std::int64_t chunkRows)
{
    const std::int64_t newBegin = m_store.begin() + chunkRows;
    const auto kept = std::ranges::lower_bound(m_unfolded, newBegin, {}, &Unfolded::number);
    std::int64_t tableRows = m_isHiding ? m_matches.inOldestChunk() : chunkRows;
    for (auto dropped = m_unfolded.begin(); dropped != kept; ++dropped)
        tableRows += dropped->rows();
    if (tableRows > 0)
        beginRemoveRows({}, 0, static_cast<int>(tableRows) - 1);
    m_store.dropOldestChunk();
    if (hasFilter())
        m_matches.dropOldestChunk();
    m_unfolded.erase(m_unfolded.begin(), kept);
    countBefore();
    if (tableRows > 0)
        endRemoveRows();
}

void LogModel::clear()
{
    beginResetModel();
    m_store.clear();
    m_unfolded.clear();
    m_matches.reset(m_store.begin(), m_store.end());
    endResetModel();
}

void LogModel::setUsualStep(Integer step)
{
    m_usualStep = step;
}

LogModel::RowKind LogModel::rowKind(int row) const
{
    return placeOf(row).kind;
}

LogModel::Fold LogModel::fold(int row) const
{
    const Place place = placeOf(row);
    if (place.kind != RowKind::Batch || m_store.row(place.number).count < 2)
        return Fold::None;
    return std::ranges::binary_search(m_unfolded, place.number, {}, &Unfolded::number)
        ? Fold::Unfolded
        : Fold::Folded;
}

void LogModel::setUnfolded(int row, bool unfolded)
{
    if (fold(row) != (unfolded ? Fold::Folded : Fold::Unfolded))
        return;
    const std::int64_t number = placeOf(row).number;
    const auto at = std::ranges::lower_bound(m_unfolded, number, {}, &Unfolded::number);
    if (unfolded) {
        const EventCount count = m_store.row(number).count;
        const Unfolded added{number, std::min(count, numbersPerUnfolding), count, 0};
        beginInsertRows({}, row + 1, row + static_cast<int>(added.rows()));
        m_unfolded.insert(at, added);
        countBefore();
        endInsertRows();
    } else {
        beginRemoveRows({}, row + 1, row + static_cast<int>(at->rows()));
        m_unfolded.erase(at);
        countBefore();
        endRemoveRows();
    }
    const QModelIndex changed = index(row, NumbersColumn);
    Q_EMIT dataChanged(changed, changed);
}

void LogModel::showMore(int row)
{
    const std::int64_t number = placeOf(row).number;
    const auto at = std::ranges::lower_bound(m_unfolded, number, {}, &Unfolded::number);
    const EventCount shown = std::min(at->count, at->shown + numbersPerUnfolding);
    // The More row moves down, or the last number takes its place.
    const EventCount added = shown - at->shown - (shown == at->count ? 1 : 0);
    if (added > 0)
        beginInsertRows({}, row, row + static_cast<int>(added) - 1);
    at->shown = shown;
    countBefore();
    if (added > 0)
        endInsertRows();
    const int changed = row + static_cast<int>(added);
    Q_EMIT dataChanged(index(changed, 0), index(changed, ColumnCount - 1));
}

int LogModel::batchRow(int row) const
{
    const Place place = placeOf(row);
    return place.child < 0 ? row : row - static_cast<int>(place.child) - 1;
}

void LogModel::countBefore()
{
    std::int64_t before = 0;
    for (Unfolded &unfolded : m_unfolded) {
        unfolded.before = before;
        before += unfolded.rows();
    }
}

LogModel::Place LogModel::placeOf(int row) const
{
    // The last unfolded batch at or above the row decides how far rows are shifted.
    const auto tableRow = [this](const Unfolded &unfolded) {
        return shownPlace(unfolded.number) + unfolded.before;
    };
    const auto below = std::ranges::upper_bound(m_unfolded, std::int64_t{row}, {}, tableRow);
    std::int64_t shift = 0;
    if (below != m_unfolded.begin()) {
        const Unfolded &above = *std::prev(below);
        const std::int64_t child = row - tableRow(above) - 1;
        if (child >= 0 && child < above.rows()) {
            return {above.number, child, child < above.shown ? RowKind::Number : RowKind::More};
        }
        shift = above.before + (child < 0 ? 0 : above.rows());
    }
    Place place{shownNumber(row - shift), -1, RowKind::Batch};
    switch (m_store.row(place.number).kind) {
    case LogRow::Kind::Sequence:
    case LogRow::Kind::Events:
        break;
    case LogRow::Kind::Gap:
        place.kind = RowKind::Gap;
        break;
    case LogRow::Kind::Note:
        place.kind = RowKind::Note;
        break;
    }
    return place;
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber =
            section == TimeColumn || section == CountColumn || section == WaitColumn;
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter)
                                   | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role == Qt::ToolTipRole && section == TimeColumn)
        return tr("Seconds since the start");
    if (role == Qt::ToolTipRole && section == WaitColumn)
        return tr("From the producer sending the events until they were handled");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time (s)");
    case ConsumerColumn:
        return tr("Consumer");
    case ThreadColumn:
        return tr("Thread");
    case NumbersColumn:
        return tr("Events");
    case CountColumn:
        return tr("Count");
    case WaitColumn:
        return tr("Wait");
    default:
        return {};
    }
}

} // namespace sluice::ui
