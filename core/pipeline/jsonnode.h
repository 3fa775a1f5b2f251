// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace sluice {

/// One value of a JSON text and where it stands. Qt's parser tells neither places nor duplicate
/// keys, and an error message needs both.
///
/// Units: places are bytes from the start of the text.
struct JsonNode
{
    QJsonValue::Type type = QJsonValue::Null;
    QJsonValue scalar;              ///< unless it is an array or an object
    std::vector<JsonNode> children; ///< elements or members, in the text's order
    QString key;                    ///< of a member
    qsizetype keyBegin = 0;         ///< of a member
    qsizetype begin = 0;
    qsizetype end = 0; ///< behind the last byte

    /// The member called \a name; nullptr if there is none.
    [[nodiscard]] const JsonNode *find(QStringView name) const;

    /// The whole value, without places and order.
    [[nodiscard]] QJsonValue toValue() const;

    /// The JSON pointer (RFC 6901) of \a node, seen from this one. Pre: \a node lies within.
    [[nodiscard]] QString pointerTo(const JsonNode &node) const;
};

/// Why a text is not the JSON we accept.
struct JsonProblem
{
    enum class Code : unsigned char { Syntax, TooDeep, DuplicateKey };

    Code code = Code::Syntax;
    qsizetype at = 0;
    QString pointer;
    QString found;
    QString expected;
};

/// A JSON text as a tree, or the first thing that is wrong with it.
struct JsonText
{
    JsonNode root;
    std::optional<JsonProblem> problem;
};

/// How deeply arrays and objects may be nested.
inline constexpr int jsonDepthLimit = 32;

/// Reads \a text by RFC 8259 to the letter; a byte order mark in front is skipped.
///
/// Integers of 64 bits are kept exactly, larger ones become floating point.
/// Unpaired surrogates, duplicate keys and more than jsonDepthLimit levels are refused.
[[nodiscard]] JsonText parseJson(const QByteArray &text);

/// \a key as a part of a JSON pointer, with ~ and / escaped.
[[nodiscard]] QString pointerToken(QString key);

/// A place as people count: from 1, columns in characters.
struct TextPlace
{
    int line = 1;
    int column = 1;
};

[[nodiscard]] TextPlace placeOf(const QByteArray &text, qsizetype offset);

} // namespace sluice
