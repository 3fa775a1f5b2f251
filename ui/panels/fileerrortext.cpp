// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/fileerrortext.h"

#include <QCoreApplication>
#include <QDir>

namespace sluice::ui {
namespace {

QString errorWords(const char *text)
{
    return QCoreApplication::translate("FileError", text);
}

} // namespace

QString fileErrorText(const PipelineFileError &error)
{
    const bool isAboutSaving = error.code == PipelineFileError::Code::Unwritable;
    QString text = (isAboutSaving ? errorWords(QT_TRANSLATE_NOOP("FileError", "Could not save %1"))
                                  : errorWords(QT_TRANSLATE_NOOP("FileError", "Could not open %1")))
                       .arg(QDir::toNativeSeparators(error.file));
    if (error.line > 0)
        text += errorWords(QT_TRANSLATE_NOOP("FileError", ", line %1")).arg(error.line);
    if (error.column > 0)
        text += errorWords(QT_TRANSLATE_NOOP("FileError", ", column %1")).arg(error.column);
    if (!error.pointer.isEmpty())
        text += errorWords(QT_TRANSLATE_NOOP("FileError", ", at %1")).arg(error.pointer);
    QStringList parts;
    if (!error.found.isEmpty())
        parts.append(errorWords(QT_TRANSLATE_NOOP("FileError", "found %1")).arg(error.found));
    if (!error.expected.isEmpty())
        parts.append(errorWords(QT_TRANSLATE_NOOP("FileError", "expected %1")).arg(error.expected));
    if (!parts.isEmpty())
        text += QStringLiteral(":\n") + parts.join(QStringLiteral("; "));
    return text;
}

} // namespace sluice::ui
