// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions/filehandling.h"

#include "core/pipeline/pipelinefile.h"
#include "ui/canvas/pictureexport.h"
#include "ui/models/pipelinedocument.h"
#include "ui/models/recovery.h"
#include "ui/panels/fileerrortext.h"
#include "ui/panels/messagebar.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>

namespace sluice::ui {
namespace {

QString nameFilter()
{
    return FileHandling::tr("Pipelines (*.sluice);;All files (*)");
}

} // namespace

QList<ExamplePipeline> examplePipelines()
{
    QList<ExamplePipeline> examples;
    const QDir folder(QStringLiteral(":/sluice/pipelines"));
    for (const QString &name : folder.entryList({QStringLiteral("*.sluice")})) {
        const QString path = folder.filePath(name);
        const QString title = loadPipeline(path).pipeline.title;
        examples.append({title.isEmpty() ? name : title, path});
    }
    return examples;
}

FileHandling::FileHandling(PipelineDocument &document, MessageBar &bar, QSettings &settings,
                           QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_bar(bar)
    , m_window(window)
    , m_recentFiles(settings)
{
}

bool FileHandling::open(const QString &path)
{
    if (const auto error = m_document.open(path)) {
        m_bar.showError(fileErrorText(*error));
        if (error->code == PipelineFileError::Code::Missing)
            m_recentFiles.remove(path);
        return false;
    }
    m_bar.clearError();
    if (!m_document.isBundled())
        m_recentFiles.add(path);
    m_document.pipeline().start();
    return true;
}

QString FileHandling::draggedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

void FileHandling::offerRecovery(Recovery &recovery)
{
    const QList<Recovered> left = recovery.findLeft();
    if (left.isEmpty())
        return;
    const Recovered newest = left.first();
    m_bar.showNotice(
        tr("“%1” was not saved when the program ended unexpectedly.").arg(newest.title),
        tr("Recover"), [this, newest] { recover(newest); });
    m_bar.keepNotice();
}

void FileHandling::recover(const Recovered &recovered)
{
    whenSaved([this, recovered] {
        if (const auto error = m_document.openCopy(recovered.path)) {
            m_bar.showError(fileErrorText(*error));
            return;
        }
        Recovery::discard(recovered);
        m_document.pipeline().start();
    });
}

void FileHandling::beginAnew()
{
    whenSaved([this] {
        m_bar.clearError();
        m_document.clear();
        m_document.pipeline().start();
    });
}

void FileHandling::openWhenSaved(const QString &path)
{
    whenSaved([this, path] { open(path); });
}

void FileHandling::chooseAndOpen()
{
    auto *dialog = new QFileDialog(m_window, tr("Open a pipeline"), {}, nameFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    if (!m_document.isBundled() && !m_document.filePath().isEmpty())
        dialog->setDirectory(QFileInfo(m_document.filePath()).absolutePath());
    connect(dialog, &QFileDialog::fileSelected, this, &FileHandling::openWhenSaved);
    dialog->open();
}

void FileHandling::save(const std::function<void()> &then)
{
    if (m_document.isBundled() || m_document.filePath().isEmpty())
        saveAs(then);
    else
        saveTo(m_document.filePath(), then);
}

void FileHandling::saveAs(const std::function<void()> &then)
{
    auto *dialog = new QFileDialog(m_window, tr("Save the pipeline"), {}, nameFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("sluice"));
    if (!m_document.isBundled())
        dialog->setDirectory(QFileInfo(m_document.filePath()).absolutePath());
    dialog->selectFile(QFileInfo(m_document.filePath()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, then](const QString &path) { saveTo(path, then); });
    dialog->open();
}

void FileHandling::choosePicture(QGraphicsScene &scene)
{
    auto *dialog = new QFileDialog(m_window, tr("Export the picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("png"));
    QStringList filters;
    for (const QString &format : pictureFormats())
        filters.append(QStringLiteral("%1 (*.%2)").arg(format.toUpper(), format));
    dialog->setNameFilters(filters);
    dialog->selectFile(m_document.title() + QStringLiteral(".png"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.section(u'.', -1).chopped(1));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, &scene](const QString &path) { exportPicture(scene, path); });
    dialog->open();
}

void FileHandling::exportPicture(QGraphicsScene &scene, const QString &path)
{
    if (const auto problem = writePicture(scene, path))
        m_bar.showError(*problem);
    else
        m_bar.showNotice(tr("Exported %1").arg(QDir::toNativeSeparators(path)));
}

void FileHandling::saveTo(const QString &path, const std::function<void()> &then)
{
    if (const auto error = m_document.save(path)) {
        m_bar.showError(fileErrorText(*error));
        return;
    }
    m_bar.clearError();
    m_bar.showNotice(tr("Saved %1").arg(QDir::toNativeSeparators(path)));
    m_recentFiles.add(path);
    if (then)
        then();
}

void FileHandling::whenSaved(const std::function<void()> &then)
{
    if (!m_document.isModified()) {
        then();
        return;
    }
    auto *question =
        new QMessageBox(QMessageBox::Question, tr("Sluice"),
                        tr("Save the changes to “%1”?").arg(m_document.title()),
                        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    question->setInformativeText(tr("Without saving, what you changed in this pipeline is lost."));
    question->setDefaultButton(QMessageBox::Save);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QMessageBox::finished, this, [this, then](int answer) {
        if (answer == QMessageBox::Save)
            save(then);
        else if (answer == QMessageBox::Discard)
            then();
    });
    question->open();
}

} // namespace sluice::ui
