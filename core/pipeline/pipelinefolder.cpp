// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/pipelinefolder.h"

#include <QDir>

namespace sluice {

namespace {

/// What to call \a path in a file in \a folder.
QString seenFrom(const QString &folder, const QString &path)
{
    // What is linked into the program has no place relative to a folder.
    return path.startsWith(u':') ? path : QDir(folder).relativeFilePath(path);
}

} // namespace

QString inputPath(const QString &path, const QString &folder)
{
    if (folder.isEmpty() || path.isEmpty())
        return path;
    return QDir::cleanPath(QDir(folder).filePath(path));
}

PipelineDescription movedTo(const QString &folder, PipelineDescription pipeline,
                            const StageCatalog &catalog)
{
    if (folder == pipeline.folder)
        return pipeline;
    for (StageDescription &stage : pipeline.stages) {
        const StageKind *kind = catalog.find(stage.kind);
        for (const QString &name : stage.options.keys()) {
            const OptionSpec *spec = kind ? kind->option(name) : nullptr;
            const QString path = stage.options.value(name).toString();
            if (!spec || spec->type != OptionSpec::Type::InputPath || !QDir::isRelativePath(path))
                continue;
            const QString absolute =
                inputPath(path, pipeline.folder.isEmpty() ? QDir::currentPath() : pipeline.folder);
            stage.options.insert(name, seenFrom(folder, absolute));
        }
    }
    pipeline.folder = folder;
    return pipeline;
}

} // namespace sluice
