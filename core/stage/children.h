// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/eventcount.h"
#include "core/flow/restartlimit.h"
#include "core/flow/stopreason.h"
#include "core/flow/supervisionrule.h"
#include "core/stage/stopsignal.h"

#include <QMetaType>
#include <QVariant>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sluice {

/// Names one child of a consumer supervisor, over all its restarts; never given twice.
struct ChildId
{
    std::uint64_t value = 0;

    friend bool operator==(ChildId, ChildId) noexcept = default;
    friend bool operator<(ChildId a, ChildId b) noexcept { return a.value < b.value; }
};

/// What a child does, on a thread of its own. It looks at \a stop where it can, and returns why it
/// has ended; an exception is a failure with its text.
using ChildTask = std::function<StopReason(const StopSignal &stop)>;

/// What comes of starting a child.
struct ChildStart
{
    enum class Kind : unsigned char {
        Started, ///< task runs
        Ignored, ///< there is nothing to do, and no child
        Failed   ///< there is no child; error says why
    };

    Kind kind = Kind::Started;
    ChildTask task{};
    QVariant extra{}; ///< for whoever started it by hand
    std::string error{};

    [[nodiscard]] static ChildStart started(ChildTask task, QVariant extra = {})
    {
        return {Kind::Started, std::move(task), std::move(extra), {}};
    }

    [[nodiscard]] static ChildStart ignored() { return {Kind::Ignored, {}, {}, {}}; }

    [[nodiscard]] static ChildStart failed(std::string error)
    {
        return {Kind::Failed, {}, {}, std::move(error)};
    }
};

/// How children are supervised.
///
/// Semantics: genstage-semantics §18.
struct ConsumerSupervisorOptions
{
    RestartMode restart = RestartMode::Temporary; ///< not Permanent
    RestartIntensity intensity{};

    /// How long a child may take to stop when it is told to. 0: it is told and left behind at once,
    /// which is what killing it comes to for a thread. Empty: as long as it likes.
    std::optional<std::chrono::milliseconds> shutdown = std::chrono::seconds(5);

    /// The first problem, in the order restart, maxRestarts, maxSeconds, shutdown.
    [[nodiscard]] std::optional<OptionError> validate() const;
};

/// What a consumer supervisor is asked, as a call to its stage.
struct ChildRequest
{
    enum class Kind : unsigned char {
        Which,    ///< the children there are
        Count,    ///< how many there are
        Start,    ///< a child by hand, for event, which nobody has asked for
        Terminate ///< the child called child
    };

    Kind kind = Kind::Which;
    ChildId child{};
    QVariant event{}; ///< of the type the supervisor takes
};

/// Why a request about a child came to nothing.
enum class ChildError : unsigned char {
    None,
    NotFound, ///< there is no such child
    Ignored,  ///< it did not want to be started
    Failed,   ///< it could not be started; text says why
    BadEvent  ///< the event is not of the type the supervisor takes
};

/// One child of a consumer supervisor.
struct ChildInfo
{
    ChildId id;
    bool isRestarting = false; ///< it ended, and starting it again has failed so far
};

/// The answer to a ChildRequest.
struct ChildReply
{
    ChildError error = ChildError::None;
    ChildId child{};                   ///< Start
    QVariant extra{};                  ///< Start
    std::string text{};                ///< Failed
    std::vector<ChildInfo> children{}; ///< Which, in the order they were started first
    int active = 0;                    ///< Count: those that run
    int workers = 0;                   ///< Count: those and the restarting ones
    EventCount excess = 0;             ///< Count: events that came beyond maxDemand
};

} // namespace sluice
