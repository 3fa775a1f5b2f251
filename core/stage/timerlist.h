// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractEventDispatcher>
#include <QList>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

namespace sluice {

/// The timers of one thread, in the order in which they are due.
///
/// Invariant: among timers due at the same moment the one that was set first comes first.
/// Threads: the one whose timers they are.
/// Units: intervals are milliseconds, as Qt's are; moments are those of the steady clock.
class TimerList
{
public:
    using Moment = std::chrono::steady_clock::time_point;

    struct Timer
    {
        int id = 0;
        std::chrono::milliseconds interval{0};
        Qt::TimerType type = Qt::PreciseTimer;
        QObject *object = nullptr;
    };

    /// A timer is due at \a now + its interval, and then again after each interval.
    void add(const Timer &timer, Moment now);

    bool remove(int id);
    bool removeAll(const QObject *object);

    /// The first moment at which a timer is due.
    [[nodiscard]] std::optional<Moment> nextDue() const;

    /// Milliseconds, rounded up; negative if there is no such timer.
    [[nodiscard]] int remaining(int id, Moment now) const;

    [[nodiscard]] QList<QAbstractEventDispatcher::TimerInfo> timersOf(const QObject *object) const;

    /// What takeDue() gives from now on until the next call: each timer once at the most.
    void beginRound() noexcept { m_roundEnds = m_nextTurn; }

    /// The next timer of this round that is due, and sets it for its next time. Intervals that
    /// were missed are left out, not made up for.
    [[nodiscard]] std::optional<Timer> takeDue(Moment now);

private:
    using Place = std::pair<Moment, std::uint64_t>; // when, and the turn in which it was set

    void insert(const Timer &timer, Moment due);

    std::map<Place, Timer> m_timers;
    std::unordered_map<int, Place> m_places;
    std::uint64_t m_nextTurn = 0;
    std::uint64_t m_roundEnds = 0;
};

} // namespace sluice
