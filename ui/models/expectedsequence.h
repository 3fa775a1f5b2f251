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
    Integer step = 1; ///< never 0

    friend constexpr bool operator==(const ExpectedSequence &, const ExpectedSequence &) = default;
};

/// What the consumers of \a description must handle, if that can be said beforehand.
///
/// It can if one counter feeds them all and every way from it to a consumer goes through the same
/// filters and maps, and these make an arithmetic sequence of an arithmetic sequence: each number
/// then takes exactly one of the ways.
[[nodiscard]] std::optional<ExpectedSequence>
expectedSequence(const PipelineDescription &description);

} // namespace sluice::ui
