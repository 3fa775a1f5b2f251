// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <utility>
#include <vector>

namespace sluice {

/// A JSON value to be written for people: members keep the order they were added in, and what
/// fits on a line stays on one.
class JsonOutput
{
public:
    enum class Layout : unsigned char {
        Compact, ///< on one line if that is short enough
        Spread   ///< one line for each child in any case
    };

    /// A whole value as Qt has it; members of objects in alphabetical order.
    JsonOutput(const QJsonValue &value); // NOLINT: meant to convert

    [[nodiscard]] static JsonOutput object(Layout layout = Layout::Compact);
    [[nodiscard]] static JsonOutput array(Layout layout = Layout::Compact);

    /// Adds a member to an object.
    void add(const QString &key, JsonOutput value);

    /// Adds an element to an array.
    void add(JsonOutput value);

    /// Adds all members of \a values to an object.
    void addAll(const QJsonObject &values);

    /// The text, indented by two spaces a level.
    [[nodiscard]] QString text() const;

private:
    JsonOutput() = default;

    void write(QString &text, qsizetype indent) const;
    [[nodiscard]] QString onOneLine() const;
    [[nodiscard]] bool mustSpread() const;

    QJsonValue::Type m_type = QJsonValue::Null;
    Layout m_layout = Layout::Compact;
    QString m_scalar;
    std::vector<std::pair<QString, JsonOutput>> m_children; // elements have an empty key
};

} // namespace sluice
