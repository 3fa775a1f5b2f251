// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/dispatcher.h"
#include "tests/support/batches.h"

#include <QString>

#include <memory>
#include <optional>
#include <utility>

namespace sluice::test {

/// A dispatcher, and what it wants done since it was last looked at. Each subscription is of a
/// consumer of its own unless the test says otherwise.
template<class Kind>
class TestedDispatcher
{
public:
    template<class... Arguments>
    explicit TestedDispatcher(const Arguments &...arguments)
        : m_dispatcher(std::make_unique<Kind>(arguments...))
    {
    }

    const Kind *operator->() const { return m_dispatcher.get(); }

    std::optional<StopReason> subscribe(SubscriptionId id, const SubscriptionOptions &options = {})
    {
        return subscribe(id, StageId{id.value}, options);
    }

    std::optional<StopReason> subscribe(SubscriptionId id, StageId consumer,
                                        const SubscriptionOptions &options = {})
    {
        return m_dispatcher->subscribe({id, consumer, &options});
    }

    EventCount cancel(SubscriptionId id) { return m_dispatcher->cancel(id, effects); }

    EventCount ask(SubscriptionId id, EventCount count)
    {
        return m_dispatcher->ask(id, count, effects);
    }

    /// Returns how many events were taken.
    EventCount dispatch(const Batch &batch) { return m_dispatcher->dispatch(batch, effects); }

    void info(std::uint64_t id) { m_dispatcher->info({id}, effects); }

    /// "A 0 1 2, B 3 4": what was sent since the last time.
    [[nodiscard]] QString sent() { return text(std::exchange(effects.deliveries, {})); }

    /// "1 2": the infos that were released since the last time.
    [[nodiscard]] QString released()
    {
        QStringList ids;
        for (const InfoMarker marker : std::exchange(effects.released, {}))
            ids.append(QString::number(marker.id));
        return ids.join(u' ');
    }

    OutletEffects effects;

private:
    std::unique_ptr<Kind> m_dispatcher;
};

} // namespace sluice::test
