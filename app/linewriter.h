// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/stagecatalog.h"
#include "app/commandline.h"

#include <atomic>
#include <mutex>
#include <span>
#include <string>
#include <string_view>

namespace sluice::app {

/// Writes events to a file descriptor, one a line.
///
/// A reader that is slow makes write() wait, and with it the consumer's thread: that is how the
/// terminal holds the pipeline back. Lines are formatted outside the lock and go out whole.
///
/// Threads: all functions on any.
class LineWriter final : public EventSink
{
public:
    /// \a descriptor stays open and belongs to the caller.
    LineWriter(int descriptor, OutputFormat format);

    bool write(const QString &consumer, const Batch &events) override;

    /// Whether nothing can be written any more.
    [[nodiscard]] bool hasFailed() const noexcept { return m_errorNumber.load() != 0; }

    /// Why, as errno has it: EPIPE if the reader went away. 0: nothing is wrong.
    [[nodiscard]] int errorNumber() const noexcept { return m_errorNumber.load(); }

private:
    /// What stands around each event.
    struct Frame
    {
        std::string before;
        std::string_view after;
    };

    [[nodiscard]] Frame frameFor(const std::string &consumer) const;
    static void format(std::span<const Integer> events, const Frame &frame, std::string &lines);
    void format(const Batch &events, const Frame &frame, std::string &lines) const;
    bool writeAll(const char *text, std::size_t size);

    // Constant after construction.
    int m_descriptor;
    OutputFormat m_format;

    std::mutex m_mutex; // held while writing, so that lines do not mix
    std::atomic<int> m_errorNumber = 0;
};

} // namespace sluice::app
