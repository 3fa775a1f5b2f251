// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/ids.h"
#include "core/flow/restartlimit.h"
#include "core/flow/stopreason.h"

#include <optional>
#include <vector>

namespace sluice {

/// Whether something that has ended by itself is started again (semantics §18, §19).
enum class RestartMode : unsigned char {
    Permanent, ///< always
    Transient, ///< unless it ended in order
    Temporary  ///< never
};

/// Whether something with \a mode that ended for \a reason is to be started again.
[[nodiscard]] bool isRestarted(RestartMode mode, const StopReason &reason) noexcept;

/// Who else is started anew when a stage is.
enum class SupervisionStrategy : unsigned char {
    OneForOne, ///< nobody
    OneForAll, ///< everybody
    RestForOne ///< those that were started after it
};

/// How the stages of a pipeline are supervised.
///
/// The default is rest-for-one: a producer that fails takes its permanent subscribers along, and
/// under one-for-one each of them counts as a restart of its own.
/// Semantics: genstage-semantics §19.
struct SupervisionOptions
{
    SupervisionStrategy strategy = SupervisionStrategy::RestForOne;
    RestartIntensity intensity{};

    [[nodiscard]] std::optional<OptionError> validate() const { return intensity.validate(); }

    friend bool operator==(const SupervisionOptions &, const SupervisionOptions &) = default;
};

/// One supervised stage, as the rule needs to know it.
struct SupervisedChild
{
    StageId stage;
    RestartMode mode = RestartMode::Permanent;
    bool isRunning = true;
};

/// What is to be done after a child has ended.
struct SupervisionPlan
{
    std::vector<StageId> stop;    ///< that still run, in this order: the last started first
    std::vector<StageId> restart; ///< in this order: the first started first; empty: nobody

    friend bool operator==(const SupervisionPlan &, const SupervisionPlan &) = default;
};

/// What to stop and what to restart when \a ended, one of \a children, has ended for \a reason.
///
/// \a children are in the order in which they are started, with \a ended not running any more. A
/// transient child that had come to its end in order is started again with its group, as in the
/// reference; a temporary one that is stopped with its group is not.
/// Semantics: genstage-semantics §19.
[[nodiscard]] SupervisionPlan planRestart(SupervisionStrategy strategy,
                                          const std::vector<SupervisedChild> &children,
                                          StageId ended, const StopReason &reason);

} // namespace sluice
