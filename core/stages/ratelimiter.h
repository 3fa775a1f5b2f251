// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pipeline/stagecatalog.h"
#include "core/stage/anyconsumer.h"

#include <chrono>
#include <map>

namespace sluice {

/// Takes at most so many events an interval from each producer and prints them. It asks by hand:
/// what it has handled in an interval it asks for again when the next one begins. Done as soon as
/// nobody reads any more.
///
/// Threads, errors: as Behaviour.
/// Semantics: genstage-semantics §7; maxDemand and minDemand of its subscriptions mean nothing.
class RateLimiter final : public Consumer<AnyEvent>
{
public:
    struct Options
    {
        EventCount events = 10;                                       ///< an interval; at least 1
        std::chrono::milliseconds interval = std::chrono::seconds(1); ///< at least 1 ms
    };

    RateLimiter(const Options &options, const StageEnvironment &environment)
        : m_options(options)
        , m_environment(environment)
    {
    }

    StartAnswer start() override;

    DemandControl handleSubscribe(CounterpartRole counterpart, const SubscriptionOptions &options,
                                  const From &from) override;

    void handleCancel(const Cancellation &cancellation, const From &from) override;

    void handleEvents(const Batch &events, const From &from) override;

    /// The beginning of an interval.
    void handleInfo(const QVariant &message) override;

    [[nodiscard]] bool isFinished() const override { return m_isFinished; }

private:
    Options m_options;
    StageEnvironment m_environment;
    std::map<SubscriptionId, EventCount> m_handled; // since it was asked for on each subscription
    bool m_isFinished = false;
};

} // namespace sluice
