// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pipeline/jsonreader.h"

namespace sluice {

/// Reads of a pipeline file what a stage does with demand: its dispatcher and its demand mode.
///
/// Functions return false once something is wrong; the JSON reader then has the error.
/// Threads: none inside.
class DispatcherReader
{
public:
    explicit DispatcherReader(JsonReader &json)
        : m_json(json)
    {
    }

    /// "dispatcher" of a stage of \a kind.
    [[nodiscard]] bool readDispatcher(const JsonNode &node, const StageKind &kind,
                                      StageDescription &stage);

    /// "demand" of a stage of \a kind.
    [[nodiscard]] bool readDemand(const JsonNode &node, const StageKind &kind, DemandMode &mode);

private:
    using Code = PipelineFileError::Code;

    bool readDemandDispatcher(const JsonNode &node, DispatcherDescription &dispatcher);
    bool readPartitionDispatcher(const JsonNode &node, const EventType &events,
                                 DispatcherDescription &dispatcher);
    bool readPartitions(const JsonNode &node, DispatcherDescription &dispatcher);
    bool readPartitionName(const JsonNode &node, std::vector<std::string> &names);
    bool readHash(const JsonNode &node, const EventType &events, std::optional<HashRule> &rule);
    bool checkHash(const JsonNode &node, const EventType &events,
                   const DispatcherDescription &dispatcher);

    JsonReader &m_json;
};

} // namespace sluice
