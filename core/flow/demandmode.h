// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

namespace sluice {

/// What a producer does with demand (semantics §9).
enum class DemandMode : unsigned char {
    Forward,   ///< hands it to its behaviour
    Accumulate ///< keeps it, and what is emitted, until the mode is Forward again
};

} // namespace sluice
