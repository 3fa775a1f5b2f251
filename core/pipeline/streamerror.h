// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/stopreason.h"
#include "core/flow/subscriptionoptions.h"
#include "core/pipeline/pipeline.h"

#include <QString>

#include <optional>

namespace sluice {

/// Why a stream ended otherwise than by having come to its end.
struct StreamError
{
    QString producer{};                       ///< by whose fault; empty: nobody's
    StopReason reason{};                      ///< how a subscription or the stream's stage ended
    PipelineError call = PipelineError::None; ///< why it could not be made at all
    std::optional<OptionError> option{};      ///< for BadOptions
};

/// For logs; not translated. Such as "numbers: maxDemand has to be 1 to 1000000000, got 0".
[[nodiscard]] QString toString(const StreamError &error);

} // namespace sluice
