// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/jsonnode.h"

#include <QSet>
#include <QStringDecoder>

#include <utility>

namespace sluice {

namespace {

bool isDigit(int byte)
{
    return byte >= '0' && byte <= '9';
}

/// Reads one text from left to right. Every read…() returns false once something is wrong.
class Parser
{
public:
    explicit Parser(QByteArrayView text)
        : m_text(text)
    {
    }

    JsonText run();

private:
    // One level of what is being read: a member's key, or an element's index.
    struct Step
    {
        QString key;
        qsizetype index = -1;
    };

    bool readValue(JsonNode &node);
    bool readObject(JsonNode &object);
    bool readMember(JsonNode &object, QSet<QString> &keys);
    bool readArray(JsonNode &array);
    bool readChild(JsonNode &parent, JsonNode child, Step step);
    bool readNumber(JsonNode &node);
    bool readDigits();
    bool readWord(JsonNode &node, QByteArrayView word, const QJsonValue &value);
    bool readString(QString &string);
    bool readPlainText(QString &string);
    bool readEscape(QString &string);
    bool readUnit(char16_t &unit);

    // The next byte; -1 at the end.
    [[nodiscard]] int next() const
    {
        return m_at < m_text.size() ? static_cast<unsigned char>(m_text[m_at]) : -1;
    }

    bool skip(char byte);
    void skipSpace();

    bool expect(const QString &expected);
    bool fail(JsonProblem::Code code, qsizetype at, const QString &found, const QString &expected);
    [[nodiscard]] QString nextAsText() const;
    [[nodiscard]] QString pointer() const;

    QByteArrayView m_text;
    qsizetype m_at = 0;
    std::vector<Step> m_path;
    std::optional<JsonProblem> m_problem;
};

JsonText Parser::run()
{
    JsonText result;
    if (m_text.startsWith("\xef\xbb\xbf"))
        m_at = 3;
    skipSpace();
    if (readValue(result.root)) {
        skipSpace();
        if (next() != -1)
            expect(QStringLiteral("the end of the file"));
    }
    result.problem = std::move(m_problem);
    return result;
}

bool Parser::readValue(JsonNode &node)
{
    node.begin = m_at;
    bool ok = false;
    switch (next()) {
    case '{':
        ok = readObject(node);
        break;
    case '[':
        ok = readArray(node);
        break;
    case '"': {
        QString string;
        ok = readString(string);
        node.type = QJsonValue::String;
        node.scalar = string;
        break;
    }
    case 't':
        ok = readWord(node, "true", true);
        break;
    case 'f':
        ok = readWord(node, "false", false);
        break;
    case 'n':
        ok = readWord(node, "null", QJsonValue());
        break;
    default:
        ok =
            next() == '-' || isDigit(next()) ? readNumber(node) : expect(QStringLiteral("a value"));
    }
    node.end = m_at;
    return ok;
}

bool Parser::readObject(JsonNode &object)
{
    object.type = QJsonValue::Object;
    skip('{');
    skipSpace();
    if (skip('}'))
        return true;
    QSet<QString> keys;
    for (;;) {
        if (!readMember(object, keys))
            return false;
        if (skip('}'))
            return true;
        if (!skip(','))
            return expect(QStringLiteral("',' or '}'"));
        skipSpace();
    }
}

bool Parser::readMember(JsonNode &object, QSet<QString> &keys)
{
    JsonNode member;
    member.keyBegin = m_at;
    if (next() != '"')
        return expect(QStringLiteral("a key in double quotes"));
    if (!readString(member.key))
        return false;
    const QString key = member.key;
    if (keys.contains(key)) {
        m_path.push_back({key});
        return fail(JsonProblem::Code::DuplicateKey, member.keyBegin,
                    QStringLiteral("the key \"%1\" again").arg(key.left(64)),
                    QStringLiteral("every key once"));
    }
    keys.insert(key);
    skipSpace();
    if (!skip(':'))
        return expect(QStringLiteral("':'"));
    return readChild(object, std::move(member), {key});
}

bool Parser::readArray(JsonNode &array)
{
    array.type = QJsonValue::Array;
    skip('[');
    skipSpace();
    if (skip(']'))
        return true;
    for (;;) {
        if (!readChild(array, {}, {{}, static_cast<qsizetype>(array.children.size())}))
            return false;
        if (skip(']'))
            return true;
        if (!skip(','))
            return expect(QStringLiteral("',' or ']'"));
    }
}

bool Parser::readChild(JsonNode &parent, JsonNode child, Step step)
{
    skipSpace();
    m_path.push_back(std::move(step));
    const bool opens = next() == '{' || next() == '[';
    if (opens && m_path.size() >= jsonDepthLimit) {
        return fail(JsonProblem::Code::TooDeep, m_at, QStringLiteral("a deeper one"),
                    QStringLiteral("at most %1 levels of lists and objects").arg(jsonDepthLimit));
    }
    if (!readValue(child))
        return false;
    m_path.pop_back();
    skipSpace();
    parent.children.push_back(std::move(child));
    return true;
}

bool Parser::readNumber(JsonNode &node)
{
    const qsizetype begin = m_at;
    bool isInteger = true;
    skip('-');
    if (!skip('0') && !readDigits())
        return false;
    if (skip('.')) {
        isInteger = false;
        if (!readDigits())
            return false;
    }
    if (skip('e') || skip('E')) {
        isInteger = false;
        if (!skip('+'))
            skip('-');
        if (!readDigits())
            return false;
    }
    const QByteArray digits = m_text.sliced(begin, m_at - begin).toByteArray();
    bool fits = false;
    node.type = QJsonValue::Double;
    if (isInteger)
        node.scalar = QJsonValue(digits.toLongLong(&fits));
    if (!fits)
        node.scalar = QJsonValue(digits.toDouble(&fits));
    return fits
        || fail(JsonProblem::Code::Syntax, begin, QString::fromLatin1(digits.left(40)),
                QStringLiteral("a number below 1.8e308"));
}

bool Parser::readDigits()
{
    if (!isDigit(next()))
        return expect(QStringLiteral("a digit"));
    while (isDigit(next()))
        ++m_at;
    return true;
}

bool Parser::readWord(JsonNode &node, QByteArrayView word, const QJsonValue &value)
{
    if (!m_text.sliced(m_at).startsWith(word))
        return expect(QStringLiteral("a value"));
    m_at += word.size();
    node.type = value.type();
    node.scalar = value;
    return true;
}

bool Parser::readString(QString &string)
{
    skip('"');
    for (;;) {
        if (!readPlainText(string))
            return false;
        if (skip('"'))
            return true;
        if (next() != '\\')
            return expect(QStringLiteral("'\"' (control characters are written as \\u00XX)"));
        if (!readEscape(string))
            return false;
    }
}

bool Parser::readPlainText(QString &string)
{
    const qsizetype begin = m_at;
    while (next() >= 0x20 && next() != '"' && next() != '\\')
        ++m_at;
    QStringDecoder decode(QStringDecoder::Utf8,
                          QStringDecoder::Flag::Stateless
                              | QStringDecoder::Flag::ConvertInitialBom);
    string += decode(m_text.sliced(begin, m_at - begin));
    return !decode.hasError()
        || fail(JsonProblem::Code::Syntax, begin, QStringLiteral("bytes that are not"),
                QStringLiteral("text in UTF-8"));
}

bool Parser::readEscape(QString &string)
{
    static constexpr QByteArrayView letters = "\"\\/bfnrt";
    static constexpr QStringView meanings = u"\"\\/\b\f\n\r\t";
    const qsizetype begin = m_at;
    skip('\\');
    const qsizetype letter = next() > 0 ? letters.indexOf(static_cast<char>(next())) : -1;
    if (letter >= 0) {
        ++m_at;
        string += meanings[letter];
        return true;
    }
    char16_t unit = 0;
    if (!readUnit(unit))
        return false;
    string += QChar(unit);
    if (!QChar::isSurrogate(unit))
        return true;
    char16_t second = 0;
    if (QChar::isHighSurrogate(unit) && skip('\\')) {
        if (!readUnit(second))
            return false;
        string += QChar(second);
    }
    return QChar::isLowSurrogate(second)
        || fail(JsonProblem::Code::Syntax, begin, QStringLiteral("half a pair of surrogates"),
                QStringLiteral("a character"));
}

bool Parser::readUnit(char16_t &unit)
{
    if (!skip('u'))
        return expect(QStringLiteral("one of \"\\/bfnrtu after the backslash"));
    static constexpr QByteArrayView hexadecimal = "0123456789abcdefABCDEF";
    const qsizetype begin = m_at;
    while (m_at < begin + 4 && next() > 0 && hexadecimal.contains(static_cast<char>(next())))
        ++m_at;
    if (m_at < begin + 4)
        return expect(QStringLiteral("four hexadecimal digits"));
    unit = m_text.sliced(begin, 4).toByteArray().toUShort(nullptr, 16);
    return true;
}

bool Parser::skip(char byte)
{
    const bool isNext = m_at < m_text.size() && m_text[m_at] == byte;
    m_at += isNext ? 1 : 0;
    return isNext;
}

void Parser::skipSpace()
{
    while (next() == ' ' || next() == '\t' || next() == '\n' || next() == '\r')
        ++m_at;
}

bool Parser::expect(const QString &expected)
{
    return fail(JsonProblem::Code::Syntax, m_at, nextAsText(), expected);
}

bool Parser::fail(JsonProblem::Code code, qsizetype at, const QString &found,
                  const QString &expected)
{
    m_problem = {code, at, pointer(), found, expected};
    return false;
}

QString Parser::nextAsText() const
{
    const int byte = next();
    if (byte == -1)
        return QStringLiteral("the end of the file");
    if (byte > 0x20 && byte < 0x7f)
        return QStringLiteral("'%1'").arg(QChar(byte));
    if (byte == ' ')
        return QStringLiteral("a space");
    if (byte == '\n' || byte == '\r')
        return QStringLiteral("the end of the line");
    return QStringLiteral("the byte 0x%1").arg(byte, 2, 16, QLatin1Char('0'));
}

QString Parser::pointer() const
{
    QString pointer;
    for (const Step &step : m_path)
        pointer += u'/' + (step.index < 0 ? pointerToken(step.key) : QString::number(step.index));
    return pointer;
}

} // namespace

JsonText parseJson(const QByteArray &text)
{
    return Parser(text).run();
}

} // namespace sluice
