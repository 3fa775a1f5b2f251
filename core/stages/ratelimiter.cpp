// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/ratelimiter.h"

#include <utility>

namespace sluice {

StartAnswer RateLimiter::start()
{
    stage().startTimer(m_options.interval, {}, TimerMode::Repeating);
    return StartAnswer::Run;
}

DemandControl RateLimiter::handleSubscribe(CounterpartRole, const SubscriptionOptions &,
                                           const From &from)
{
    m_handled[from.subscription] = 0;
    stage().ask(from.subscription, m_options.events);
    return DemandControl::Manual;
}

void RateLimiter::handleCancel(const Cancellation &, const From &from)
{
    m_handled.erase(from.subscription);
}

void RateLimiter::handleEvents(const Batch &events, const From &from)
{
    if (m_environment.output && !m_environment.output->write(m_environment.stageName, events))
        m_isFinished = true;
    m_handled[from.subscription] += events.size();
}

void RateLimiter::handleInfo(const QVariant &)
{
    for (auto &[subscription, handled] : m_handled) {
        if (handled > 0)
            stage().ask(subscription, std::exchange(handled, 0));
    }
}

} // namespace sluice
