// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/logdrain.h"
#include "ui/models/logfilter.h"
#include "ui/models/logmatches.h"
#include "ui/models/logstore.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <chrono>
#include <vector>

namespace sluice::ui {

/// The rows of the log for a table view; a row of several numbers unfolds into rows of one.
///
/// Appending costs one insertion however many rows come, dropping old rows one removal a chunk.
/// Texts are made in data(), so only for what is seen.
///
/// A filter is held against the rows in slices between other events, from the newest row to the
/// oldest; rows that come are held against it at once. It either hides what does not match or only
/// marks what does.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        ConsumerColumn,
        ThreadColumn,
        CountColumn,
        WaitColumn,
        NumbersColumn,
        ColumnCount
    };

    /// What a row of the table is.
    enum class RowKind : unsigned char {
        Batch,  ///< numbers handled together; may unfold
        Number, ///< one of the numbers of the batch above
        More,   ///< stands for the numbers of the batch that are not shown yet
        Gap,
        Note
    };
    Q_ENUM(RowKind)

    enum class Fold : unsigned char { None, Folded, Unfolded };
    Q_ENUM(Fold)

    /// What a filter does to the rows that do not match.
    enum class Showing : unsigned char { All, Matching };
    Q_ENUM(Showing)

    /// Numbers that unfold at once, and that a More row adds.
    static constexpr EventCount numbersPerUnfolding = 1000;

    /// How long a filter looks through rows before other events have their turn.
    static constexpr std::chrono::milliseconds sliceTime{8};

    explicit LogModel(std::int64_t capacity = LogStore::defaultCapacity, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    /// Appends \a rows, then drops the oldest chunks beyond the capacity.
    void append(const std::vector<LogRow> &rows);

    /// Drops all rows.
    void clear();

    /// The consumers that rows name by their place.
    void setConsumers(const std::vector<LogConsumer> &consumers);

    /// The moment that times are counted from.
    void setStart(std::int64_t startNs);

    /// The distance of neighbours in a row that needs no mention.
    void setUsualStep(Integer step);

    [[nodiscard]] RowKind rowKind(int row) const;
    [[nodiscard]] Fold fold(int row) const;

    /// Shows or hides the single numbers of a batch. Does nothing to rows that do not unfold.
    void setUnfolded(int row, bool unfolded);

    /// Shows the next numbers in place of a More row. Pre: rowKind(row) == RowKind::More.
    void showMore(int row);

    /// The row of the batch that a Number or More row belongs to; other rows: themselves.
    [[nodiscard]] int batchRow(int row) const;

    /// Numbers in the rows held.
    [[nodiscard]] EventCount heldEvents() const noexcept { return m_store.heldEvents(); }

    /// All rows held, shown or not.
    [[nodiscard]] const LogStore &store() const noexcept { return m_store; }
    [[nodiscard]] const std::vector<LogConsumer> &consumers() const noexcept { return m_consumers; }
    [[nodiscard]] std::int64_t startNs() const noexcept { return m_startNs; }

    /// Holds \a filter against all rows from now on, instead of the one before; folds all rows.
    /// An empty filter matches nothing in particular and hides nothing.
    void setFilter(const LogFilter &filter, Showing showing);

    [[nodiscard]] const LogFilter &filter() const noexcept { return m_filter; }
    [[nodiscard]] bool hasFilter() const noexcept { return !m_filter.isEmpty(); }
    [[nodiscard]] bool isHiding() const noexcept { return m_isHiding; }

    /// Rows that match, and rows that were not looked at yet.
    [[nodiscard]] std::int64_t matchCount() const noexcept { return m_matches.size(); }
    [[nodiscard]] std::int64_t rowsLeft() const noexcept { return m_matches.rowsLeft(); }
    [[nodiscard]] const LogMatches &matches() const noexcept { return m_matches; }

    /// Whether the batch that \a row belongs to matches the filter.
    [[nodiscard]] bool isMatch(int row) const;

    /// The row of the next match behind \a row, or before it; -1 if there is none (yet).
    /// Rows from -1 to rowCount() are fine.
    [[nodiscard]] int nextMatch(int row) const;
    [[nodiscard]] int previousMatch(int row) const;

    /// The number in the store of what \a row shows.
    [[nodiscard]] std::int64_t numberOf(int row) const;

    /// The row that shows row \a number of the store; -1 if it is hidden or gone.
    [[nodiscard]] int rowOf(std::int64_t number) const;

Q_SIGNALS:
    /// There are more matches or more rows were looked at; not emitted for each row that comes.
    void matchesChanged();

private:
    /// An unfolded batch.
    struct Unfolded
    {
        std::int64_t number = 0; ///< of its row in the store
        EventCount shown = 0;    ///< numbers
        EventCount count = 0;    ///< numbers in all
        std::int64_t before = 0; ///< table rows of unfolded batches above

        [[nodiscard]] std::int64_t rows() const noexcept { return shown + (shown < count ? 1 : 0); }
    };

    /// Where a table row comes from.
    struct Place
    {
        std::int64_t number = 0; ///< of the row in the store
        EventCount child = -1;   ///< which single number; -1: the row itself
        RowKind kind = RowKind::Batch;
    };

    [[nodiscard]] Place placeOf(int row) const;
    [[nodiscard]] std::int64_t shownRows() const noexcept;
    [[nodiscard]] std::int64_t shownNumber(std::int64_t place) const;
    [[nodiscard]] std::int64_t shownPlace(std::int64_t number) const;
    [[nodiscard]] int batchRowOf(std::int64_t number) const;
    [[nodiscard]] bool accepts(const LogRow &row) const;
    void judgeConsumers();
    void lookThrough();
    void lookAtNewest();
    void appendMatching(const std::vector<LogRow> &rows);
    [[nodiscard]] std::vector<LogMatches::Offset> matchesIn(LogMatches::Span span) const;
    [[nodiscard]] QString text(const Place &place, int column) const;
    [[nodiscard]] QString childText(const Place &place, const LogRow &row, int column) const;
    [[nodiscard]] QString aloud(const Place &place, int column) const;
    [[nodiscard]] QString toolTip(const Place &place) const;
    [[nodiscard]] QString consumerName(const LogRow &row) const;
    void countBefore();
    void dropOldestChunk(std::int64_t chunkRows);

    LogStore m_store;
    std::vector<Unfolded> m_unfolded; ///< by number
    std::vector<LogConsumer> m_consumers;
    std::int64_t m_startNs = 0;
    Integer m_usualStep = 1;

    LogFilter m_filter;
    bool m_isHiding = false; ///< rows that do not match are not shown
    LogMatches m_matches;    ///< empty without a filter
    std::vector<bool> m_acceptedConsumers;
    bool m_acceptsNone = true; ///< rows that belong to no consumer
    QTimer m_slices;
};

} // namespace sluice::ui
