// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/eventtext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QString>

namespace sluice {

std::string lineOf(const Batch &events, EventCount index)
{
    std::string text = events.textAt(index);
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at))
        text.replace(at, 1, "\\n");
    return text;
}

std::string jsonOf(const Batch &events, EventCount index)
{
    const std::string text = events.textAt(index);
    if (events.holds<Integer>())
        return text;
    // Qt writes arrays and objects only: the string is what stands between the brackets.
    const QJsonArray array = {QString::fromStdString(text)};
    const QByteArray json = QJsonDocument(array).toJson(QJsonDocument::Compact);
    return json.sliced(1, json.size() - 2).toStdString();
}

} // namespace sluice
