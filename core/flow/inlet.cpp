// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/inlet.h"

namespace sluice {

EventCount Inlet::subscribe(SubscriptionId id, const SubscriptionOptions &options)
{
    return m_subscriptions.add(id, {DemandWindow(options), options.cancel}).window->initialAsk();
}

void Inlet::subscribeManually(SubscriptionId id, const SubscriptionOptions &options)
{
    m_subscriptions.add(id, {std::nullopt, options.cancel});
}

DemandWindow *Inlet::find(SubscriptionId id)
{
    const auto entry = m_subscriptions.find(id);
    return entry == m_subscriptions.end() || !entry->second.window ? nullptr
                                                                   : &*entry->second.window;
}

std::optional<CancelMode> Inlet::end(SubscriptionId id)
{
    const auto entry = m_subscriptions.find(id);
    if (entry == m_subscriptions.end())
        return std::nullopt;
    const CancelMode mode = entry->second.cancel;
    m_subscriptions.erase(entry);
    return mode;
}

} // namespace sluice
