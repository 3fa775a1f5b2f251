// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/inputfile.h"

#include <QFileInfo>

#include <stdexcept>

namespace sluice {

namespace {

[[noreturn]] void refuse(const QString &path, const QString &why, const QString &advice)
{
    throw std::runtime_error(
        QStringLiteral("cannot read %1: %2; %3").arg(path, why, advice).toStdString());
}

} // namespace

std::unique_ptr<QFile> openInputFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        refuse(path, QStringLiteral("no such file"), QStringLiteral("check the path"));
    if (!info.isFile()) {
        refuse(path,
               info.isDir() ? QStringLiteral("it is a folder")
                            : QStringLiteral("it is a device or a pipe"),
               QStringLiteral("name a file"));
    }
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        refuse(path, file->errorString(), QStringLiteral("check who may read it"));
    return file;
}

} // namespace sluice
