// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

namespace sluice {

/// Names one stage of one pipeline. 0 means no stage.
///
/// Invariant: never given twice by the same pipeline, so a late message cannot find a newcomer.
struct StageId
{
    std::uint64_t value = 0;

    [[nodiscard]] constexpr bool isValid() const noexcept { return value != 0; }

    friend constexpr bool operator==(StageId, StageId) noexcept = default;
    friend constexpr bool operator<(StageId a, StageId b) noexcept { return a.value < b.value; }
};

/// Names one subscription; what GenStage calls its tag. 0 means no subscription.
///
/// Invariant: never given twice by the same pipeline (semantics §5).
struct SubscriptionId
{
    std::uint64_t value = 0;

    [[nodiscard]] constexpr bool isValid() const noexcept { return value != 0; }

    friend constexpr bool operator==(SubscriptionId, SubscriptionId) noexcept = default;
    friend constexpr bool operator<(SubscriptionId a, SubscriptionId b) noexcept
    {
        return a.value < b.value;
    }
};

} // namespace sluice

namespace std {

template<>
struct hash<sluice::StageId>
{
    size_t operator()(sluice::StageId id) const noexcept { return hash<uint64_t>{}(id.value); }
};

template<>
struct hash<sluice::SubscriptionId>
{
    size_t operator()(sluice::SubscriptionId id) const noexcept
    {
        return hash<uint64_t>{}(id.value);
    }
};

} // namespace std
