// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/words.h"

#include <QList>
#include <QString>

namespace sluice {

namespace {

bool isWordCharacter(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::isMark(c);
}

bool isApostrophe(char32_t c)
{
    return c == U'\'' || c == U'\u2019';
}

/// Where the word that begins at \a begin ends.
qsizetype endOfWord(const QList<uint> &text, qsizetype begin)
{
    qsizetype end = begin;
    while (end < text.size()) {
        const bool joins =
            isApostrophe(text[end]) && end + 1 < text.size() && isWordCharacter(text[end + 1]);
        if (!isWordCharacter(text[end]) && !joins)
            break;
        ++end;
    }
    return end;
}

} // namespace

std::vector<std::string> Words::handleEvents(std::span<const std::string> lines, const From &)
{
    std::vector<std::string> words;
    for (const std::string &line : lines) {
        QString text = QString::fromStdString(line);
        if (m_letters == Letters::Lower)
            text = text.toLower();
        const QList<uint> characters = text.toUcs4();
        for (qsizetype i = 0; i < characters.size(); ++i) {
            if (!isWordCharacter(characters[i]))
                continue;
            const qsizetype end = endOfWord(characters, i);
            const auto *word = reinterpret_cast<const char32_t *>(&characters[i]);
            words.push_back(QString::fromUcs4(word, end - i).toStdString());
            i = end;
        }
    }
    return words;
}

} // namespace sluice
