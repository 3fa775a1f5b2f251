// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/pipelinefile.h"

#include "core/pipeline/pipelinefolder.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace sluice {

namespace {

using Code = PipelineFileError::Code;

PipelineFileError fileError(Code code, const QString &path, const QString &found,
                            const QString &expected)
{
    return {code, path, 0, 0, {}, found, expected};
}

PipelineFileError tooLarge(const QString &path)
{
    return fileError(Code::TooLarge, path, QStringLiteral("more"),
                     QStringLiteral("at most %1 bytes").arg(pipelineFileSizeLimit));
}

/// Why \a path cannot be opened as a file; nothing if it can be tried.
std::optional<PipelineFileError> problemBeforeOpening(const QString &path)
{
    const QFileInfo info(path);
    const QString expected = QStringLiteral("a pipeline file");
    if (!info.exists())
        return fileError(Code::Missing, path, QStringLiteral("no such file"), expected);
    if (info.isDir())
        return fileError(Code::NotAFile, path, QStringLiteral("a directory"), expected);
    // Opening a named pipe waits for a writer, and a device may never end.
    if (!info.isFile())
        return fileError(Code::NotAFile, path, QStringLiteral("a device or a pipe"), expected);
    if (info.size() > pipelineFileSizeLimit)
        return tooLarge(path);
    return std::nullopt;
}

/// \a text without anything that a terminal could take for a command, or that would hide text.
QString printable(QString text)
{
    for (QChar &c : text) {
        if (!c.isPrint() && !c.isSurrogate())
            c = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace

QString toString(const PipelineFileError &error)
{
    QString text = error.file;
    if (error.line > 0)
        text += QStringLiteral(":%1:%2").arg(error.line).arg(error.column);
    text += QStringLiteral(": ");
    if (!error.pointer.isEmpty())
        text += error.pointer + QStringLiteral(": ");
    text += QStringLiteral("expected ") + error.expected + QStringLiteral(", found ");
    return printable(text + error.found);
}

LoadedPipeline loadPipeline(const QString &path, const StageCatalog &catalog)
{
    if (auto problem = problemBeforeOpening(path))
        return {{}, std::move(problem)};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {{},
                fileError(Code::Unreadable, path, file.errorString(),
                          QStringLiteral("a file that can be read"))};
    }
    // Not by its size alone: files of /proc claim to be empty.
    const QByteArray text = file.read(pipelineFileSizeLimit + 1);
    if (file.error() != QFileDevice::NoError) {
        return {{},
                fileError(Code::Unreadable, path, file.errorString(),
                          QStringLiteral("a file that can be read"))};
    }
    if (text.size() > pipelineFileSizeLimit)
        return {{}, tooLarge(path)};
    LoadedPipeline loaded = readPipeline(text, path, catalog);
    loaded.pipeline.folder = QFileInfo(path).absolutePath();
    return loaded;
}

std::optional<PipelineFileError> savePipeline(const PipelineDescription &pipeline,
                                              const QString &path, const StageCatalog &catalog)
{
    const QByteArray text =
        pipelineText(movedTo(QFileInfo(path).absolutePath(), pipeline, catalog));
    if (auto error = readPipeline(text, path, catalog).error)
        return error;
    const QFileInfo info(path);
    if (info.exists() && !info.isFile()) {
        // Replacing a device by a file is the last thing anybody wants.
        return fileError(Code::NotAFile, path, QStringLiteral("something else of that name"),
                         QStringLiteral("a file"));
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return fileError(Code::Unwritable, path, file.errorString(),
                         QStringLiteral("a file that can be written"));
    }
    return std::nullopt;
}

bool isValidStageName(const QString &id)
{
    return id.size() >= 1 && id.size() <= 64 && std::ranges::all_of(id, [](QChar c) {
               return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z')
                   || (c >= u'0' && c <= u'9') || c == u'_' || c == u'.' || c == u'-';
           });
}

} // namespace sluice
