// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/jsonwriter.h"

#include "core/pipeline/stagecatalog.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace sluice {

namespace {

constexpr qsizetype widest = 100;

QString quoted(const QString &text)
{
    QString quoted = QStringLiteral("\"");
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            quoted += u'\\';
        if (c < u' ')
            quoted += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            quoted += c;
    }
    return quoted + u'"';
}

QString numberText(const QJsonValue &value)
{
    if (const auto integer = exactInteger(value))
        return QString::number(*integer);
    return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
}

} // namespace

JsonOutput::JsonOutput(const QJsonValue &value)
    : m_type(value.type())
{
    if (m_type == QJsonValue::Object) {
        addAll(value.toObject());
    } else if (m_type == QJsonValue::Array) {
        const QJsonArray elements = value.toArray();
        for (const QJsonValue &element : elements)
            add(JsonOutput(element));
    } else if (m_type == QJsonValue::String) {
        m_scalar = quoted(value.toString());
    } else if (m_type == QJsonValue::Double) {
        m_scalar = numberText(value);
    } else if (m_type == QJsonValue::Bool) {
        m_scalar = value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    } else {
        m_scalar = QStringLiteral("null");
    }
}

JsonOutput JsonOutput::object(Layout layout)
{
    JsonOutput output;
    output.m_type = QJsonValue::Object;
    output.m_layout = layout;
    return output;
}

JsonOutput JsonOutput::array(Layout layout)
{
    JsonOutput output;
    output.m_type = QJsonValue::Array;
    output.m_layout = layout;
    return output;
}

void JsonOutput::add(const QString &key, JsonOutput value)
{
    m_children.emplace_back(key, std::move(value));
}

void JsonOutput::add(JsonOutput value)
{
    m_children.emplace_back(QString(), std::move(value));
}

void JsonOutput::addAll(const QJsonObject &values)
{
    for (auto value = values.begin(); value != values.end(); ++value)
        add(value.key(), JsonOutput(value.value()));
}

QString JsonOutput::text() const
{
    QString text;
    write(text, 0);
    return text + u'\n';
}

void JsonOutput::write(QString &text, qsizetype indent) const
{
    if (!mustSpread()) {
        const QString line = onOneLine();
        const qsizetype used = text.size() - text.lastIndexOf(u'\n') - 1;
        if (m_children.empty() || used + line.size() < widest) {
            text += line;
            return;
        }
    }
    const bool isObject = m_type == QJsonValue::Object;
    const QString margin(indent + 2, u' ');
    text += isObject ? u'{' : u'[';
    for (std::size_t i = 0; i < m_children.size(); ++i) {
        text += (i == 0 ? QStringLiteral("\n") : QStringLiteral(",\n")) + margin;
        if (isObject)
            text += quoted(m_children[i].first) + QStringLiteral(": ");
        m_children[i].second.write(text, indent + 2);
    }
    text += u'\n' + QString(indent, u' ') + (isObject ? u'}' : u']');
}

QString JsonOutput::onOneLine() const
{
    const bool isObject = m_type == QJsonValue::Object;
    if (!isObject && m_type != QJsonValue::Array)
        return m_scalar;
    if (m_children.empty())
        return isObject ? QStringLiteral("{}") : QStringLiteral("[]");
    QString line = isObject ? QStringLiteral("{ ") : QStringLiteral("[");
    for (std::size_t i = 0; i < m_children.size(); ++i) {
        if (i > 0)
            line += QStringLiteral(", ");
        if (isObject)
            line += quoted(m_children[i].first) + QStringLiteral(": ");
        line += m_children[i].second.onOneLine();
    }
    return line + (isObject ? QStringLiteral(" }") : QStringLiteral("]"));
}

bool JsonOutput::mustSpread() const
{
    return (m_layout == Layout::Spread && !m_children.empty())
        || std::ranges::any_of(m_children,
                               [](const auto &child) { return child.second.mustSpread(); });
}

} // namespace sluice
