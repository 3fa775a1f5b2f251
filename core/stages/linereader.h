// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/eventcount.h"
#include "core/stages/linesplitter.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace sluice {

/// Reads lines from a descriptor on a thread of its own, but only as many as were wanted: what comes
/// in meanwhile stays in the pipe, or with whoever writes it.
///
/// It waits for input and for the end at the same time, so that it can always be ended.
///
/// Threads: the functions on any one thread; the reports come on the reader's.
/// Lifetime: the destructor ends the thread and waits for it, which takes no longer than a report.
class LineReader
{
public:
    /// What was read.
    struct Report
    {
        std::vector<std::string> lines; ///< no more than were wanted
        bool isLast = false;            ///< the input has ended
        std::string problem;            ///< why it cannot be read; empty if it can
    };

    /// \a descriptor stays open and belongs to the caller. \a report is called on the reader's thread.
    LineReader(int descriptor, std::function<void(Report)> report);
    ~LineReader();
    LineReader(const LineReader &) = delete;
    LineReader &operator=(const LineReader &) = delete;

    /// \a count more lines are wanted.
    void want(EventCount count);

private:
    enum class Input : unsigned char { Some, End, Failed, Interrupted };

    void run();
    [[nodiscard]] EventCount waitForDemand();
    [[nodiscard]] std::vector<std::string> takeLines(EventCount most);
    [[nodiscard]] Input readMore();
    [[nodiscard]] bool waitForInput() const;
    void tell(Report report);

    // Constant while the thread runs.
    int m_descriptor;
    int m_wake; // readable once the thread is to end
    std::function<void(Report)> m_report;

    std::mutex m_mutex; // guards the two below
    EventCount m_wanted = 0;
    bool m_mustEnd = false;
    std::condition_variable m_changed;

    // The reader's thread only.
    LineSplitter m_splitter;
    std::string m_problem;

    std::thread m_thread; // last: it uses all of the above
};

} // namespace sluice
