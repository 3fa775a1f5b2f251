// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/archive.h"

#include "core/stages/eventtext.h"

#include <QDateTime>
#include <QFile>

#include <stdexcept>
#include <string>

namespace sluice {

Archive::Archive(const Options &options)
    : m_options(options)
{
}

Archive::~Archive() = default;

void Archive::handleEvents(const Batch &events, const From &)
{
    if (!m_file) {
        m_file = std::make_unique<QFile>(m_options.file);
        if (!m_file->open(QIODevice::WriteOnly | QIODevice::Append))
            fail();
    }
    const bool isJson = m_options.format == Format::JsonLines;
    const std::string before = isJson
        ? R"({"time":")" + QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toStdString()
            + R"(","event":)"
        : std::string();
    std::string lines;
    for (EventCount i = 0; i < events.size(); ++i) {
        lines += before;
        lines += isJson ? jsonOf(events, i) : lineOf(events, i);
        lines += isJson ? "}\n" : "\n";
    }
    if (m_file->write(lines.data(), static_cast<qint64>(lines.size())) < 0 || !m_file->flush())
        fail();
}

void Archive::terminate(const StopReason &)
{
    m_file.reset();
}

void Archive::fail() const
{
    throw std::runtime_error("cannot write " + m_options.file.toStdString() + ": "
                             + m_file->errorString().toStdString()
                             + "; choose a file in a folder that you may write to");
}

} // namespace sluice
