// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/producer.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string>

namespace sluice {

/// The paths of the files in a folder, sorted by their bytes. Hidden files are left out; links to
/// folders are not followed. Finished after the last one.
///
/// Threads: as Behaviour.
/// Errors: a folder that is not there or cannot be read crashes the stage, naming the folder.
class Files final : public Producer<std::string>
{
public:
    enum class Depth : unsigned char { ThisFolder, AllFolders };

    struct Options
    {
        QString folder;
        QStringList patterns; ///< of names, such as "*.txt"; empty: all
        Depth depth = Depth::ThisFolder;
    };

    explicit Files(const Options &options)
        : m_options(options)
    {
    }

    std::vector<std::string> handleDemand(EventCount demand) override;

    [[nodiscard]] bool isFinished() const override { return m_paths && m_next == m_paths->size(); }

private:
    [[nodiscard]] std::vector<std::string> list() const;

    Options m_options;

    // Changed by handleDemand().
    std::optional<std::vector<std::string>> m_paths; // nothing before the first demand
    std::size_t m_next = 0;
};

} // namespace sluice
