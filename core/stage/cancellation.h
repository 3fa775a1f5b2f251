// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/stopreason.h"

namespace sluice {

/// How a subscription ended (semantics §14).
struct Cancellation
{
    enum class Kind : unsigned char {
        Cancel, ///< somebody cancelled it
        Down    ///< the other side has stopped
    };

    Kind kind = Kind::Cancel;
    StopReason reason;
};

} // namespace sluice
