// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/jsonnode.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace sluice {

QString pointerToken(QString key)
{
    key.replace(u'~', QStringLiteral("~0"));
    key.replace(u'/', QStringLiteral("~1"));
    return key;
}

const JsonNode *JsonNode::find(QStringView name) const
{
    const auto found = std::ranges::find_if(
        children, [name](const JsonNode &member) { return member.key == name; });
    return type == QJsonValue::Object && found != children.end() ? &*found : nullptr;
}

QJsonValue JsonNode::toValue() const
{
    if (type == QJsonValue::Array) {
        QJsonArray array;
        for (const JsonNode &element : children)
            array.append(element.toValue());
        return array;
    }
    if (type == QJsonValue::Object) {
        // QJsonObject keeps its keys sorted; inserting them in that order is what it does fast.
        std::vector<const JsonNode *> members;
        for (const JsonNode &member : children)
            members.push_back(&member);
        std::ranges::sort(members, {}, &JsonNode::key);
        QJsonObject object;
        for (const JsonNode *member : members)
            object.insert(member->key, member->toValue());
        return object;
    }
    return scalar;
}

QString JsonNode::pointerTo(const JsonNode &node) const
{
    QString pointer;
    const JsonNode *level = this;
    while (level != &node) {
        // Children stand in the text's order and do not overlap.
        const auto next = std::ranges::find_if(
            level->children, [&node](const JsonNode &child) { return node.begin < child.end; });
        if (next == level->children.end())
            break;
        pointer += u'/';
        pointer += level->type == QJsonValue::Object
            ? pointerToken(next->key)
            : QString::number(next - level->children.begin());
        level = &*next;
    }
    return pointer;
}

TextPlace placeOf(const QByteArray &text, qsizetype offset)
{
    TextPlace place;
    for (const char byte : QByteArrayView(text).first(std::min(offset, text.size()))) {
        if (byte == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((byte & 0xc0) != 0x80) { // UTF-8: not a continuation
            ++place.column;
        }
    }
    if (place.line == 1 && text.startsWith("\xef\xbb\xbf") && offset > 0)
        --place.column; // nobody sees a byte order mark
    return place;
}

} // namespace sluice
