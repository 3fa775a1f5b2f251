// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/streamstage.h"

namespace sluice {

StartAnswer StreamStage::start()
{
    m_host->queue().setAddress(stage().address());
    return StartAnswer::Run;
}

DemandControl StreamStage::handleSubscribe(CounterpartRole, const SubscriptionOptions &options,
                                           const From &from)
{
    m_modes.emplace(from.subscription, options.cancel);
    m_host->queue().put(StreamJoined{from.subscription, options});
    stage().ask(from.subscription, options.maxDemand);
    return DemandControl::Manual;
}

Batch StreamStage::runEvents(const Batch &events, const From &from)
{
    m_host->queue().put(StreamArrived{from.subscription, events});
    return {};
}

void StreamStage::handleCancel(const Cancellation &cancellation, const From &from)
{
    const auto mode = m_modes.extract(from.subscription);
    ++m_ended;
    // The stage's runner stops it after this for the same reason.
    if (!mode.empty() && endsConsumer(mode.mapped(), cancellation.reason)) {
        const auto name = m_names.find(from.stage);
        m_host->queue().end(
            StreamError{.producer = name == m_names.end() ? QString() : name->second,
                        .reason = cancellation.reason});
        return;
    }
    stopIfAllEnded();
}

void StreamStage::handleCast(const QVariant &count)
{
    m_total = count.value<std::size_t>();
    stopIfAllEnded();
}

void StreamStage::stopIfAllEnded()
{
    if (m_total != m_ended)
        return;
    m_host->queue().end(std::nullopt);
    stage().stop(StopReason::normal());
}

void StreamStage::terminate(const StopReason &reason)
{
    m_host->queue().end(StreamError{.reason = reason});
    m_host->closeLater();
}

} // namespace sluice
