// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/lines.h"

#include "core/stages/inputfile.h"

#include <QFile>

#include <array>
#include <stdexcept>

namespace sluice {

Lines::Lines(const QString &file)
    : m_path(file)
{
}

Lines::~Lines() = default;

std::vector<std::string> Lines::handleDemand(EventCount demand)
{
    std::vector<std::string> lines;
    if (m_isFinished)
        return lines;
    if (!m_file)
        m_file = openInputFile(m_path);
    while (static_cast<EventCount>(lines.size()) < demand) {
        auto line = nextLine();
        if (!line) {
            m_isFinished = true;
            m_file.reset();
            break;
        }
        lines.push_back(std::move(*line));
    }
    return lines;
}

void Lines::terminate(const StopReason &)
{
    m_file.reset();
}

std::optional<std::string> Lines::nextLine()
{
    try {
        do {
            if (auto line = m_splitter.next())
                return line;
        } while (readMore());
    } catch (const std::length_error &error) {
        throw std::runtime_error("cannot read " + m_path.toStdString() + ": " + error.what());
    }
    return m_splitter.rest();
}

bool Lines::readMore()
{
    std::array<char, 64 * 1024> part; // NOLINT: read() fills it
    const qint64 size = m_file->read(part.data(), part.size());
    if (size < 0) {
        throw std::runtime_error("cannot read " + m_path.toStdString() + ": "
                                 + m_file->errorString().toStdString());
    }
    m_splitter.add({part.data(), static_cast<std::size_t>(size)});
    return size > 0;
}

} // namespace sluice
