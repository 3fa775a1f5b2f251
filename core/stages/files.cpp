// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/files.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <stdexcept>

namespace sluice {

std::vector<std::string> Files::handleDemand(EventCount demand)
{
    if (!m_paths)
        m_paths = list();
    const std::size_t count = std::min(static_cast<std::size_t>(demand), m_paths->size() - m_next);
    const auto begin = m_paths->begin() + static_cast<std::ptrdiff_t>(m_next);
    m_next += count;
    return {begin, begin + static_cast<std::ptrdiff_t>(count)};
}

std::vector<std::string> Files::list() const
{
    const QFileInfo info(m_options.folder);
    if (!info.isDir() || !info.isReadable()) {
        const char *why = !info.exists() ? "no such folder"
            : !info.isDir()              ? "it is no folder"
                                         : "permission denied";
        throw std::runtime_error("cannot list " + m_options.folder.toStdString() + ": " + why
                                 + "; name a folder that can be read");
    }
    const auto depth = m_options.depth == Depth::AllFolders ? QDirIterator::Subdirectories
                                                            : QDirIterator::NoIteratorFlags;
    QDirIterator files(m_options.folder, m_options.patterns, QDir::Files, depth);
    std::vector<std::string> paths;
    while (files.hasNext())
        paths.push_back(QFile::encodeName(files.next()).toStdString());
    std::ranges::sort(paths);
    return paths;
}

} // namespace sluice
