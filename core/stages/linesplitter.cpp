// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/linesplitter.h"

#include <stdexcept>
#include <utility>

namespace sluice {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

std::string withoutReturn(std::string_view line)
{
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return std::string(line);
}

} // namespace

void LineSplitter::add(std::string_view bytes)
{
    m_bytes.erase(0, m_begin);
    m_looked -= std::exchange(m_begin, 0);
    m_bytes += bytes;
    if (m_bytes.size() > longestLine && m_bytes.find('\n', m_looked) == std::string::npos)
        throw std::length_error("a line is longer than 16 MiB; this does not look like text");
}

std::optional<std::string> LineSplitter::next()
{
    skipMark();
    if (m_mayHaveMark)
        return std::nullopt;
    const std::size_t end = m_bytes.find('\n', m_looked);
    if (end == std::string::npos) {
        m_looked = m_bytes.size();
        return std::nullopt;
    }
    std::string line = withoutReturn(std::string_view(m_bytes).substr(m_begin, end - m_begin));
    m_begin = m_looked = end + 1;
    return line;
}

std::optional<std::string> LineSplitter::rest()
{
    const std::string bytes = std::exchange(m_bytes, {}).substr(std::exchange(m_begin, 0));
    m_looked = 0;
    m_mayHaveMark = false;
    if (bytes.empty())
        return std::nullopt;
    return withoutReturn(bytes);
}

void LineSplitter::skipMark()
{
    if (!m_mayHaveMark)
        return;
    const std::string_view beginning = std::string_view(m_bytes).substr(0, byteOrderMark.size());
    // Too few bytes to tell; rest() takes them as they are.
    if (beginning.size() < byteOrderMark.size() && byteOrderMark.starts_with(beginning))
        return;
    m_mayHaveMark = false;
    if (beginning == byteOrderMark)
        m_begin = m_looked = byteOrderMark.size();
}

} // namespace sluice
