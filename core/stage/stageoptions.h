// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/demandmode.h"
#include "core/flow/dispatcheroptions.h"
#include "core/flow/eventbuffer.h"
#include "core/flow/subscriptionoptions.h"
#include "core/flow/supervisionrule.h"
#include "core/stage/behaviour.h"

#include <QString>
#include <QStringView>

#include <chrono>
#include <optional>

namespace sluice {

/// What a thread waits for.
enum class EventLoop : unsigned char {
    Lean, ///< messages and timers
    Qt    ///< also what Qt's own event dispatcher knows: sockets, processes, file watchers
};

/// How a stage runs, whatever its behaviour does.
struct StageOptions
{
    static constexpr QStringView ownThread = u"own";

    /// The output buffer; empty: 10 000 events for a producer, no limit for a producer-consumer.
    std::optional<BufferOptions> buffer = std::nullopt;

    /// Who gets which event; of no use to a consumer.
    DispatcherOptions dispatcher{};

    /// Producers only: what they do with demand at first.
    DemandMode demand = DemandMode::Forward;

    /// Simulated work for each event; 0 for none. The behaviour then gets its events one by one.
    std::chrono::nanoseconds workTime{0};

    /// Producers only: most events emitted a second; empty: as many as are asked for.
    std::optional<double> ratePerSecond = std::nullopt;

    /// Whether a supervised stage that has ended is started again.
    RestartMode restart = RestartMode::Permanent;
    /// Which thread it runs on: empty for the pipeline's placement, ownThread for one of its own,
    /// any other word for the thread that all stages with the same word share.
    QString thread = {};

    /// What its thread can wait for; a stage that needs Qt's has a thread of its own.
    EventLoop loop = EventLoop::Lean;

    /// The first problem for a stage of \a role that emits \a output; nothing if it can be started
    /// with them (§3). Without a type, what depends on it is not looked at.
    [[nodiscard]] std::optional<OptionError> validate(StageRole role,
                                                      const EventType *output = nullptr) const;
};

} // namespace sluice
