// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/linewriter.h"

#include "core/stages/eventtext.h"

#include <cerrno>
#include <charconv>
#include <limits>
#include <poll.h>
#include <string>
#include <string_view>
#include <unistd.h>

namespace sluice::app {

namespace {

constexpr std::size_t longestInteger = std::numeric_limits<Integer>::digits10 + 2; // and a sign

char *put(char *to, std::string_view text)
{
    return text.copy(to, text.size()) + to;
}

} // namespace

LineWriter::LineWriter(int descriptor, OutputFormat format)
    : m_descriptor(descriptor)
    , m_format(format)
{
}

bool LineWriter::write(const QString &consumer, const Batch &events)
{
    if (hasFailed())
        return false;
    const Frame frame = frameFor(consumer.toStdString());
    // Kept by each consumer's thread, so that no batch needs an allocation.
    thread_local std::string lines;
    lines.clear();
    if (events.holds<Integer>())
        format(events.as<Integer>(), frame, lines);
    else
        format(events, frame, lines);
    return writeAll(lines.data(), lines.size());
}

LineWriter::Frame LineWriter::frameFor(const std::string &consumer) const
{
    switch (m_format) {
    case OutputFormat::Text:
        return {consumer + ' ', "\n"};
    case OutputFormat::Json:
        // A stage's id needs no escaping.
        return {R"({"consumer":")" + consumer + R"(","event":)", "}\n"};
    case OutputFormat::Plain:
        break;
    }
    return {{}, "\n"};
}

void LineWriter::format(std::span<const Integer> events, const Frame &frame, std::string &lines)
{
    lines.resize(events.size() * (frame.before.size() + longestInteger + frame.after.size()));
    char *end = lines.data();
    for (const Integer event : events) {
        end = put(end, frame.before);
        end = std::to_chars(end, end + longestInteger, event).ptr;
        end = put(end, frame.after);
    }
    lines.resize(static_cast<std::size_t>(end - lines.data()));
}

void LineWriter::format(const Batch &events, const Frame &frame, std::string &lines) const
{
    for (EventCount i = 0; i < events.size(); ++i) {
        lines += frame.before;
        lines += m_format == OutputFormat::Json ? jsonOf(events, i) : lineOf(events, i);
        lines += frame.after;
    }
}

bool LineWriter::writeAll(const char *text, std::size_t size)
{
    const std::lock_guard lock(m_mutex);
    while (size > 0 && !hasFailed()) {
        const ssize_t written = ::write(m_descriptor, text, size);
        if (written >= 0) {
            text += written;
            size -= static_cast<std::size_t>(written);
        } else if (errno == EAGAIN) {
            // Whoever started us may have made its terminal non-blocking.
            pollfd descriptor{m_descriptor, POLLOUT, 0};
            ::poll(&descriptor, 1, -1);
        } else if (errno != EINTR) {
            m_errorNumber = errno;
        }
    }
    return !hasFailed();
}

} // namespace sluice::app
