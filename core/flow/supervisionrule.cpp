// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/supervisionrule.h"

#include <algorithm>

namespace sluice {

bool isRestarted(RestartMode mode, const StopReason &reason) noexcept
{
    switch (mode) {
    case RestartMode::Permanent:
        return true;
    case RestartMode::Transient:
        return !reason.isOrderly();
    case RestartMode::Temporary:
        break;
    }
    return false;
}

SupervisionPlan planRestart(SupervisionStrategy strategy,
                            const std::vector<SupervisedChild> &children, StageId ended,
                            const StopReason &reason)
{
    SupervisionPlan plan;
    const auto child = std::ranges::find(children, ended, &SupervisedChild::stage);
    if (child == children.end())
        return plan;
    if (!isRestarted(child->mode, reason))
        return plan;
    auto first = child;
    auto last = child + 1;
    if (strategy == SupervisionStrategy::OneForAll)
        first = children.begin();
    if (strategy != SupervisionStrategy::OneForOne)
        last = children.end();
    for (auto member = first; member != last; ++member) {
        if (member->isRunning && member != child)
            plan.stop.push_back(member->stage);
        if (member->mode != RestartMode::Temporary)
            plan.restart.push_back(member->stage);
    }
    std::ranges::reverse(plan.stop);
    return plan;
}

} // namespace sluice
