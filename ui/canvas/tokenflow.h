// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace sluice::ui {

enum class FlowDirection : unsigned char {
    Downstream, ///< events
    Upstream    ///< demand
};

/// Messages on their way along a lane, as far as the eye can follow them.
struct Token
{
    SubscriptionId subscription;
    FlowDirection direction = FlowDirection::Downstream;
    EventCount count = 0; ///< events sent or asked for by the messages it stands for
    std::int64_t startedNs = 0;
};

/// What moves on the canvas, made from nothing but differences of the snapshots' counters.
///
/// Up to 10 messages a second on a lane, each one seen becomes a token, or those between two
/// snapshots become one together. Above that, or with too many tokens at once, the lane only says
/// that it flows. Where nothing was counted nothing moves after 250 ms.
///
/// Threads: none inside; use one instance from one thread at a time.
/// Units: time is the snapshots' takenNs.
class TokenFlow
{
public:
    static constexpr std::size_t mostTokens = 200;

    void update(const Snapshot &snapshot);

    /// In the order in which they set off.
    [[nodiscard]] const std::vector<Token> &tokens() const { return m_tokens; }

    /// How far the token has come, 0 .. 1; at 1 it rests for a while so that it can be read.
    [[nodiscard]] double progress(const Token &token) const;

    /// Whether messages flow that are too fast to be drawn singly.
    [[nodiscard]] bool isRushing(SubscriptionId subscription, FlowDirection direction) const;

    /// Whether that is so anywhere.
    [[nodiscard]] bool isRushing() const;

    [[nodiscard]] std::int64_t nowNs() const { return m_nowNs; }

private:
    struct LaneState
    {
        std::int64_t messages = 0;
        EventCount events = 0;
        std::int64_t rushedNs = 0; ///< when messages were last counted without a token
        double recent = 0;         ///< messages of about the last second
        bool isFast = false;
    };

    struct Edge
    {
        std::array<LaneState, 2> lanes;
        std::int64_t seenNs = 0;
    };

    void count(SubscriptionId id, FlowDirection direction, const LaneState &now);
    void dropOldTokens();
    [[nodiscard]] bool isRushing(const LaneState &lane) const;

    std::unordered_map<SubscriptionId, Edge> m_edges;
    std::vector<Token> m_tokens;
    std::int64_t m_nowNs = 0;
    double m_fading = 0; ///< what is left of the messages before, after the last interval
    bool m_hasBegun = false;
};

} // namespace sluice::ui
