// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pipeline/jsonreader.h"

namespace sluice {

/// Reads one stage of a pipeline file.
class StageReader
{
public:
    StageReader(JsonReader &json, const StageCatalog &catalog)
        : m_json(json)
        , m_catalog(catalog)
    {
    }

    /// False once something is wrong; the reader then has the error.
    [[nodiscard]] bool read(const JsonNode &node, StageDescription &stage);

private:
    using Code = PipelineFileError::Code;

    bool readId(const JsonNode &node, QString &id);
    const StageKind *readKind(const JsonNode &node);
    bool readOptions(const JsonNode &node, const StageKind &kind, StageDescription &stage);
    bool checkOption(const JsonNode &node, const OptionSpec &spec);
    bool readRate(const JsonNode &node, StageOptions &run);
    bool readBuffer(const JsonNode &node, const StageKind &kind, StageOptions &run);
    bool readRestart(const JsonNode &node, StageOptions &run);
    bool readWorkTime(const JsonNode &node, StageOptions &run);

    JsonReader &m_json;
    const StageCatalog &m_catalog;
};

} // namespace sluice
