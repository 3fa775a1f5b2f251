// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/expectedsequence.h"

#include <map>
#include <optional>
#include <span>

namespace sluice::ui {

/// What an ExactlyOnceCheck has found so far.
struct ExactlyOnceResult
{
    enum class Verdict : unsigned char {
        NothingYet,  ///< nothing was handled
        NoNumbers,   ///< what was handled are no whole numbers, so nothing can be said of them
        Copied,      ///< each number goes to several consumers, so once is not to be expected
        Exact,       ///< every expected number up to greatest came once, or is known to be lost
        Waiting,     ///< as Exact, but for numbers that are still under way
        Unchecked,   ///< some numbers could not be checked; of the others nothing is wrong
        DoublesOnly, ///< nothing is expected, so only doubles can be found, and there are none
        DoublesSeen, ///< nothing is expected, and some numbers came more than once
        Missing,     ///< an error: nothing is under way, and expected numbers never came
        Double,      ///< an error: an expected number came more than once
        Unexpected   ///< an error: a number came that is not in the expected sequence
    };

    Verdict verdict = Verdict::NothingYet;
    EventCount handled = 0;          ///< numbers fed, checked or not
    EventCount lost = 0;             ///< holes that are explained by losses of stages that left
    EventCount waiting = 0;          ///< holes below greatest that nothing explains yet
    EventCount doubles = 0;          ///< times a number came again
    EventCount unexpected = 0;       ///< numbers that are not in the expected sequence
    EventCount unchecked = 0;        ///< not kept, not whole numbers, or too scattered to remember
    EventCount noNumbers = 0;        ///< of unchecked: events that are no whole numbers
    std::optional<Integer> greatest; ///< expected number furthest on that came
    std::optional<Integer> firstHole;
    std::optional<Integer> firstDouble;
    std::optional<Integer> firstUnexpected;

    [[nodiscard]] bool isError() const noexcept { return verdict >= Verdict::Missing; }
};

/// Says whether the consumers together handle every expected number exactly once.
///
/// Fed with arithmetic runs in any order; remembers which places of the expected sequence have
/// come as a set of intervals. Without an expectation it looks for doubles only.
/// Invariant: memory is bounded by maxIntervals; what that makes it forget counts as unchecked.
/// A run that follows the expected step costs amortised O(log intervals).
class ExactlyOnceCheck
{
public:
    using Verdict = ExactlyOnceResult::Verdict;

    static constexpr std::size_t maxIntervals = 65'536;

    /// Single numbers looked at between two calls of update(); runs off the step cost that much.
    static constexpr EventCount maxSingles = 20'000;

    /// Forgets everything and expects \a expected from now on.
    void reset(std::optional<ExpectedSequence> expected);

    [[nodiscard]] const std::optional<ExpectedSequence> &expected() const noexcept
    {
        return m_expected;
    }

    /// The numbers first, first + step, … were handled. Pre: count >= 0.
    void add(Integer first, Integer step, EventCount count);

    /// \a numbers were handled.
    void add(std::span<const Integer> numbers);

    /// \a count events were handled, but are not known.
    void addUnchecked(EventCount count);

    /// \a count events were handled that are no whole numbers.
    void addOthers(EventCount count);

    /// What surrounds the log at this moment.
    struct Surroundings
    {
        EventCount lost = 0;      ///< of all stages, since the start
        bool isQuiescent = false; ///< nothing is in flight, queued, buffered or in a log ring
    };

    /// To be called once after each round of adding.
    void update(const Surroundings &surroundings);

    [[nodiscard]] ExactlyOnceResult result() const;

private:
    using Place = EventCount; ///< of a number in the expected sequence, from 0 on

    [[nodiscard]] Integer valueAt(Place place) const noexcept;
    [[nodiscard]] std::optional<Place> placeOf(Integer value) const noexcept;
    [[nodiscard]] Verdict verdictOf(const ExactlyOnceResult &result) const noexcept;
    bool addAligned(Integer first, Integer step, EventCount count);
    void addSingle(Integer value);
    void addPlaces(Place begin, Place end);
    void forgetOldest();

    std::optional<ExpectedSequence> m_expected;
    ExpectedSequence m_grid; ///< m_expected, or all whole numbers

    std::map<Place, Place> m_intervals; ///< begin to end (excluded); never touch each other
    Place m_forgottenBelow = 0;         ///< nothing is known any more below this place
    bool m_hasForgotten = false;

    EventCount m_covered = 0; ///< places in m_intervals
    EventCount m_handled = 0;
    EventCount m_doubles = 0;
    EventCount m_unexpected = 0;
    EventCount m_unchecked = 0; ///< each of them may be a hole
    EventCount m_noNumbers = 0; ///< of m_unchecked
    EventCount m_forgotten = 0; ///< unchecked because of m_forgottenBelow
    EventCount m_singlesLeft = maxSingles;
    std::optional<Integer> m_firstDouble;
    std::optional<Integer> m_firstUnexpected;
    Surroundings m_surroundings;
};

} // namespace sluice::ui
