// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QRegularExpression>
#include <QString>

#include <optional>
#include <string>

namespace sluice {

/// Which texts are meant: those that contain something, or those that a regular expression matches
/// somewhere, or all.
struct TextCondition
{
    enum class Case : unsigned char { Matters, Ignored };

    QString contains; ///< empty: not asked for
    QString pattern;  ///< as QRegularExpression has it; empty: not asked for
    Case letters = Case::Matters;
};

/// Says whether texts meet a condition.
///
/// Threads: none inside; use one instance from one thread at a time.
/// Units: texts are UTF-8.
class TextMatcher
{
public:
    /// Pre: patternProblem(condition.pattern) finds nothing.
    explicit TextMatcher(const TextCondition &condition);

    [[nodiscard]] bool matches(const std::string &text) const;

    /// What is wrong with a regular expression, in English; nothing if it can be used.
    [[nodiscard]] static std::optional<QString> patternProblem(const QString &pattern);

private:
    QString m_contains;
    std::string m_bytes; // the same, where only bytes need comparing
    QRegularExpression m_pattern;
    TextCondition::Case m_letters;
};

} // namespace sluice
