// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stage/stageoptions.h"

#include <string>

namespace sluice {

std::optional<OptionError> StageOptions::validate(StageRole role, const EventType *output) const
{
    // In GenStage's order: dispatcher, buffer, demand; then what the role does not have.
    if (const auto error = sluice::validate(dispatcher, output))
        return error;
    if (buffer && buffer->size && *buffer->size < 0)
        return OptionError{"bufferSize", "at least 0", std::to_string(*buffer->size)};
    if (demand == DemandMode::Accumulate && role != StageRole::Producer)
        return OptionError{"demand", "forward (only producers accumulate)", "accumulate"};
    if (buffer && role == StageRole::Consumer)
        return OptionError{"buffer", "none (a consumer emits nothing)", "a buffer"};
    if (ratePerSecond && role != StageRole::Producer)
        return OptionError{"rate", "none (only producers have one)",
                           std::to_string(*ratePerSecond)};
    if (ratePerSecond && *ratePerSecond <= 0)
        return OptionError{"rate", "above 0", std::to_string(*ratePerSecond)};
    return std::nullopt;
}

} // namespace sluice
