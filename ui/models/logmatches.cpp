// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logmatches.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace sluice::ui {
namespace {

constexpr std::int64_t chunkRows = LogStore::rowsPerChunk;
static_assert(chunkRows <= 1 << (8 * sizeof(LogMatches::Offset)));

} // namespace

void LogMatches::reset(std::int64_t begin, std::int64_t end)
{
    m_begin = begin;
    m_end = end;
    m_chunksLeft = (end - begin + chunkRows - 1) / chunkRows;
    m_chunks.assign(static_cast<std::size_t>(m_chunksLeft), {});
    countBefore();
}

std::int64_t LogMatches::numberAt(std::int64_t place) const
{
    assert(place >= 0 && place < size());
    const auto chunk =
        static_cast<std::size_t>(std::ranges::upper_bound(m_before, place) - m_before.begin() - 1);
    const auto within = static_cast<std::size_t>(place - m_before[chunk]);
    return m_begin + static_cast<std::int64_t>(chunk) * chunkRows + m_chunks[chunk][within];
}

std::int64_t LogMatches::placeOf(std::int64_t number) const
{
    if (number <= m_begin)
        return 0;
    const std::size_t chunk = chunkOf(number);
    if (chunk >= m_chunks.size())
        return size();
    const std::vector<Offset> &offsets = m_chunks[chunk];
    const auto offset = static_cast<Offset>((number - m_begin) % chunkRows);
    return m_before[chunk] + (std::ranges::lower_bound(offsets, offset) - offsets.begin());
}

bool LogMatches::contains(std::int64_t number) const
{
    const std::int64_t place = placeOf(number);
    return place < size() && numberAt(place) == number;
}

std::int64_t LogMatches::rowsLeft() const noexcept
{
    return std::min(m_chunksLeft * chunkRows, std::max<std::int64_t>(m_end - m_begin, 0));
}

LogMatches::Span LogMatches::next(std::int64_t ahead) const noexcept
{
    const std::int64_t begin = m_begin + (m_chunksLeft - 1 - ahead) * chunkRows;
    return {begin, std::min(begin + chunkRows, m_end)};
}

void LogMatches::addNext(std::vector<Offset> offsets)
{
    assert(!isComplete());
    --m_chunksLeft;
    m_chunks[static_cast<std::size_t>(m_chunksLeft)] = std::move(offsets);
    countBefore();
}

void LogMatches::append(std::int64_t number)
{
    const std::size_t chunk = chunkOf(number);
    if (chunk >= m_chunks.size()) {
        m_chunks.resize(chunk + 1);
        m_before.resize(chunk + 2, m_before.back());
    }
    m_chunks[chunk].push_back(static_cast<Offset>((number - m_begin) % chunkRows));
    ++m_before.back();
}

std::int64_t LogMatches::inOldestChunk() const noexcept
{
    return m_chunks.empty() ? 0 : std::ssize(m_chunks.front());
}

void LogMatches::dropOldestChunk()
{
    m_begin += chunkRows;
    m_chunksLeft = std::max<std::int64_t>(0, m_chunksLeft - 1);
    if (!m_chunks.empty())
        m_chunks.pop_front();
    countBefore();
}

void LogMatches::countBefore()
{
    m_before.assign(1, 0);
    for (const std::vector<Offset> &chunk : m_chunks)
        m_before.push_back(m_before.back() + std::ssize(chunk));
}

std::size_t LogMatches::chunkOf(std::int64_t number) const noexcept
{
    return static_cast<std::size_t>((number - m_begin) / chunkRows);
}

} // namespace sluice::ui
