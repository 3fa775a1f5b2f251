// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"

#include <QObject>

namespace sluice::ui {

class Actions;
class PipelineDocument;

/// Run, Pause and Stop for whatever pipeline the document has.
///
/// Lifetime: document and actions must outlive it.
/// Threads: the GUI thread's.
class RunControl final : public QObject
{
    Q_OBJECT

public:
    RunControl(PipelineDocument &document, Actions &actions, QObject *parent);

    /// Starts, or goes on after a pause.
    void run();
    void pause();
    void stop();

Q_SIGNALS:
    /// The pipeline is about to begin anew.
    void aboutToStart();
    void stateChanged(sluice::RunState state);

private:
    void follow();
    void showState(RunState state);

    PipelineDocument &m_document;
    Actions &m_actions;
};

} // namespace sluice::ui
