// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/flow/eventcount.h"
#include "core/pipeline/pipelinedescription.h"

#include <optional>

namespace sluice::ui {

/// The numbers that the consumers of a pipeline must handle together: first, first + step, …
struct ExpectedSequence
{
    Integer first = 0;
    Integer step = 1;      ///< never 0
    bool isCopied = false; ///< each goes to several consumers, so "once" is not to be expected

    friend constexpr bool operator==(const ExpectedSequence &, const ExpectedSequence &) = default;
};

/// What the consumers of \a description must handle, if that can be said beforehand.
///
/// It can if one counter feeds them all and every way from it to a consumer goes through the same
/// filters and maps, and these make an arithmetic sequence of an arithmetic sequence: each number
/// then takes exactly one of the ways. Where a stage broadcasts to several subscriptions the result
/// says so, and whether the numbers are known does not matter.
[[nodiscard]] std::optional<ExpectedSequence>
expectedSequence(const PipelineDescription &description);

} // namespace sluice::ui
