// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

namespace sluice::ui {

/// A language the window can speak.
struct Language
{
    QString code; ///< such as "zh_CN"
    QString name; ///< in itself, for those who understand nothing else
};

/// All of them, English first.
[[nodiscard]] const std::vector<Language> &allLanguages();

/// Lets the program speak \a code from now on, as far as texts are made later; an empty code is
/// the desktop's language. What there is no translation of stays English.
///
/// Pre: there is a QApplication.
void speakLanguage(const QString &code);

} // namespace sluice::ui
