// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/sha256.h"

#include "core/stages/inputfile.h"

#include <QCryptographicHash>

#include <stdexcept>

namespace sluice {

namespace {

std::string hashOf(const std::string &path)
{
    const auto file = openInputFile(QFile::decodeName(path.c_str()));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(file.get())) {
        throw std::runtime_error("cannot read " + path + ": " + file->errorString().toStdString());
    }
    return hash.result().toHex().toStdString();
}

/// As sha256sum does it: the rare names that would break a line are escaped, and marked in front.
std::string lineFor(const std::string &hash, const std::string &path)
{
    std::string name;
    for (const char c : path) {
        if (c == '\\')
            name += "\\\\";
        else if (c == '\n')
            name += "\\n";
        else if (c == '\r')
            name += "\\r";
        else
            name += c;
    }
    return (name == path ? "" : "\\") + hash + "  " + name;
}

} // namespace

std::string sha256Line(const std::string &path)
{
    return lineFor(hashOf(path), path);
}

std::vector<std::string> Sha256::handleEvents(std::span<const std::string> paths, const From &)
{
    std::vector<std::string> lines;
    lines.reserve(paths.size());
    for (const std::string &path : paths)
        lines.push_back(sha256Line(path));
    return lines;
}

} // namespace sluice
