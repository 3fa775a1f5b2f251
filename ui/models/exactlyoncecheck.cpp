// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/exactlyoncecheck.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace sluice::ui {
namespace {

/// Numbers of a run; distances between arbitrary integers may wrap, as in LogEntry.
Integer numberOf(Integer first, Integer step, EventCount index) noexcept
{
    using Wrapping = unsigned long long;
    return static_cast<Integer>(static_cast<Wrapping>(first)
                                + static_cast<Wrapping>(step) * static_cast<Wrapping>(index));
}

} // namespace

void ExactlyOnceCheck::reset(std::optional<ExpectedSequence> expected)
{
    *this = ExactlyOnceCheck();
    m_expected = expected;
    m_grid = expected.value_or(ExpectedSequence{});
}

void ExactlyOnceCheck::add(Integer first, Integer step, EventCount count)
{
    m_handled += count;
    if (count == 0 || addAligned(first, step, count))
        return;
    if (count == 1) {
        addSingle(first);
        return;
    }
    const EventCount looked = std::min(count, m_singlesLeft);
    for (EventCount i = 0; i < looked; ++i)
        addSingle(numberOf(first, step, i));
    m_singlesLeft -= looked;
    m_unchecked += count - looked;
}

void ExactlyOnceCheck::add(std::span<const Integer> numbers)
{
    std::size_t begin = 0;
    while (begin < numbers.size()) {
        // The longest run on the grid from here; what is off it goes one by one.
        std::size_t end = begin + 1;
        while (end < numbers.size() && numbers[end] == numberOf(numbers[end - 1], m_grid.step, 1))
            ++end;
        const auto count = static_cast<EventCount>(end - begin);
        if (count > 1) {
            add(numbers[begin], m_grid.step, count);
        } else if (m_singlesLeft > 0) {
            --m_singlesLeft;
            add(numbers[begin], 0, 1);
        } else {
            addUnchecked(1);
        }
        begin = end;
    }
}

void ExactlyOnceCheck::addUnchecked(EventCount count)
{
    m_handled += count;
    m_unchecked += count;
}

void ExactlyOnceCheck::addOthers(EventCount count)
{
    addUnchecked(count);
    m_noNumbers += count;
}

void ExactlyOnceCheck::update(const Surroundings &surroundings)
{
    m_surroundings = surroundings;
    m_singlesLeft = maxSingles;
}

Integer ExactlyOnceCheck::valueAt(Place place) const noexcept
{
    return numberOf(m_grid.first, m_grid.step, place);
}

std::optional<ExactlyOnceCheck::Place> ExactlyOnceCheck::placeOf(Integer value) const noexcept
{
    Integer distance = 0;
    if (__builtin_sub_overflow(value, m_grid.first, &distance))
        return {};
    if (m_grid.step == -1 && distance == std::numeric_limits<Integer>::min())
        return {};
    if (distance % m_grid.step != 0)
        return {};
    const Place place = distance / m_grid.step;
    // Without an expectation all whole numbers are fine, also negative ones.
    if ((m_expected && place < 0) || place == std::numeric_limits<Place>::max())
        return {};
    return place;
}

/// Adds a run that follows the grid, forwards or backwards; false if it does not.
bool ExactlyOnceCheck::addAligned(Integer first, Integer step, EventCount count)
{
    const bool isForwards = step == m_grid.step || count == 1;
    if (!isForwards && step != numberOf(0, m_grid.step, -1))
        return false;
    const std::optional<Place> one = placeOf(first);
    const std::optional<Place> other = placeOf(numberOf(first, step, count - 1));
    if (!one || !other)
        return false;
    const Place begin = isForwards ? *one : *other;
    const Place last = isForwards ? *other : *one;
    if (last < begin) // the run wraps around the end of the integers
        return false;
    addPlaces(begin, last + 1);
    return true;
}

void ExactlyOnceCheck::addSingle(Integer value)
{
    if (const std::optional<Place> place = placeOf(value)) {
        addPlaces(*place, *place + 1);
        return;
    }
    if (!m_expected) {
        ++m_unchecked;
        return;
    }
    ++m_unexpected;
    if (!m_firstUnexpected)
        m_firstUnexpected = value;
}

void ExactlyOnceCheck::addPlaces(Place begin, Place end)
{
    if (m_hasForgotten && begin < m_forgottenBelow) {
        // With an expectation these are the forgotten holes, which were counted when forgotten.
        if (!m_expected)
            m_forgotten += std::min(end, m_forgottenBelow) - begin;
        begin = m_forgottenBelow;
        if (begin >= end)
            return;
    }
    Place unionBegin = begin;
    Place unionEnd = end;
    EventCount doubles = 0;
    auto touching = m_intervals.upper_bound(begin);
    if (touching != m_intervals.begin() && std::prev(touching)->second >= begin)
        --touching;
    while (touching != m_intervals.end() && touching->first <= end) {
        const Place overlapBegin = std::max(begin, touching->first);
        const Place overlapEnd = std::min(end, touching->second);
        if (overlapBegin < overlapEnd) {
            if (!m_firstDouble)
                m_firstDouble = valueAt(overlapBegin);
            doubles += overlapEnd - overlapBegin;
        }
        unionBegin = std::min(unionBegin, touching->first);
        unionEnd = std::max(unionEnd, touching->second);
        touching = m_intervals.erase(touching);
    }
    m_intervals.emplace_hint(touching, unionBegin, unionEnd);
    m_doubles += doubles;
    m_covered += end - begin - doubles;
    if (m_intervals.size() > maxIntervals)
        forgetOldest();
}

/// Gives up the lowest interval and the holes beside it, so that memory stays bounded.
void ExactlyOnceCheck::forgetOldest()
{
    const auto oldest = m_intervals.begin();
    const Place next = std::next(oldest)->first;
    // Without an expectation a hole means nothing.
    if (m_expected)
        m_forgotten += next - m_forgottenBelow - (oldest->second - oldest->first);
    m_covered -= oldest->second - oldest->first;
    m_forgottenBelow = next;
    m_hasForgotten = true;
    m_intervals.erase(oldest);
}

ExactlyOnceResult ExactlyOnceCheck::result() const
{
    ExactlyOnceResult result;
    result.handled = m_handled;
    result.doubles = m_doubles;
    result.unexpected = m_unexpected;
    result.unchecked = m_unchecked + m_forgotten;
    result.noNumbers = m_noNumbers;
    result.firstDouble = m_firstDouble;
    result.firstUnexpected = m_firstUnexpected;
    if (!m_intervals.empty()) {
        const Place end = m_intervals.rbegin()->second;
        result.greatest = valueAt(end - 1);
        if (m_expected) {
            const EventCount holes = end - m_forgottenBelow - m_covered;
            // A number that was not kept or not looked at is a hole too, and no mystery.
            const EventCount unexplained = std::max<EventCount>(0, holes - m_unchecked);
            result.lost = std::min(unexplained, m_surroundings.lost);
            result.waiting = unexplained - result.lost;
            const auto lowest = m_intervals.begin();
            if (holes > 0) {
                result.firstHole =
                    valueAt(lowest->first > m_forgottenBelow ? m_forgottenBelow : lowest->second);
            }
        }
    }
    result.verdict = verdictOf(result);
    return result;
}

ExactlyOnceCheck::Verdict
ExactlyOnceCheck::verdictOf(const ExactlyOnceResult &result) const noexcept
{
    if (result.handled == 0)
        return Verdict::NothingYet;
    if (result.noNumbers == result.handled)
        return Verdict::NoNumbers;
    if (m_expected && m_expected->isCopied)
        return Verdict::Copied;
    if (!m_expected)
        return result.doubles > 0 ? Verdict::DoublesSeen : Verdict::DoublesOnly;
    if (result.doubles > 0)
        return Verdict::Double;
    if (result.unexpected > 0)
        return Verdict::Unexpected;
    if (result.waiting > 0 && m_surroundings.isQuiescent)
        return Verdict::Missing;
    if (result.unchecked > 0)
        return Verdict::Unchecked;
    return result.waiting > 0 ? Verdict::Waiting : Verdict::Exact;
}

} // namespace sluice::ui
