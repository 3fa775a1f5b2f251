// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/producer.h"
#include "core/stages/linesplitter.h"

#include <QString>

#include <memory>

class QFile;

namespace sluice {

/// The lines of a text file in order, read as they are asked for: memory stays flat however long
/// the file is. Finished after the last line.
///
/// Threads: as Behaviour; the file is open on the stage's thread only.
/// Errors: a file that cannot be read, or is no text, crashes the stage and is named.
class Lines final : public Producer<std::string>
{
public:
    explicit Lines(const QString &file);
    ~Lines() override;

    std::vector<std::string> handleDemand(EventCount demand) override;

    [[nodiscard]] bool isFinished() const override { return m_isFinished; }

    void terminate(const StopReason &reason) override;

private:
    [[nodiscard]] std::optional<std::string> nextLine();
    [[nodiscard]] bool readMore();

    QString m_path;

    // Changed by handleDemand().
    std::unique_ptr<QFile> m_file; // null before the first line and after the last
    LineSplitter m_splitter;
    bool m_isFinished = false;
};

} // namespace sluice
