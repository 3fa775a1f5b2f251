// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logmodel.h"

#include <QElapsedTimer>

#include <algorithm>
#include <iterator>
#include <utility>

// Which rows of the store are shown, and how a filter is held against them.

namespace sluice::ui {

void LogModel::setFilter(const LogFilter &filter, Showing showing)
{
    m_slices.stop();
    beginResetModel();
    m_filter = filter;
    m_isHiding = hasFilter() && showing == Showing::Matching;
    m_unfolded.clear();
    judgeConsumers();
    lookAtNewest();
    endResetModel();
    Q_EMIT matchesChanged();
}

/// Begins anew with the newest chunk, so that there is something to see at once.
void LogModel::lookAtNewest()
{
    m_matches.reset(m_store.begin(), hasFilter() ? m_store.end() : m_store.begin());
    if (m_matches.isComplete())
        return;
    m_matches.addNext(matchesIn(m_matches.next()));
    if (!m_matches.isComplete())
        m_slices.start(0);
}

void LogModel::lookThrough()
{
    QElapsedTimer timer;
    timer.start();
    // The looked-at chunks go in together: an insertion costs the view as much as all its rows.
    std::vector<std::vector<LogMatches::Offset>> found;
    std::int64_t rows = 0;
    while (std::ssize(found) < m_matches.chunksLeft() && !timer.hasExpired(sliceTime.count())) {
        found.push_back(matchesIn(m_matches.next(std::ssize(found))));
        rows += std::ssize(found.back());
    }
    const bool isSeen = m_isHiding && rows > 0;
    if (isSeen)
        beginInsertRows({}, 0, static_cast<int>(rows) - 1);
    for (std::vector<LogMatches::Offset> &offsets : found)
        m_matches.addNext(std::move(offsets));
    if (isSeen)
        endInsertRows();
    if (m_matches.isComplete())
        m_slices.stop();
    Q_EMIT matchesChanged();
}

std::vector<LogMatches::Offset> LogModel::matchesIn(LogMatches::Span span) const
{
    std::vector<LogMatches::Offset> offsets;
    for (std::int64_t number = span.begin; number < span.end; ++number) {
        if (accepts(m_store.row(number)))
            offsets.push_back(static_cast<LogMatches::Offset>(number - span.begin));
    }
    return offsets;
}

bool LogModel::accepts(const LogRow &row) const
{
    const bool isAccepted = row.consumer < m_acceptedConsumers.size()
        ? m_acceptedConsumers[row.consumer]
        : m_acceptsNone;
    return isAccepted && m_filter.acceptsRow(row, m_startNs);
}

void LogModel::appendMatching(const std::vector<LogRow> &rows)
{
    std::vector<std::int64_t> matching;
    std::int64_t number = m_store.end();
    for (const LogRow &row : rows) {
        if (accepts(row))
            matching.push_back(number);
        ++number;
    }
    const int end = rowCount();
    const int added = static_cast<int>(m_isHiding ? std::ssize(matching) : std::ssize(rows));
    if (added > 0)
        beginInsertRows({}, end, end + added - 1);
    for (const LogRow &row : rows)
        m_store.append(row);
    for (std::int64_t match : matching)
        m_matches.append(match);
    if (added > 0)
        endInsertRows();
}

void LogModel::setConsumers(const std::vector<LogConsumer> &consumers)
{
    m_consumers = consumers;
    if (!hasFilter())
        return;
    const std::vector<bool> before = m_acceptedConsumers;
    judgeConsumers();
    // One that was renamed or got its thread may have rows that were judged by what it was.
    const auto known = static_cast<std::ptrdiff_t>(std::min(before.size(), m_consumers.size()));
    if (!std::equal(before.begin(), before.begin() + known, m_acceptedConsumers.begin()))
        setFilter(LogFilter(m_filter), m_isHiding ? Showing::Matching : Showing::All);
}

void LogModel::judgeConsumers()
{
    m_acceptedConsumers.clear();
    for (const LogConsumer &consumer : m_consumers)
        m_acceptedConsumers.push_back(m_filter.acceptsConsumer(&consumer));
    m_acceptsNone = m_filter.acceptsConsumer(nullptr);
}

void LogModel::setStart(std::int64_t startNs)
{
    if (std::exchange(m_startNs, startNs) != startNs && hasFilter())
        setFilter(LogFilter(m_filter), m_isHiding ? Showing::Matching : Showing::All);
}

std::int64_t LogModel::shownRows() const noexcept
{
    return m_isHiding ? m_matches.size() : m_store.size();
}

std::int64_t LogModel::shownNumber(std::int64_t place) const
{
    return m_isHiding ? m_matches.numberAt(place) : m_store.begin() + place;
}

std::int64_t LogModel::shownPlace(std::int64_t number) const
{
    return m_isHiding ? m_matches.placeOf(number) : number - m_store.begin();
}

bool LogModel::isMatch(int row) const
{
    return hasFilter() && m_matches.contains(numberOf(row));
}

int LogModel::nextMatch(int row) const
{
    const std::int64_t place = row < 0 ? 0
        : row >= rowCount()            ? m_matches.size()
                                       : m_matches.placeOf(numberOf(row) + 1);
    return place < m_matches.size() ? batchRowOf(m_matches.numberAt(place)) : -1;
}

int LogModel::previousMatch(int row) const
{
    const std::int64_t place = row < 0 ? 0
        : row >= rowCount()            ? m_matches.size()
                                       : m_matches.placeOf(numberOf(row));
    return place > 0 ? batchRowOf(m_matches.numberAt(place - 1)) : -1;
}

std::int64_t LogModel::numberOf(int row) const
{
    return placeOf(row).number;
}

int LogModel::rowOf(std::int64_t number) const
{
    if (number < m_store.begin() || number >= m_store.end()
        || (m_isHiding && !m_matches.contains(number)))
        return -1;
    return batchRowOf(number);
}

/// Pre: row \a number is shown.
int LogModel::batchRowOf(std::int64_t number) const
{
    const auto below = std::ranges::lower_bound(m_unfolded, number, {}, &Unfolded::number);
    std::int64_t shift = 0;
    if (below != m_unfolded.begin()) {
        const Unfolded &above = *std::prev(below);
        shift = above.before + above.rows();
    }
    return static_cast<int>(shownPlace(number) + shift);
}

} // namespace sluice::ui
