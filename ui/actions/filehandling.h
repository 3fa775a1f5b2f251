// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/recentfiles.h"

#include <QList>
#include <QObject>

#include <functional>

class QGraphicsScene;
class QMimeData;
class QWidget;

namespace sluice::ui {

class MessageBar;
class PipelineDocument;
class Recovery;
struct Recovered;

/// A pipeline that comes with the program.
struct ExamplePipeline
{
    QString title;
    QString path;
};

[[nodiscard]] QList<ExamplePipeline> examplePipelines();

/// Opening and saving, with the questions that belong to it. Every question leaves the event loop
/// turning, so the pipeline and its picture go on behind it.
///
/// Lifetime: document, bar and window must outlive it.
/// Threads: the GUI thread's.
class FileHandling final : public QObject
{
    Q_OBJECT

public:
    FileHandling(PipelineDocument &document, MessageBar &bar, QSettings &settings, QWidget *window);

    /// Opens \a path at once and runs it. If that fails, a message says why and everything goes on
    /// as before.
    bool open(const QString &path);

    /// Offers what a crash has left, once the window is there.
    void offerRecovery(Recovery &recovery);

    /// Ends what there is for an empty pipeline, once nothing is left to be saved.
    void beginAnew();

    /// Opens \a path once nothing is left to be saved.
    void openWhenSaved(const QString &path);

    /// The same with a file that the user chooses.
    void chooseAndOpen();

    /// Saves, or asks where to; then does \a then unless that failed or was called off.
    void save(const std::function<void()> &then = {});
    void saveAs(const std::function<void()> &then = {});

    /// Writes \a scene as a picture to a file that the user chooses.
    void choosePicture(QGraphicsScene &scene);

    /// Asks about changes that are not saved, if there are any, and does \a then unless the answer
    /// is to stay.
    void whenSaved(const std::function<void()> &then);

    /// The one local file that is dragged; empty if it is something else.
    [[nodiscard]] static QString draggedFile(const QMimeData *data);

    [[nodiscard]] RecentFiles &recentFiles() noexcept { return m_recentFiles; }

private:
    void recover(const Recovered &recovered);
    void exportPicture(QGraphicsScene &scene, const QString &path);
    void saveTo(const QString &path, const std::function<void()> &then);

    PipelineDocument &m_document;
    MessageBar &m_bar;
    QWidget *m_window;
    RecentFiles m_recentFiles;
};

} // namespace sluice::ui
