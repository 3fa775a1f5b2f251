// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/tokenflow.h"

#include <algorithm>
#include <cmath>

namespace sluice::ui {
namespace {

constexpr std::int64_t travelNs = 210'000'000; // and 33 ms until the snapshot that counts it
constexpr std::int64_t lingerNs = 700'000'000;
constexpr std::int64_t rushNs = 200'000'000;
constexpr double fastAbove = 10; // messages a second; more would hide each other
constexpr double slowBelow = 7;

} // namespace

void TokenFlow::update(const Snapshot &snapshot)
{
    if (snapshot.takenNs < m_nowNs)
        *this = TokenFlow();
    m_fading = std::exp(-static_cast<double>(snapshot.takenNs - m_nowNs) * 1e-9);
    m_nowNs = snapshot.takenNs;
    dropOldTokens();

    for (const SubscriptionSnapshot &subscription : snapshot.subscriptions) {
        LaneState sent;
        sent.messages = subscription.outlet.batches;
        sent.events = subscription.outlet.sent;
        LaneState asked;
        asked.messages = subscription.inlet.asks;
        asked.events = subscription.inlet.asked;
        const auto [found, isNew] = m_edges.try_emplace(subscription.id);
        found->second.seenNs = m_nowNs;
        if (isNew && !m_hasBegun) {
            found->second.lanes = {sent, asked}; // what was before was not seen
            continue;
        }
        count(subscription.id, FlowDirection::Upstream, asked);
        count(subscription.id, FlowDirection::Downstream, sent);
    }
    std::erase_if(m_edges, [this](const auto &entry) { return entry.second.seenNs != m_nowNs; });
    m_hasBegun = true;
}

void TokenFlow::count(SubscriptionId id, FlowDirection direction, const LaneState &now)
{
    LaneState &lane = m_edges.at(id).lanes[static_cast<std::size_t>(direction)];
    const std::int64_t messages = now.messages - lane.messages;
    const EventCount events = now.events - lane.events;
    lane.messages = now.messages;
    lane.events = now.events;
    const auto added = static_cast<double>(std::max<std::int64_t>(0, messages));
    lane.recent = std::min(lane.recent * m_fading + added, 2 * fastAbove);
    if (lane.recent > fastAbove)
        lane.isFast = true;
    else if (lane.recent < slowBelow)
        lane.isFast = false;
    if (messages <= 0)
        return;

    if (lane.isFast || m_tokens.size() >= mostTokens)
        lane.rushedNs = m_nowNs;
    else
        m_tokens.push_back({id, direction, events, m_nowNs});
}

void TokenFlow::dropOldTokens()
{
    std::erase_if(m_tokens, [this](const Token &token) {
        return m_nowNs - token.startedNs > travelNs + lingerNs;
    });
    // Where one arrives, none rests any longer.
    std::vector<Token> kept;
    for (auto token = m_tokens.begin(); token != m_tokens.end(); ++token) {
        const bool isReplaced = std::any_of(token + 1, m_tokens.end(), [&](const Token &later) {
            return later.subscription == token->subscription && later.direction == token->direction
                && progress(later) >= 1;
        });
        if (!isReplaced)
            kept.push_back(*token);
    }
    m_tokens = kept;
}

double TokenFlow::progress(const Token &token) const
{
    return std::clamp(static_cast<double>(m_nowNs - token.startedNs) / travelNs, 0.0, 1.0);
}

bool TokenFlow::isRushing(SubscriptionId subscription, FlowDirection direction) const
{
    const auto found = m_edges.find(subscription);
    return found != m_edges.end()
        && isRushing(found->second.lanes[static_cast<std::size_t>(direction)]);
}

bool TokenFlow::isRushing() const
{
    return std::ranges::any_of(m_edges, [this](const auto &entry) {
        return isRushing(entry.second.lanes[0]) || isRushing(entry.second.lanes[1]);
    });
}

bool TokenFlow::isRushing(const LaneState &lane) const
{
    return lane.rushedNs > 0 && m_nowNs - lane.rushedNs < rushNs;
}

} // namespace sluice::ui
