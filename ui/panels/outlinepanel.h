// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/models/ratetable.h"

#include <QList>
#include <QTreeView>

namespace sluice::ui {

class OutlineModel;

/// The outline: the whole pipeline as a tree, for the keyboard and for screen readers.
///
/// What is selected here is what actions are about, as in the graph. Values that can be edited
/// open with F2.
///
/// Threads: the GUI thread's.
class OutlinePanel final : public QTreeView
{
    Q_OBJECT

public:
    explicit OutlinePanel(QWidget *parent = nullptr);

    /// Shows these figures, if it is seen.
    void setFigures(const Snapshot &snapshot, const RateTable &rates);

    /// Selects these stages without saying stagesSelected().
    void selectStages(const QList<StageId> &stages);

    [[nodiscard]] QList<StageId> selectedStages() const;

    [[nodiscard]] OutlineModel *outline() const noexcept { return m_model; }

Q_SIGNALS:
    void stagesSelected(const QList<sluice::StageId> &stages);
    void contextMenuRequested(QPoint globalPos);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void tellSelection();

    // Constant after construction.
    OutlineModel *m_model;

    Snapshot m_snapshot; ///< the last one, for when it is shown
    const RateTable *m_rates = nullptr;
    QList<StageId> m_told; ///< what the window knows to be selected
};

} // namespace sluice::ui
