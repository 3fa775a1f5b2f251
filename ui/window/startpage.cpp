// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/startpage.h"

#include "ui/actions/filehandling.h"
#include "ui/actions/keybindings.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sluice::ui {

StartPage::StartPage(FileHandling &files, const QList<QAction *> &beginnings, QWidget *parent)
    : QScrollArea(parent)
    , m_files(files)
    , m_beginnings(beginnings)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Start page"));
}

void StartPage::showEvent(QShowEvent *event)
{
    fill(); // the files used last may be others now
    QScrollArea::showEvent(event);
}

void StartPage::fill()
{
    auto *page = new QWidget;
    page->setMaximumWidth(40 * fontMetrics().height());
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(QMargins(2, 2, 2, 2) * fontMetrics().height());
    addHeading(tr("No pipeline is open"));
    auto *hint = new QLabel(tr("Begin with a producer, then add who takes its events; or open a "
                               "pipeline. A file can also be dropped here."));
    hint->setWordWrap(true);
    m_column->addWidget(hint);
    for (QAction *action : std::as_const(m_beginnings)) {
        auto *button = new QPushButton(action->icon(), plainText(action));
        button->setToolTip(action->toolTip());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        m_column->addWidget(button, 0, Qt::AlignLeft);
    }
    addHeading(tr("Examples"));
    for (const ExamplePipeline &example : examplePipelines())
        addLink(example.title, {}, example.path);
    addHeading(tr("Files used last"));
    const QStringList recent = m_files.recentFiles().paths();
    for (const QString &path : recent)
        addLink(QFileInfo(path).completeBaseName(), QDir::toNativeSeparators(path), path);
    if (recent.isEmpty())
        m_column->addWidget(new QLabel(tr("None yet: what you open or save is listed here.")));
    m_column->addStretch(1);
    setWidget(page); // deletes the one before
}

void StartPage::addHeading(const QString &text)
{
    auto *heading = new QLabel(text);
    QFont font = heading->font();
    font.setBold(true);
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 1.25);
    heading->setFont(font);
    m_column->addSpacing(fontMetrics().height());
    m_column->addWidget(heading);
}

void StartPage::addLink(const QString &text, const QString &tip, const QString &path)
{
    auto *link = new QPushButton(QString(text).replace(u'&', QStringLiteral("&&")));
    link->setToolTip(tip);
    link->setFlat(true);
    connect(link, &QPushButton::clicked, &m_files, [this, path] { m_files.openWhenSaved(path); });
    m_column->addWidget(link, 0, Qt::AlignLeft);
}

} // namespace sluice::ui
