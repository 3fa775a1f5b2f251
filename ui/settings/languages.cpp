// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

namespace sluice::ui {
namespace {

bool install(const QLocale &locale, const QString &file, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>(QCoreApplication::instance());
    return translator->load(locale, file, QStringLiteral("_"), folder)
        && QCoreApplication::installTranslator(translator.release());
}

} // namespace

const std::vector<Language> &allLanguages()
{
    static const std::vector<Language> languages = {
        {QStringLiteral("en"), QStringLiteral("English")},
        {QStringLiteral("de"), QStringLiteral("Deutsch")},
        {QStringLiteral("zh_CN"),
         QString::fromUtf8("\347\256\200\344\275\223\344\270\255\346\226\207")},
    };
    return languages;
}

void speakLanguage(const QString &code)
{
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    for (auto *old : QCoreApplication::instance()->findChildren<QTranslator *>())
        delete old; // takes itself out
    QLocale::setDefault(locale);
    // Qt's own texts ("Cancel") first: the translator that was installed last is asked first.
    install(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    const QString name = QStringLiteral("sluice");
    const QString folder = QStringLiteral(":/sluice/translations");
    if (!install(locale, name, folder))
        install(QLocale(QLocale::English), name, folder); // it has the plurals
}

} // namespace sluice::ui
