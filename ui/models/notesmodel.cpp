// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/notesmodel.h"

#include "ui/models/notetext.h"
#include "ui/panels/format.h"

#include <algorithm>
#include <utility>

namespace sluice::ui {
namespace {

QString nameOf(StageId stage, const Snapshot &snapshot)
{
    const StageSnapshot *known = snapshot.stage(stage);
    return known ? known->name : QString();
}

QString partnerOf(StageId stage, SubscriptionId subscription, const Snapshot &snapshot)
{
    const SubscriptionSnapshot *known = snapshot.subscription(subscription);
    if (!known)
        return {};
    return nameOf(known->producer == stage ? known->consumer : known->producer, snapshot);
}

} // namespace

NotesModel::NotesModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

int NotesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int NotesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant NotesModel::data(const QModelIndex &index, int role) const
{
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && index.column() == TimesColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == TextColumn)
        return row.text;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case TimeColumn:
        return formatClock(row.lastTime);
    case StageColumn:
        return row.stage;
    case TimesColumn:
        return formatCount(row.note.times);
    case TextColumn:
        return row.text;
    default:
        return {};
    }
}

QVariant NotesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Last at");
    case StageColumn:
        return tr("Stage");
    case TimesColumn:
        return tr("Times");
    case TextColumn:
        return tr("What");
    default:
        return {};
    }
}

void NotesModel::add(StageId stage, const StageNote &note)
{
    merge({stage, Topic::Note, note.kind, note.subscription}, note, {});
}

void NotesModel::addRestart(StageId stage, int restarts)
{
    merge({stage, Topic::Restart, {}, {}}, {}, restartText(restarts));
}

void NotesModel::addEnd(const SupervisionEnd &end)
{
    merge({{}, Topic::End, {}, {}}, {}, supervisionEndText(end));
}

void NotesModel::merge(const Key &key, const StageNote &note, const QString &text)
{
    m_total += note.times;
    const auto [news, isNew] = m_news.try_emplace(key);
    Row &row = news->second;
    row.text = text;
    if (isNew) {
        row.key = key;
        row.note = note;
        return;
    }
    const StageNote before = std::exchange(row.note, note);
    row.note.times += before.times;
    row.note.count += before.count;
}

void NotesModel::refresh(const Snapshot &snapshot)
{
    if (m_news.empty())
        return;
    for (auto &[key, news] : std::exchange(m_news, {})) {
        news.lastTime = std::chrono::nanoseconds(snapshot.ranNs);
        const auto same = std::ranges::find(m_rows, key, &Row::key);
        if (same == m_rows.end()) {
            insert(std::move(news), snapshot);
            continue;
        }
        news.note.times += same->note.times;
        news.note.count += same->note.count;
        news.stage = same->stage;
        news.partner = same->partner;
        if (news.text.isEmpty())
            news.text = noteText(news.note, news.partner);
        *same = std::move(news);
        const int row = static_cast<int>(same - m_rows.begin());
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    if (const int most = mostRows; rowCount() > most) {
        beginRemoveRows({}, most, rowCount() - 1);
        for (auto row = m_rows.begin() + most; row != m_rows.end(); ++row)
            m_dropped += row->note.times;
        m_rows.resize(static_cast<std::size_t>(most));
        endRemoveRows();
    }
    Q_EMIT changed();
}

void NotesModel::insert(Row row, const Snapshot &snapshot)
{
    const StageId stage = std::get<StageId>(row.key);
    row.stage = nameOf(stage, snapshot);
    row.partner = partnerOf(stage, row.note.subscription, snapshot);
    if (row.text.isEmpty())
        row.text = noteText(row.note, row.partner);
    beginInsertRows({}, 0, 0);
    m_rows.push_front(std::move(row));
    endInsertRows();
}

void NotesModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_news.clear();
    m_total = m_dropped = 0;
    endResetModel();
    Q_EMIT changed();
}

QString NotesModel::newest() const
{
    const auto last = std::ranges::max_element(m_rows, {}, &Row::lastTime);
    if (last == m_rows.end())
        return {};
    return last->stage.isEmpty() ? last->text : tr("%1 %2").arg(last->stage, last->text);
}

StageId NotesModel::stageAt(int row) const
{
    return std::get<StageId>(m_rows[static_cast<std::size_t>(row)].key);
}

} // namespace sluice::ui
