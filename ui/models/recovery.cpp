// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/recovery.h"

#include "core/pipeline/pipelinefile.h"
#include "ui/models/pipelinedocument.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <tuple>

namespace sluice::ui {
namespace {

constexpr auto delay = std::chrono::seconds(3);

QString lockOf(const QString &path)
{
    return path + QStringLiteral(".lock");
}

} // namespace

Recovery::Recovery(PipelineDocument &document, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_folder(folder)
    , m_path(QDir(folder).filePath(QUuid::createUuid().toString(QUuid::WithoutBraces)
                                   + QStringLiteral(".sluice")))
    , m_lock(lockOf(m_path))
{
    QDir().mkpath(folder);
    m_lock.setStaleLockTime(0); // it is stale when its process is gone, however old
    m_lock.tryLock(0);
    m_timer.setSingleShot(true);
    m_timer.setInterval(delay);
    connect(&m_timer, &QTimer::timeout, this, &Recovery::writeNow);
    connect(&document, &PipelineDocument::changed, this, &Recovery::follow);
    connect(&document, &PipelineDocument::titleChanged, this, &Recovery::follow);
}

Recovery::~Recovery()
{
    // A crash does not come here.
    forget();
}

void Recovery::follow()
{
    if (!m_document.isModified())
        forget();
    else if (!m_timer.isActive())
        m_timer.start();
}

void Recovery::writeNow()
{
    m_timer.stop();
    // Best effort: a full disk must not disturb the lecture, and saving by hand will say so.
    if (m_document.isModified())
        std::ignore = savePipeline(m_document.description(), m_path);
}

void Recovery::forget()
{
    m_timer.stop();
    QFile::remove(m_path);
}

QList<Recovered> Recovery::findLeft() const
{
    QList<Recovered> found;
    const QDir folder(m_folder);
    for (const QFileInfo &file :
         folder.entryInfoList({QStringLiteral("*.sluice")}, QDir::Files, QDir::Time)) {
        const QString path = file.absoluteFilePath();
        if (QFileInfo(m_path) == file)
            continue;
        QLockFile lock(lockOf(path));
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0))
            continue; // somebody's who lives
        const LoadedPipeline loaded = loadPipeline(path);
        if (!loaded) {
            QFile::remove(path);
            continue;
        }
        const QString title = loaded.pipeline.title;
        found.append({title.isEmpty() ? tr("without a title") : title, path});
    }
    return found;
}

void Recovery::discard(const Recovered &recovered)
{
    QFile::remove(recovered.path);
}

} // namespace sluice::ui
