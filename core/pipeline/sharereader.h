// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pipeline/jsonreader.h"

#include <map>
#include <string>
#include <utility>

namespace sluice {

/// Reads of a pipeline file which events of its producer a subscription is for: its selector or
/// its partition, which no other one may have.
///
/// Threads: none inside.
class ShareReader
{
public:
    explicit ShareReader(JsonReader &json)
        : m_json(json)
    {
    }

    /// Reads "selector" and "partition" of the subscription \a node to the stage \a from, which is
    /// of kind \a kind. False once something is wrong; the JSON reader then has the error.
    [[nodiscard]] bool read(const JsonNode &node, const StageDescription &from,
                            const StageKind &kind, SubscriptionDescription &subscription);

private:
    using Code = PipelineFileError::Code;

    bool readPartition(const JsonNode &node, const DispatcherDescription &dispatcher,
                       SubscriptionDescription &subscription);
    bool readSelector(const JsonNode &node, const EventType &events, SelectorDescription &selector);
    bool readNumberSelector(const JsonNode &node, SelectorDescription &selector);
    bool readTextSelector(const JsonNode &node, SelectorDescription &selector);
    bool readInteger(const JsonNode &node, Integer smallest, std::optional<Integer> &value);

    JsonReader &m_json;
    std::map<std::pair<QString, std::string>, QString> m_takers; // by producer and partition
};

} // namespace sluice
