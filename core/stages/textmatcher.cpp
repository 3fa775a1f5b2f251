// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/textmatcher.h"

namespace sluice {

namespace {

QRegularExpression expression(const QString &pattern, TextCondition::Case letters)
{
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    if (letters == TextCondition::Case::Ignored)
        options |= QRegularExpression::CaseInsensitiveOption;
    return QRegularExpression(pattern, options);
}

} // namespace

TextMatcher::TextMatcher(const TextCondition &condition)
    : m_contains(condition.contains)
    , m_bytes(condition.contains.toStdString())
    , m_pattern(expression(condition.pattern, condition.letters))
    , m_letters(condition.letters)
{
}

bool TextMatcher::matches(const std::string &text) const
{
    if (m_letters == TextCondition::Case::Matters) {
        if (text.find(m_bytes) == std::string::npos)
            return false;
    } else if (!m_contains.isEmpty()
               && !QString::fromStdString(text).contains(m_contains, Qt::CaseInsensitive)) {
        return false;
    }
    return m_pattern.pattern().isEmpty()
        || m_pattern.match(QString::fromStdString(text)).hasMatch();
}

std::optional<QString> TextMatcher::patternProblem(const QString &pattern)
{
    const QRegularExpression regular = expression(pattern, TextCondition::Case::Matters);
    if (regular.isValid())
        return std::nullopt;
    return QStringLiteral("%1 at character %2")
        .arg(regular.errorString())
        .arg(regular.patternErrorOffset() + 1);
}

} // namespace sluice
