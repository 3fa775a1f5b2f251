// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"
#include "core/telemetry/stagenotes.h"

#include <QAbstractTableModel>
#include <QString>

#include <chrono>
#include <deque>
#include <map>
#include <tuple>
#include <vector>

namespace sluice::ui {

/// What stages have to tell: notes, restarts, and a supervisor that gives up. What is said for the
/// first time comes first.
///
/// Notes of one kind about one thing share a row with their number, so that a stage that notes
/// something with every message costs one row. Of more than mostRows rows the oldest go, and their
/// number stays.
///
/// Threads: the GUI thread's.
class NotesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, StageColumn, TimesColumn, TextColumn, ColumnCount };

    static constexpr int mostRows = 500;

    explicit NotesModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    // Taking notes; cheap, shown by the next refresh().

    void add(StageId stage, const StageNote &note);
    void addRestart(StageId stage, int restarts);
    void addEnd(const SupervisionEnd &end);

    /// Brings the rows up to date. \a snapshot gives names and the time.
    void refresh(const Snapshot &snapshot);

    void clear();

    /// How often anything was noted since clear(), in rows that have gone too.
    [[nodiscard]] std::int64_t total() const noexcept { return m_total; }

    /// Of those, how many are in no row any more.
    [[nodiscard]] std::int64_t dropped() const noexcept { return m_dropped; }

    /// The newest row in one line; empty if there is none.
    [[nodiscard]] QString newest() const;

    /// Whose row it is; not valid for the supervisor's.
    [[nodiscard]] StageId stageAt(int row) const;

Q_SIGNALS:
    /// total() is another.
    void changed();

private:
    /// What a row is about besides its stage and its subscription.
    enum class Topic : unsigned char { Note, Restart, End };

    using Key = std::tuple<StageId, Topic, StageNote::Kind, SubscriptionId>;

    struct Row
    {
        Key key;
        StageNote note;
        QString stage;
        QString partner;
        QString text;
        std::chrono::nanoseconds lastTime{0}; ///< into the run
    };

    void merge(const Key &key, const StageNote &note, const QString &text);
    void insert(Row row, const Snapshot &snapshot);

    std::deque<Row> m_rows;    // newest first
    std::map<Key, Row> m_news; // since refresh()
    std::int64_t m_total = 0;
    std::int64_t m_dropped = 0;
};

} // namespace sluice::ui
