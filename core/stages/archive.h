// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/anyconsumer.h"

#include <QString>

#include <memory>

class QFile;

namespace sluice {

/// Appends every event to a file, one a line, and hands them to the system as they come. Line feeds
/// within an event are written as \n, so that a line stays a line.
///
/// Threads: as Behaviour; the file is open on the stage's thread only.
/// Errors: a file that cannot be written crashes the stage, naming the file.
class Archive final : public Consumer<AnyEvent>
{
public:
    enum class Format : unsigned char {
        Plain,    ///< the text of the event
        JsonLines ///< {"time":"2026-11-24T19:20:16.123Z","event":…}
    };

    struct Options
    {
        QString file;
        Format format = Format::Plain;
    };

    explicit Archive(const Options &options);
    ~Archive() override;

    void handleEvents(const Batch &events, const From &from) override;

    void terminate(const StopReason &reason) override;

private:
    [[noreturn]] void fail() const;

    Options m_options;
    std::unique_ptr<QFile> m_file; // null before the first event
};

} // namespace sluice
