// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/broadcastdispatcher.h"
#include "tests/flow/testeddispatcher.h"
#include "tests/support/testsupport.h"

#include <QString>

#include <algorithm>
#include <map>
#include <vector>

namespace sluice::test {

/// Random operations on a broadcast dispatcher, and the books as genstage-semantics §12.2 words
/// them: a remainder for each consumer, and a round that takes the smallest off all of them.
class BroadcastModel
{
public:
    explicit BroadcastModel(Random &random)
        : m_random(random)
    {
    }

    /// Does something; returns what is wrong afterwards, if anything.
    [[nodiscard]] QString step()
    {
        const auto kind = m_random.below(10);
        EventCount wanted = 0;
        EventCount returned = 0;
        if (m_consumers.empty() || kind == 0) {
            const SubscriptionId id{++m_lastId};
            const bool selects = m_random.chance(1, 3);
            for (auto &[other, consumer] : m_consumers)
                consumer.remainder += m_waiting;
            m_waiting = 0;
            m_consumers[id] = {0, selects};
            if (m_tested.subscribe(id, selects ? evenOnly() : SubscriptionOptions{}))
                return QStringLiteral("a newcomer is refused");
        } else if (kind == 1) {
            const SubscriptionId id = any();
            m_consumers.erase(id);
            wanted = sync();
            returned = m_tested.cancel(id);
        } else if (kind <= 6) {
            const SubscriptionId id = any();
            const EventCount count = m_random.between(1, 6);
            m_consumers[id].remainder += count;
            wanted = sync();
            returned = m_tested.ask(id, count);
        } else {
            return dispatch();
        }
        return returned == wanted ? check() : QStringLiteral("returns another demand");
    }

private:
    struct Consumer
    {
        EventCount remainder = 0;
        bool selects = false;
    };

    [[nodiscard]] static SubscriptionOptions evenOnly()
    {
        SubscriptionOptions options;
        options.selector = selectEvents<Integer>([](Integer number) { return number % 2 == 0; });
        return options;
    }

    EventCount sync()
    {
        if (m_consumers.empty()) {
            m_waiting = 0;
            return 0;
        }
        EventCount smallest = m_consumers.begin()->second.remainder;
        for (const auto &[id, consumer] : m_consumers)
            smallest = std::min(smallest, consumer.remainder);
        smallest = std::max<EventCount>(0, smallest);
        for (auto &[id, consumer] : m_consumers)
            consumer.remainder -= smallest;
        m_waiting += smallest;
        const EventCount more = std::max<EventCount>(0, m_waiting - m_requested);
        m_requested += more;
        return more;
    }

    [[nodiscard]] QString dispatch()
    {
        const EventCount offered = m_random.between(1, 8);
        const EventCount count = std::min(m_waiting, offered);
        QStringList messages;
        for (const auto &[id, consumer] : m_consumers) {
            QString message;
            for (Integer number = m_next; number < m_next + count; ++number) {
                if (!consumer.selects || number % 2 == 0)
                    message += u' ' + QString::number(number);
            }
            if (!message.isEmpty())
                messages.append(QString(letter(id)) + message);
        }
        if (m_tested.dispatch(numbers(m_next, offered)) != count)
            return QStringLiteral("takes another number of events");
        m_waiting -= count;
        m_requested -= count;
        m_next += count;
        if (m_tested.sent() != messages.join(QStringLiteral(", ")))
            return QStringLiteral("INV-09 sends other than everything to everybody");
        return check();
    }

    [[nodiscard]] QString check()
    {
        if (m_tested->waiting() != m_waiting || m_tested->requested() != m_requested)
            return QStringLiteral("INV-13 keeps other books");
        if (m_waiting < 0 || m_waiting > m_requested)
            return QStringLiteral("INV-13 waiting is not within requested");
        for (const auto &[id, remainder] : m_tested->remainders()) {
            if (m_consumers.at(id).remainder != remainder)
                return QStringLiteral("INV-13 another remainder");
        }
        return {};
    }

    [[nodiscard]] SubscriptionId any()
    {
        const auto index = static_cast<std::ptrdiff_t>(m_random.below(m_consumers.size()));
        return std::next(m_consumers.begin(), index)->first;
    }

    Random &m_random;
    TestedDispatcher<BroadcastDispatcher> m_tested;
    std::map<SubscriptionId, Consumer> m_consumers;
    EventCount m_waiting = 0;
    EventCount m_requested = 0;
    std::uint64_t m_lastId = 0;
    Integer m_next = 0;
};

} // namespace sluice::test
