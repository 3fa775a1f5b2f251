// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QTableView;

namespace sluice {
class Pipeline;
}

namespace sluice::ui {

class NotesModel;

/// What the stages of a pipeline have noted, as a table.
///
/// Threads: the GUI thread's.
class NotesPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit NotesPanel(QWidget *parent = nullptr);

    /// Listens to \a pipeline from now on and forgets what another one noted; nullptr: to nothing.
    void setPipeline(Pipeline *pipeline);

    /// Forgets everything, for a new run.
    void reset();

    /// Shows what was noted since the last time; call it no more often than one can read.
    void refresh(const Snapshot &snapshot);

    [[nodiscard]] const NotesModel &notes() const { return *m_model; }

Q_SIGNALS:
    /// notes() has another total.
    void changed();

    /// The stage a row is about is wanted.
    void stageChosen(sluice::StageId stage);

private:
    void showTotal();

    // Constant after construction.
    NotesModel *m_model;
    QTableView *m_table;
    QLabel *m_total;

    QPointer<Pipeline> m_pipeline;
};

} // namespace sluice::ui
