// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/producer.h"

#include <chrono>
#include <optional>
#include <string>

namespace sluice {

/// A text each interval, "tick 1", "tick 2" …, whether anybody has asked or not: what nobody wants
/// yet waits in the stage's buffer, which drops some when it is full.
///
/// Threads, errors: as Behaviour.
/// Semantics: genstage-semantics §8 (events that come by themselves), §10.
class Timer final : public Producer<std::string>
{
public:
    struct Options
    {
        std::chrono::milliseconds interval = std::chrono::seconds(1); ///< at least 1 ms
        std::string text = "tick";
        std::optional<EventCount> count; ///< how many events; empty: no end
    };

    explicit Timer(const Options &options)
        : m_options(options)
    {
    }

    StartAnswer start() override;

    std::vector<std::string> handleDemand(EventCount) override { return {}; }

    void handleInfo(const QVariant &message) override;

    [[nodiscard]] bool isFinished() const override
    {
        return m_options.count && m_ticks >= *m_options.count;
    }

private:
    Options m_options;
    EventCount m_ticks = 0;
};

} // namespace sluice
