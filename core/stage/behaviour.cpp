// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/behaviour.h"

#include <cassert>

namespace sluice {

Batch Behaviour::runDemand(EventCount)
{
    assert(!"only producers are given demand");
    return {};
}

Batch Behaviour::runEvents(const Batch &, const From &)
{
    assert(!"producers are not given events");
    return {};
}

} // namespace sluice
