// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/dispatcher.h"
#include "core/flow/dispatcheroptions.h"
#include "core/flow/outlet.h"
#include "tests/support/batches.h"
#include "tests/support/testsupport.h"

#include <QString>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace sluice::test {

/// An outlet with the demand dispatcher, and what it has sent since it was last looked at.
class TestedOutlet
{
public:
    explicit TestedOutlet(const BufferOptions &buffer = {},
                          const DispatcherOptions &dispatcher = {})
        : outlet(makeDispatcher(dispatcher), buffer)
    {
    }

    bool subscribe(SubscriptionId id, const SubscriptionOptions &options = {})
    {
        return !outlet.subscribe({id, StageId{id.value}, &options}, effects);
    }

    EventCount cancel(SubscriptionId id) { return outlet.cancel(id, effects); }

    void ask(SubscriptionId id, EventCount count) { outlet.ask(id, count, effects); }

    EventCount takeDemand() { return outlet.takeDemand(effects); }

    /// Returns how many events were discarded.
    EventCount emitted(const Batch &batch)
    {
        outlet.emitted(batch, effects);
        return std::exchange(effects.discarded, 0);
    }

    /// Emits \a count further numbers; returns how many were discarded.
    EventCount emitted(EventCount count)
    {
        m_next += count;
        return emitted(numbers(m_next - count, count));
    }

    [[nodiscard]] std::vector<Delivery> takeDeliveries()
    {
        return std::exchange(effects.deliveries, {});
    }

    [[nodiscard]] QString sent() { return text(takeDeliveries()); }

    Outlet outlet;
    OutletEffects effects;

private:
    Integer m_next = 0;
};

/// Random operations on an outlet, and the books that must agree with it afterwards.
class OutletModel
{
public:
    OutletModel(const BufferOptions &buffer, test::Random &random)
        : m_options(buffer)
        , m_tested(buffer)
        , m_random(random)
    {
    }

    /// Does something; returns what is wrong afterwards, if anything.
    [[nodiscard]] QString step()
    {
        const auto kind = m_random.below(12);
        if (m_demand.empty() || kind == 0) {
            const SubscriptionId id{++m_lastId};
            m_demand[id] = 0;
            if (!m_tested.subscribe(id))
                return QStringLiteral("a newcomer was refused");
        } else if (kind == 1) {
            const SubscriptionId id = any();
            if (m_tested.cancel(id) != m_demand[id])
                return QStringLiteral("withdrew other than the unmet demand");
            m_demand.erase(id);
        } else if (kind <= 5) {
            const SubscriptionId id = any();
            const EventCount count = m_random.between(1, 9);
            m_demand[id] += count;
            m_tested.ask(id, count);
        } else if (kind <= 8) {
            emit(m_owed > 0 ? m_random.between(1, m_owed) : 0); // what was asked for
        } else if (kind == 9) {
            emit(m_random.between(0, 6)); // what comes to the producer's mind
        } else {
            const EventCount demand = m_tested.takeDemand();
            if (demand != std::max<EventCount>(0, live() - m_owed))
                return QStringLiteral("asked the producer for other than deliverable - owed");
            m_owed += demand;
        }
        return check();
    }

private:
    void emit(EventCount count)
    {
        m_owed = std::max<EventCount>(0, m_owed - count);
        m_emitted += count;
        m_discarded += m_tested.emitted(count);
    }

    [[nodiscard]] QString check()
    {
        for (const Delivery &delivery : m_tested.takeDeliveries()) {
            for (const Integer number : delivery.batch.as<Integer>()) {
                // Every event goes out once and in order (INV-08): gaps are discards.
                if (number < m_nextSent)
                    return QStringLiteral("sent an event twice or out of order");
                if (number > m_nextSent && m_discarded == 0)
                    return QStringLiteral("sent an event before an older one");
                m_nextSent = number + 1;
                ++m_sent;
            }
            m_demand[delivery.to] -= delivery.batch.size();
        }
        const Outlet &outlet = m_tested.outlet;
        for (const auto &[id, demand] : m_demand) {
            if (demand < 0)
                return QStringLiteral("sent more than was asked for (INV-01)");
            if (!outlet.isSubscribed(id) || outlet.demandOf(id) != demand)
                return QStringLiteral("keeps another demand than it was asked for");
        }
        if (outlet.subscriberCount() != m_demand.size() || outlet.deliverable() != live())
            return QStringLiteral("counts consumers that left");
        if (!outlet.buffer().isEmpty() && outlet.deliverable() > 0)
            return QStringLiteral("holds back deliverable events (INV-15)");
        if (m_options.size && outlet.buffer().size() > *m_options.size)
            return QStringLiteral("buffers more than it may (INV-17)");
        if (m_sent + outlet.buffer().size() + m_discarded != m_emitted)
            return QStringLiteral("lost or invented events (INV-07)");
        if (outlet.owed() != m_owed)
            return QStringLiteral("owes other than asked for and not emitted");
        return {};
    }

    [[nodiscard]] EventCount live() const
    {
        EventCount sum = 0;
        for (const auto &[id, demand] : m_demand)
            sum += demand;
        return sum;
    }

    [[nodiscard]] SubscriptionId any()
    {
        const auto index = static_cast<std::ptrdiff_t>(m_random.below(m_demand.size()));
        return std::next(m_demand.begin(), index)->first;
    }

    BufferOptions m_options;
    TestedOutlet m_tested;
    test::Random &m_random;
    std::map<SubscriptionId, EventCount> m_demand; // of those that are there
    std::uint64_t m_lastId = 0;
    EventCount m_owed = 0;
    EventCount m_emitted = 0;
    EventCount m_sent = 0;
    EventCount m_discarded = 0;
    Integer m_nextSent = 0;
};

} // namespace sluice::test
