// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/stopreason.h"

namespace sluice {

std::string toString(const StopReason &reason)
{
    switch (reason.kind) {
    case StopReason::Kind::Normal:
        return "normal";
    case StopReason::Kind::Shutdown:
        return "shutdown";
    case StopReason::Kind::NoProcess:
        return "noproc";
    case StopReason::Kind::UnknownSubscription:
        return "unknown_subscription";
    case StopReason::Kind::DuplicatedSubscription:
        return "duplicated_subscription";
    case StopReason::Kind::AlreadySubscribed:
        return "already_subscribed";
    case StopReason::Kind::Failed:
        break;
    }
    return reason.text.empty() ? std::string("failed") : reason.text;
}

} // namespace sluice
