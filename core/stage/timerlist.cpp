// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/timerlist.h"

#include <algorithm>
#include <limits>

namespace sluice {

void TimerList::add(const Timer &timer, Moment now)
{
    remove(timer.id);
    insert(timer, now + timer.interval);
}

bool TimerList::remove(int id)
{
    const auto place = m_places.find(id);
    if (place == m_places.end())
        return false;
    m_timers.erase(place->second);
    m_places.erase(place);
    return true;
}

bool TimerList::removeAll(const QObject *object)
{
    return std::erase_if(m_timers,
                         [&](const auto &entry) {
                             if (entry.second.object != object)
                                 return false;
                             m_places.erase(entry.second.id);
                             return true;
                         })
        > 0;
}

std::optional<TimerList::Moment> TimerList::nextDue() const
{
    return m_timers.empty() ? std::nullopt : std::optional(m_timers.begin()->first.first);
}

int TimerList::remaining(int id, Moment now) const
{
    const auto place = m_places.find(id);
    if (place == m_places.end())
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(place->second.first - now);
    return static_cast<int>(std::clamp<std::chrono::milliseconds::rep>(
        left.count(), 0, std::numeric_limits<int>::max()));
}

QList<QAbstractEventDispatcher::TimerInfo> TimerList::timersOf(const QObject *object) const
{
    QList<QAbstractEventDispatcher::TimerInfo> all;
    for (const auto &[place, timer] : m_timers) {
        if (timer.object == object)
            all.append({timer.id, static_cast<int>(timer.interval.count()), timer.type});
    }
    return all;
}

std::optional<TimerList::Timer> TimerList::takeDue(Moment now)
{
    for (auto entry = m_timers.begin(); entry != m_timers.end() && entry->first.first <= now;
         ++entry) {
        if (entry->first.second >= m_roundEnds)
            continue; // set, or set again, within this round
        const Timer timer = entry->second;
        Moment due = entry->first.first + timer.interval;
        if (due <= now && timer.interval.count() > 0)
            due += ((now - due) / timer.interval + 1) * timer.interval;
        m_timers.erase(entry);
        insert(timer, std::max(due, now));
        return timer;
    }
    return std::nullopt;
}

void TimerList::insert(const Timer &timer, Moment due)
{
    const Place place{due, m_nextTurn++};
    m_timers.emplace(place, timer);
    m_places.insert_or_assign(timer.id, place);
}

} // namespace sluice
