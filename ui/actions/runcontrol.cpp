// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions/runcontrol.h"

#include "ui/actions/actions.h"
#include "ui/models/pipelinedocument.h"

namespace sluice::ui {

RunControl::RunControl(PipelineDocument &document, Actions &actions, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_actions(actions)
{
    connect(&document, &PipelineDocument::replaced, this, &RunControl::follow);
    connect(actions[Act::Run], &QAction::triggered, this, &RunControl::run);
    connect(actions[Act::Pause], &QAction::triggered, this, &RunControl::pause);
    connect(actions[Act::Stop], &QAction::triggered, this, &RunControl::stop);
    follow();
}

void RunControl::run()
{
    Pipeline &pipeline = m_document.pipeline();
    if (pipeline.runState() == RunState::Paused) {
        pipeline.resume();
        return;
    }
    Q_EMIT aboutToStart();
    pipeline.start();
}

void RunControl::pause()
{
    m_document.pipeline().pause();
}

void RunControl::stop()
{
    m_document.pipeline().stop();
}

void RunControl::follow()
{
    connect(&m_document.pipeline(), &Pipeline::runStateChanged, this, &RunControl::showState);
    showState(m_document.pipeline().runState());
}

void RunControl::showState(RunState state)
{
    const bool isRunning = state == RunState::Running;
    const bool isPaused = state == RunState::Paused;
    m_actions[Act::Run]->setEnabled(!isRunning && state != RunState::Stopping);
    m_actions[Act::Pause]->setEnabled(isRunning);
    m_actions[Act::Stop]->setEnabled(isRunning || isPaused);
    Q_EMIT stateChanged(state);
}

} // namespace sluice::ui
