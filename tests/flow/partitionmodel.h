// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/partitiondispatcher.h"
#include "tests/flow/testeddispatcher.h"
#include "tests/support/testsupport.h"

#include <QString>

#include <algorithm>
#include <array>
#include <deque>
#include <map>

namespace sluice::test {

/// Random operations on a dispatcher with three partitions, and the books as genstage-semantics
/// §12.3 words them. Numbers go to partition n % 4, those with the rest 3 nowhere.
class PartitionModel
{
public:
    explicit PartitionModel(Random &random)
        : m_random(random)
        , m_tested(PartitionDispatcherOptions::numbered(
              3, hashEvents<Integer>([](Integer number) -> std::optional<Partitioned<Integer>> {
                  return number % 4 == 3 ? std::nullopt
                                         : std::optional(Partitioned<Integer>{number % 4});
              })))
    {
    }

    /// Does something; returns what is wrong afterwards, if anything.
    [[nodiscard]] QString step()
    {
        const auto kind = m_random.below(10);
        Partition &partition = m_partitions[m_random.below(m_partitions.size())];
        if (!partition.holder.isValid())
            return kind < 4 ? subscribe(partition) : dispatch();
        if (kind == 0)
            return cancel(partition);
        return kind < 5 ? ask(partition) : dispatch();
    }

private:
    struct Partition
    {
        SubscriptionId holder;
        EventCount demand = 0;
        std::deque<Integer> queue;
    };

    [[nodiscard]] QString subscribe(Partition &partition)
    {
        SubscriptionOptions options;
        options.partition = std::to_string(&partition - m_partitions.data());
        partition.holder = {++m_lastId};
        return m_tested.subscribe(partition.holder, options) ? QStringLiteral("refused") : check();
    }

    [[nodiscard]] QString cancel(Partition &partition)
    {
        const auto lost = static_cast<EventCount>(partition.queue.size());
        m_waiting += lost;
        m_pending += partition.demand;
        const SubscriptionId id = partition.holder;
        partition = {};
        const EventCount returned = m_tested.cancel(id);
        if (std::exchange(m_tested.effects.discarded, 0) != lost)
            return QStringLiteral("REF-5 does not report what was queued");
        return returned == lost ? check() : QStringLiteral("returns another demand");
    }

    [[nodiscard]] QString ask(Partition &partition)
    {
        const EventCount count = m_random.between(1, 6);
        QString message;
        for (EventCount i = 0; i < count; ++i) {
            if (partition.queue.empty()) {
                ++partition.demand;
                continue;
            }
            message += u' ' + QString::number(partition.queue.front());
            partition.queue.pop_front();
        }
        const EventCount already = std::min(m_pending, count);
        m_pending -= already;
        m_waiting += count - already;
        if (m_tested.ask(partition.holder, count) != count - already)
            return QStringLiteral("returns another demand");
        const QString expected =
            message.isEmpty() ? QString() : QString(letter(partition.holder)) + message;
        return m_tested.sent() == expected ? check()
                                           : QStringLiteral("INV-10 sends other than was queued");
    }

    [[nodiscard]] QString dispatch()
    {
        const EventCount offered = m_random.between(1, 8);
        std::array<QString, 3> messages;
        EventCount taken = 0;
        while (taken < offered && m_waiting > 0) {
            const Integer number = m_next + taken++;
            if (number % 4 == 3)
                continue;
            --m_waiting;
            Partition &partition = m_partitions[static_cast<std::size_t>(number % 4)];
            if (partition.demand == 0) {
                partition.queue.push_back(number);
                continue;
            }
            --partition.demand;
            messages[static_cast<std::size_t>(number % 4)] += u' ' + QString::number(number);
        }
        QStringList expected;
        for (std::size_t i = 0; i < messages.size(); ++i) {
            if (!messages[i].isEmpty())
                expected.append(QString(letter(m_partitions[i].holder)) + messages[i]);
        }
        if (m_tested.dispatch(numbers(m_next, offered)) != taken)
            return QStringLiteral("takes another number of events");
        m_next += taken;
        return m_tested.sent() == expected.join(QStringLiteral(", "))
            ? check()
            : QStringLiteral("INV-10 sends other than the hash says");
    }

    [[nodiscard]] QString check()
    {
        EventCount sum = m_pending;
        EventCount queued = 0;
        for (const Partition &partition : m_partitions) {
            sum += partition.demand - static_cast<EventCount>(partition.queue.size());
            queued += static_cast<EventCount>(partition.queue.size());
            if (partition.holder.isValid()
                && m_tested->demandOf(partition.holder) != partition.demand)
                return QStringLiteral("keeps another demand");
        }
        if (m_tested->waiting() != sum || m_tested->waiting() != m_waiting
            || m_tested->pending() != m_pending)
            return QStringLiteral("INV-14 keeps other books");
        if (m_tested->queued() != queued)
            return QStringLiteral("counts its queues wrongly");
        if (m_tested->deliverable() != std::max<EventCount>(0, sum - m_pending))
            return QStringLiteral("REF-21 counts the demand of those who left");
        return {};
    }

    Random &m_random;
    TestedDispatcher<PartitionDispatcher> m_tested;
    std::array<Partition, 3> m_partitions;
    EventCount m_waiting = 0;
    EventCount m_pending = 0;
    std::uint64_t m_lastId = 0;
    Integer m_next = 0;
};

} // namespace sluice::test
