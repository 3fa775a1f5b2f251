// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/examinationview.h"

#include "ui/panels/format.h"
#include "ui/panels/stagewords.h"

#include <QFormLayout>
#include <QLabel>
#include <QLocale>

#include <chrono>
#include <utility>

namespace sluice::ui {
namespace {

constexpr std::int64_t askEveryNs = 500'000'000;
constexpr std::int64_t longWithoutAnswerNs = 1'000'000'000;

bool canAnswer(StageState state)
{
    switch (state) {
    case StageState::Busy:
    case StageState::WaitsForDemand:
    case StageState::WaitsForEvents:
    case StageState::Paused:
        return true;
    case StageState::Starting:
    case StageState::Leaving:
    case StageState::Stopped:
    case StageState::Crashed:
        break;
    }
    return false;
}

} // namespace

ExaminationView::ExaminationView(QWidget *parent)
    : QGroupBox(tr("Inside the stage"), parent)
    , m_form(new QFormLayout(this))
    , m_time(addRow(tr("Time per event")))
    , m_oldest(addRow(tr("Oldest in buffer")))
    , m_newest(addRow(tr("Newest in buffer")))
    , m_oldestInbound(addRow(tr("Oldest not handled")))
    , m_newestInbound(addRow(tr("Newest not handled")))
    , m_age(new QLabel)
{
    m_form->setRowWrapPolicy(QFormLayout::WrapAllRows); // events want all the width
    m_time->setToolTip(tr("Measured while this panel shows the stage. Events that were handled in "
                          "one call count with their mean. The median and the 99 % may be "
                          "shown up to 1/64 too long."));
    m_age->setWordWrap(true);
    m_form->addRow(m_age);
    clear();
}

QLabel *ExaminationView::addRow(const QString &name)
{
    auto *label = new QLabel;
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setTextFormat(Qt::PlainText); // events may look like markup
    label->setWordWrap(true);
    m_form->addRow(name, label);
    return label;
}

void ExaminationView::setStage(StageId stage)
{
    if (stage == m_stage)
        return;
    if (m_stage.isValid())
        Q_EMIT unwanted(m_stage);
    m_stage = stage;
    forget();
}

void ExaminationView::forget()
{
    m_askedNs = 0;
    m_nextNs = 0;
    clear();
}

void ExaminationView::clear()
{
    m_ranNs = -1;
    m_time->setText(QStringLiteral("–"));
    showBuffer({});
    showInbound({});
    m_age->hide();
}

void ExaminationView::look(const StageSnapshot &stage, std::int64_t takenNs)
{
    if (stage.id != m_stage)
        return;
    m_role = stage.role;
    if (!canAnswer(stage.figures.state) || m_life != stage.restarts) {
        m_life = stage.restarts;
        forget();
    }
    if (!canAnswer(stage.figures.state))
        return;
    showAge(takenNs);
    if (m_askedNs > 0 || takenNs < m_nextNs)
        return;
    m_askedNs = takenNs;
    m_nextNs = takenNs + askEveryNs;
    Q_EMIT wanted(m_stage);
}

void ExaminationView::setExamination(StageId stage, const Examination &found)
{
    if (stage != m_stage || m_askedNs == 0)
        return; // of another one, or of an earlier life
    m_askedNs = 0;
    m_ranNs = found.ranNs;
    m_time->setText(measuredWords(found));
    showBuffer(found.buffer);
    showInbound(found.inbound);
    showAge(found.takenNs);
}

void ExaminationView::showBuffer(const Glimpse &buffer)
{
    m_oldest->setText(eventsWords(buffer.oldest));
    m_newest->setText(eventsWords(buffer.newest));
    m_form->setRowVisible(m_oldest, m_role != StageRole::Consumer);
    m_form->setRowVisible(m_newest, !buffer.newest.empty());
}

void ExaminationView::showInbound(const Glimpse &inbound)
{
    m_oldestInbound->setText(eventsWords(inbound.oldest));
    m_newestInbound->setText(eventsWords(inbound.newest));
    m_form->setRowVisible(m_oldestInbound, m_role == StageRole::ProducerConsumer);
    m_form->setRowVisible(m_newestInbound, !inbound.newest.empty());
}

void ExaminationView::showAge(std::int64_t nowNs)
{
    const bool isLate = m_askedNs > 0 && nowNs - m_askedNs >= longWithoutAnswerNs;
    QStringList sentences;
    if (m_ranNs >= 0) {
        const QString seconds = numberLocale().toString(static_cast<double>(m_ranNs) / 1e9, 'f', 3);
        sentences.append(tr("As it was at %1 s; it may have moved on.").arg(seconds));
    }
    if (isLate) {
        sentences.append(
            tr("No answer for %1: the stage is inside a message.")
                .arg(formatDuration(std::chrono::seconds((nowNs - m_askedNs) / 1'000'000'000))));
    }
    m_age->setText(sentences.join(u' '));
    m_age->setVisible(!sentences.isEmpty());
}

} // namespace sluice::ui
