// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/models/ratetable.h"

#include <QString>

#include <array>

/// The words of the outline: one name and one value for each row.
namespace sluice::ui {

/// What a stage tells, in this order.
enum class StageRow : unsigned char { State, Time, Received, Emitted, Buffer, Lost, WorkTime };

inline constexpr int stageRowCount = 7;

/// What each side of a subscription tells.
enum class LinkRow : unsigned char { Asked, Sent, Pending, InFlight, Maximum, Minimum };

inline constexpr int linkRowCount = 6;

[[nodiscard]] QString rowName(StageRow row);
[[nodiscard]] QString rowName(LinkRow row);

/// What the rates say of a stage at one moment.
struct StageRates
{
    double handled = 0;
    double emitted = 0;
    RateTable::StateShares shares{};
};

[[nodiscard]] QString rowValue(StageRow row, const StageSnapshot &stage, const StageRates &rates);
[[nodiscard]] QString rowValue(LinkRow row, const SubscriptionSnapshot &subscription);

/// The line of a whole stage: "consumer, waits for events".
[[nodiscard]] QString stageLine(const StageSnapshot &stage);

/// The line of a subscription: "demand 740 of 1,000".
[[nodiscard]] QString linkLine(const SubscriptionSnapshot &subscription);

} // namespace sluice::ui
