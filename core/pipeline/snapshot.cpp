// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/snapshot.h"

#include <algorithm>

namespace sluice {
namespace {

template<class Things, class Id>
auto *findById(const Things &things, Id id) noexcept
{
    const auto found = std::ranges::find(things, id, &Things::value_type::id);
    return found == things.end() ? nullptr : &*found;
}

} // namespace

const StageSnapshot *Snapshot::stage(StageId id) const noexcept
{
    return findById(stages, id);
}

const SubscriptionSnapshot *Snapshot::subscription(SubscriptionId id) const noexcept
{
    return findById(subscriptions, id);
}

} // namespace sluice
