// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/windowundertest.h"

#include "ui/canvas/graphview.h"
#include "ui/models/pipelinedocument.h"

#include <QTest>

using namespace sluice;
using namespace sluice::ui;

WindowUnderTest::WindowUnderTest(const QString &file)
{
    const WindowOptions options{file, m_folder.filePath(QStringLiteral("settings.ini"))};
    m_window = std::make_unique<MainWindow>(options);
    m_window->show();
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        QTest::qFail("The window did not become active", __FILE__, __LINE__);
}

bool WindowUnderTest::select(const QString &stage)
{
    const StageId id = m_window->document().stageId(stage);
    // The graph knows a stage from the next snapshot on.
    return QTest::qWaitFor([this, id] {
        m_window->graph().selectStage(id);
        return m_window->graph().selectedStages() == QList<StageId>{id};
    });
}

Snapshot WindowUnderTest::snapshot()
{
    return m_window->document().pipeline().snapshot();
}
