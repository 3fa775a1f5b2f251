// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"
#include "core/telemetry/examination.h"

#include <QList>
#include <QScrollArea>

#include <chrono>
#include <vector>

class QFormLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace sluice::ui {

class DemandEditor;
class ExaminationView;
class PipelineDocument;
class RateTable;
class WorkTimeEditor;

/// Everything about the selected stage, and what of it can be changed while it runs.
///
/// Figures come from snapshots; the fields to edit show the document, which the stage follows.
///
/// Threads: the GUI thread's.
/// Lifetime: the document must outlive it.
class Inspector final : public QScrollArea
{
    Q_OBJECT

public:
    explicit Inspector(const PipelineDocument &document, QWidget *parent = nullptr);

    /// Follows \a stage from now on, or once it is not pinned any more; an invalid id stands for
    /// nothing selected.
    void setStage(StageId stage);

    /// Follows the first of \a stages and says that there are more, whom a change concerns too.
    void setStages(const QList<StageId> &stages);

    /// Follows the consumer of a subscription and brings its demand from \a producer into sight.
    void setSubscription(StageId producer, StageId consumer);

    /// Keeps showing the stage it shows, whatever is selected, for as long as it is there.
    void setPinned(bool isPinned);

    /// Lets the keyboard change the work time of the stage.
    void editWorkTime();

    /// As wide as its widest row, because it does not scroll sideways.
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool isPinned() const;

    /// Shows the stage as it is in \a snapshot.
    void setFigures(const Snapshot &snapshot, const RateTable &rates);

    [[nodiscard]] StageId stage() const noexcept { return m_stage; }
    [[nodiscard]] const std::vector<DemandEditor *> &demandEditors() const noexcept
    {
        return m_demands;
    }
    [[nodiscard]] WorkTimeEditor *workTimeEditor() const noexcept { return m_workTime; }

    /// Shows what the stage has answered.
    void setExamination(StageId stage, const Examination &found);

    /// The pipeline has gone; whatever it was asked.
    void forgetExamination();

Q_SIGNALS:
    /// The stage is to be examined once; and no more, when another one is shown or nobody looks.
    void examinationWanted(sluice::StageId stage);
    void examinationUnwanted(sluice::StageId stage);

    void demandChosen(const QString &from, const QString &to, sluice::EventCount maximum,
                      sluice::EventCount minimum);
    void workTimeChosen(const QString &stage, std::chrono::nanoseconds time);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QLabel *addFigure(QFormLayout *form, const QString &name);
    void addSections();
    void showDocument();
    void showDemandEditors(const QString &name);
    void follow(StageId stage);
    void showCompany();
    void showStage(const StageSnapshot &stage, const RateTable &rates);
    void showWork(const StageSnapshot &stage, const RateTable &rates, std::int64_t takenNs);
    void showSubscriptions(const Snapshot &snapshot);

    // Constant after construction.
    const PipelineDocument &m_document;
    QLabel *m_hint;
    QWidget *m_details;
    QVBoxLayout *m_column;
    QLabel *m_name;
    QToolButton *m_pin;
    QLabel *m_company; ///< that more are selected
    QLabel *m_identity;
    QLabel *m_state;
    QLabel *m_shares;
    QLabel *m_why;
    QLabel *m_received;
    QLabel *m_emitted;
    QLabel *m_lost;
    QLabel *m_buffer;
    QLabel *m_waiting; ///< events that wait elsewhere in the stage
    QLabel *m_timing;
    QLabel *m_messages;
    QLabel *m_consumers;
    ExaminationView *m_examination;
    WorkTimeEditor *m_workTime;

    StageId m_stage;
    StageId m_wanted; ///< what setStage() asked for last
    QList<StageId> m_selected;
    std::vector<DemandEditor *> m_demands;
};

} // namespace sluice::ui
