// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/flow/ids.h"
#include "core/pipeline/snapshot.h"
#include "core/telemetry/examination.h"

#include <QGroupBox>

#include <cstdint>

class QFormLayout;
class QLabel;

namespace sluice::ui {

/// What a stage answers when it is asked about itself: what its events take, and which of them wait
/// in it, oldest and newest. It says of when that is.
///
/// Asks for one answer at a time and at most twice a second. A stage inside a message answers after
/// it; until then the last answer stays, and the view says that there is no newer one.
///
/// Threads: the GUI thread's.
class ExaminationView final : public QGroupBox
{
    Q_OBJECT

public:
    explicit ExaminationView(QWidget *parent = nullptr);

    /// Examines \a stage from the next look() on, and the one before no more; an invalid id: nobody.
    void setStage(StageId stage);

    /// The same stage, of which nothing is known and nothing was asked.
    void forget();

    /// The stage as it was at \a takenNs; asks if it is time to.
    void look(const StageSnapshot &stage, std::int64_t takenNs);

    void setExamination(StageId stage, const Examination &found);

Q_SIGNALS:
    void wanted(sluice::StageId stage);
    void unwanted(sluice::StageId stage);

private:
    QLabel *addRow(const QString &name);
    void clear();
    void showBuffer(const Glimpse &buffer);
    void showInbound(const Glimpse &inbound);
    void showAge(std::int64_t nowNs);

    // Constant after construction.
    QFormLayout *m_form;
    QLabel *m_time;
    QLabel *m_oldest;
    QLabel *m_newest;
    QLabel *m_oldestInbound;
    QLabel *m_newestInbound;
    QLabel *m_age;

    StageId m_stage;
    StageRole m_role = StageRole::Consumer;
    int m_life = 0;             // the stage's restarts when it was asked
    std::int64_t m_askedNs = 0; // 0: no answer is awaited
    std::int64_t m_nextNs = 0;  // not asked before
    std::int64_t m_ranNs = -1;  // of the answer shown; negative: none
};

} // namespace sluice::ui
