// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/jsonreader.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sluice {

namespace {

QString shortened(const QString &text)
{
    constexpr qsizetype longest = 60;
    return text.size() <= longest ? text : text.first(longest) + u'…';
}

QString typeName(QJsonValue::Type type)
{
    switch (type) {
    case QJsonValue::Object:
        return QStringLiteral("an object {…}");
    case QJsonValue::Array:
        return QStringLiteral("a list […]");
    default:
        return QStringLiteral("text in double quotes");
    }
}

PipelineFileError::Code codeOf(JsonProblem::Code code)
{
    switch (code) {
    case JsonProblem::Code::TooDeep:
        return PipelineFileError::Code::TooDeep;
    case JsonProblem::Code::DuplicateKey:
        return PipelineFileError::Code::DuplicateKey;
    case JsonProblem::Code::Syntax:
        break;
    }
    return PipelineFileError::Code::NotJson;
}

} // namespace

JsonReader::JsonReader(const QByteArray &text, const QString &file)
    : m_text(text)
    , m_file(file)
{
    JsonText json = parseJson(text);
    m_root = std::move(json.root);
    if (const auto &problem = json.problem)
        fail(codeOf(problem->code), problem->at, problem->pointer, problem->found,
             problem->expected);
}

bool JsonReader::check(const JsonNode &node, QJsonValue::Type type)
{
    return node.type == type || fail(Code::WrongType, node, typeName(type));
}

const JsonNode *JsonReader::need(const JsonNode &object, QStringView key, Code code)
{
    const JsonNode *member = object.find(key);
    if (!member) {
        fail(code, object.begin, m_root.pointerTo(object), QStringLiteral("none"),
             QStringLiteral("the key \"%1\"").arg(key));
    }
    return member;
}

bool JsonReader::readText(const JsonNode &node, QString &text)
{
    text = node.scalar.toString();
    return check(node, QJsonValue::String);
}

bool JsonReader::readFlag(const JsonNode &node, bool &value)
{
    value = node.scalar.toBool();
    return node.type == QJsonValue::Bool
        || fail(Code::WrongType, node, QStringLiteral("true or false"));
}

bool JsonReader::readInteger(const JsonNode &node, EventCount smallest, EventCount largest,
                             EventCount &value, const QString &remark)
{
    const QString expected =
        QStringLiteral("an integer from %1 to %2").arg(smallest).arg(largest) + remark;
    const double number = node.scalar.toDouble();
    if (node.type != QJsonValue::Double || std::trunc(number) != number)
        return fail(Code::WrongType, node, expected);
    const auto exact = exactInteger(node.scalar);
    if (!exact || *exact < smallest || *exact > largest)
        return fail(Code::OutOfRange, node, expected);
    value = *exact;
    return true;
}

bool JsonReader::readChoice(const JsonNode &node, const QStringList &choices, qsizetype &index)
{
    const QString expected =
        QStringLiteral("one of \"%1\"").arg(choices.join(QStringLiteral("\", \"")));
    if (node.type != QJsonValue::String)
        return fail(Code::WrongType, node, expected);
    index = choices.indexOf(node.scalar.toString());
    return index >= 0 || fail(Code::UnknownChoice, node, expected);
}

bool JsonReader::checkKeys(const JsonNode &object, const QStringList &keys)
{
    for (const JsonNode &member : object.children) {
        if (keys.contains(member.key))
            continue;
        return fail(Code::UnknownOption, member.keyBegin, m_root.pointerTo(member),
                    QStringLiteral("\"%1\"").arg(shortened(member.key)),
                    keys.isEmpty() ? QStringLiteral("no option")
                                   : QStringLiteral("one of ") + keys.join(QStringLiteral(", ")));
    }
    return true;
}

QJsonObject JsonReader::others(const JsonNode &object, std::initializer_list<QStringView> keys)
{
    JsonNode rest;
    rest.type = QJsonValue::Object;
    for (const JsonNode &member : object.children) {
        if (std::ranges::find(keys, QStringView(member.key)) == keys.end())
            rest.children.push_back(member);
    }
    return rest.toValue().toObject();
}

bool JsonReader::fail(Code code, const JsonNode &node, const QString &expected)
{
    return fail(code, node.begin, m_root.pointerTo(node), describe(node), expected);
}

bool JsonReader::fail(Code code, qsizetype at, const QString &pointer, const QString &found,
                      const QString &expected)
{
    if (!m_error) {
        const TextPlace place = placeOf(m_text, at);
        m_error = {code, m_file, place.line, place.column, pointer, found, expected};
    }
    return false;
}

QString JsonReader::describe(const JsonNode &node) const
{
    if (node.type == QJsonValue::Object || node.type == QJsonValue::Array)
        return typeName(node.type);
    // As it is written: 1e3 and 9223372036854775808 would look different when printed again.
    return shortened(QString::fromUtf8(m_text.mid(node.begin, node.end - node.begin)));
}

} // namespace sluice
