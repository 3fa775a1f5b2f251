// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/linereader.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <stdexcept>
#include <sys/eventfd.h>
#include <unistd.h>
#include <utility>

namespace sluice {

LineReader::LineReader(int descriptor, std::function<void(Report)> report)
    : m_descriptor(descriptor)
    , m_wake(::eventfd(0, EFD_CLOEXEC))
    , m_report(std::move(report))
{
    if (m_wake < 0)
        throw std::runtime_error(std::string("cannot read: ") + std::strerror(errno));
    m_thread = std::thread(&LineReader::run, this);
}

LineReader::~LineReader()
{
    {
        const std::lock_guard lock(m_mutex);
        m_mustEnd = true;
    }
    m_changed.notify_one();
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(m_wake, &one, sizeof one);
    m_thread.join();
    ::close(m_wake);
}

void LineReader::want(EventCount count)
{
    {
        const std::lock_guard lock(m_mutex);
        m_wanted += count;
    }
    m_changed.notify_one();
}

void LineReader::run()
{
    while (const EventCount wanted = waitForDemand()) {
        if (auto lines = takeLines(wanted); !lines.empty()) {
            tell({std::move(lines), false, {}});
            continue;
        }
        const Input input = readMore();
        if (input == Input::Interrupted)
            return;
        if (input == Input::Some)
            continue;
        Report last{{}, true, std::move(m_problem)};
        if (auto rest = m_splitter.rest(); rest && last.problem.empty())
            last.lines.push_back(std::move(*rest));
        tell(std::move(last));
        return;
    }
}

/// How many lines are wanted, at least 1; 0 if the thread is to end.
EventCount LineReader::waitForDemand()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_wanted > 0 || m_mustEnd; });
    return m_mustEnd ? 0 : m_wanted;
}

std::vector<std::string> LineReader::takeLines(EventCount most)
{
    std::vector<std::string> lines;
    while (static_cast<EventCount>(lines.size()) < most) {
        auto line = m_splitter.next();
        if (!line)
            break;
        lines.push_back(std::move(*line));
    }
    return lines;
}

LineReader::Input LineReader::readMore()
{
    std::array<char, 64 * 1024> part; // NOLINT: read() fills it
    for (;;) {
        if (!waitForInput())
            return Input::Interrupted;
        const ssize_t size = ::read(m_descriptor, part.data(), part.size());
        if (size > 0) {
            try {
                m_splitter.add({part.data(), static_cast<std::size_t>(size)});
                return Input::Some;
            } catch (const std::length_error &error) {
                m_problem = error.what();
                return Input::Failed;
            }
        }
        if (size == 0)
            return Input::End;
        if (errno != EINTR && errno != EAGAIN) {
            m_problem = std::strerror(errno);
            return Input::Failed;
        }
    }
}

/// False if the thread is to end. Waits without end for whatever comes first.
bool LineReader::waitForInput() const
{
    std::array<pollfd, 2> waited = {{{m_descriptor, POLLIN, 0}, {m_wake, POLLIN, 0}}};
    while (::poll(waited.data(), waited.size(), -1) < 0 && errno == EINTR) { }
    return waited[1].revents == 0;
}

void LineReader::tell(Report report)
{
    {
        const std::lock_guard lock(m_mutex);
        m_wanted -= static_cast<EventCount>(report.lines.size());
    }
    m_report(std::move(report));
}

} // namespace sluice
