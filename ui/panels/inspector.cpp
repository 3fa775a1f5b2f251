// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/inspector.h"

#include "ui/models/pipelinedocument.h"
#include "ui/models/ratetable.h"
#include "ui/models/whytext.h"
#include "ui/panels/demandeditor.h"
#include "ui/panels/examinationview.h"
#include "ui/panels/format.h"
#include "ui/panels/stagewords.h"
#include "ui/panels/worktimeeditor.h"
#include "ui/theme/theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sluice::ui {
namespace {

/// A tool button that is down while the stage is kept.
QToolButton *makePin()
{
    auto *pin = new QToolButton;
    pin->setText(Inspector::tr("Pin"));
    pin->setCheckable(true);
    pin->setAutoRaise(true);
    pin->setAccessibleName(Inspector::tr("Keep this stage"));
    pin->setToolTip(Inspector::tr("Keeps this stage here, whatever is selected in the graph"));
    return pin;
}

} // namespace

Inspector::Inspector(const PipelineDocument &document, QWidget *parent)
    : QScrollArea(parent)
    , m_document(document)
    , m_hint(new QLabel(tr("Click a stage in the graph to see its figures and to change its "
                           "demand and its work time. With the keyboard: Tab into the graph, then "
                           "the arrow keys, and Enter for the work time.")))
    , m_details(new QWidget)
    , m_column(new QVBoxLayout(m_details))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    m_hint->setWordWrap(true);
    layout->addWidget(m_hint);
    layout->addWidget(m_details);
    layout->addStretch(1);
    m_column->setContentsMargins(0, 0, 0, 0);
    addSections();
    setWidget(content);
    connect(&document, &PipelineDocument::changed, this, &Inspector::showDocument);
    setStage({});
}

void Inspector::addSections()
{
    m_name = new QLabel;
    QFont large = font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.3);
    m_name->setFont(large);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_pin = makePin();
    auto *title = new QHBoxLayout;
    title->addWidget(m_name, 1);
    title->addWidget(m_pin);
    m_column->addLayout(title);
    connect(m_pin, &QToolButton::toggled, this, &Inspector::setPinned);
    m_company = new QLabel;
    m_company->setWordWrap(true);
    m_identity = new QLabel;
    m_identity->setWordWrap(true);
    m_why = new QLabel;
    m_why->setWordWrap(true);
    m_why->setTextFormat(Qt::PlainText);
    m_why->setAccessibleName(tr("Why waiting?"));
    m_state = new QLabel;
    m_state->setWordWrap(true);
    m_shares = new QLabel;
    m_shares->setWordWrap(true);
    for (QLabel *label : {m_company, m_identity, m_state, m_shares, m_why})
        m_column->addWidget(label);

    auto *form = new QFormLayout;
    m_received = addFigure(form, tr("Handled"));
    m_emitted = addFigure(form, tr("Emitted"));
    m_buffer = addFigure(form, tr("Buffer"));
    m_waiting = addFigure(form, tr("Waiting inside"));
    m_lost = addFigure(form, tr("Lost"));
    m_timing = addFigure(form, tr("Busy per event"));
    m_messages = addFigure(form, tr("Messages"));
    m_consumers = addFigure(form, tr("Asked for by"));
    m_workTime = new WorkTimeEditor;
    form->addRow(tr("&Work time"), m_workTime);
    m_column->addLayout(form);
    m_examination = new ExaminationView;
    m_column->addWidget(m_examination);
    connect(m_examination, &ExaminationView::wanted, this, &Inspector::examinationWanted);
    connect(m_examination, &ExaminationView::unwanted, this, &Inspector::examinationUnwanted);
    connect(m_workTime, &WorkTimeEditor::workTimeChosen, this,
            [this](std::chrono::nanoseconds time) {
                Q_EMIT workTimeChosen(m_document.stageName(m_stage), time);
            });
}

QLabel *Inspector::addFigure(QFormLayout *form, const QString &name)
{
    auto *label = new QLabel;
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(true);
    form->addRow(name, label);
    return label;
}

void Inspector::setStage(StageId stage)
{
    setStages(stage.isValid() ? QList{stage} : QList<StageId>());
}

void Inspector::setStages(const QList<StageId> &stages)
{
    m_selected = stages;
    m_wanted = stages.value(0);
    if (!isPinned())
        follow(m_wanted);
    showCompany();
}

void Inspector::setSubscription(StageId producer, StageId consumer)
{
    setStage(consumer);
    const QString from = m_document.stageName(producer);
    for (DemandEditor *editor : m_demands) {
        // It has a place only when what it is in has been laid out.
        if (editor->from() == from)
            QTimer::singleShot(0, editor, [this, editor] { ensureWidgetVisible(editor); });
    }
}

/// A pinned stage that is not selected is changed alone.
void Inspector::showCompany()
{
    const bool hasCompany = m_selected.size() > 1 && m_selected.contains(m_stage);
    m_company->setText(hasCompany ? tr("%n stage(s) are selected: a change here is made to all.",
                                       nullptr, static_cast<int>(m_selected.size()))
                                  : QString());
    m_company->setVisible(hasCompany);
}

void Inspector::setPinned(bool isPinned)
{
    m_pin->setChecked(isPinned);
    if (!isPinned)
        follow(m_wanted);
}

void Inspector::editWorkTime()
{
    ensureWidgetVisible(m_workTime);
    m_workTime->setFocus(Qt::TabFocusReason); // selects the number
}

QSize Inspector::minimumSizeHint() const
{
    const int em = fontMetrics().height();
    const QMargins margins = widget()->layout()->contentsMargins();
    const int rows = m_details->minimumSizeHint().width() + margins.left() + margins.right()
        + verticalScrollBar()->sizeHint().width();
    return {std::max(16 * em, rows), 6 * em};
}

bool Inspector::isPinned() const
{
    return m_pin->isChecked();
}

void Inspector::follow(StageId stage)
{
    m_stage = stage;
    m_examination->setStage(stage);
    m_hint->setVisible(!stage.isValid());
    m_details->setVisible(stage.isValid());
    showDocument();
    showCompany();
    updateGeometry();
}

void Inspector::showDocument()
{
    const QString name = m_document.stageName(m_stage);
    const StageDescription *stage = m_document.stage(name);
    m_workTime->setEnabled(stage != nullptr);
    if (stage)
        m_workTime->setWorkTime(stage->run.workTime);
    showDemandEditors(name);
}

void Inspector::showDemandEditors(const QString &name)
{
    std::vector<const SubscriptionDescription *> wanted;
    for (const SubscriptionDescription &subscription : m_document.description().subscriptions) {
        if (!name.isEmpty() && subscription.to == name)
            wanted.push_back(&subscription);
    }
    const auto shows = [](const DemandEditor *editor, const SubscriptionDescription *subscription) {
        return editor->from() == subscription->from && editor->to() == subscription->to;
    };
    if (!std::ranges::equal(m_demands, wanted, shows)) {
        for (DemandEditor *editor : m_demands)
            delete editor;
        m_demands.clear();
        for (const SubscriptionDescription *subscription : wanted) {
            auto *editor = new DemandEditor(subscription->from, subscription->to);
            connect(editor, &DemandEditor::limitsChosen, this, &Inspector::demandChosen);
            m_column->insertWidget(m_column->indexOf(m_examination), editor);
            m_demands.push_back(editor);
        }
    }
    for (std::size_t i = 0; i < wanted.size(); ++i)
        m_demands[i]->setLimits(wanted[i]->options);
}

void Inspector::setFigures(const Snapshot &snapshot, const RateTable &rates)
{
    if (!m_stage.isValid() || !isVisible())
        return;
    const StageSnapshot *stage = snapshot.stage(m_stage);
    if (!stage) {
        if (m_wanted == m_stage)
            m_wanted = {};
        // A pin holds nothing any more; what is selected comes forward.
        m_stage = {};
        m_pin->setChecked(false);
        follow(m_wanted);
        return;
    }
    showStage(*stage, rates);
    showWork(*stage, rates, snapshot.takenNs);
    m_examination->look(*stage, snapshot.takenNs);
    const QString why = whyText(whyWaiting(snapshot, rates, m_stage), snapshot);
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    m_consumers->setText(demandWords(snapshot, m_stage));
    showSubscriptions(snapshot);
}

void Inspector::setExamination(StageId stage, const Examination &found)
{
    m_examination->setExamination(stage, found);
}

void Inspector::forgetExamination()
{
    m_examination->forget();
}

// Here and not in the view, which is hidden once more while this is being destroyed.
void Inspector::hideEvent(QHideEvent *event)
{
    m_examination->setStage({});
    m_examination->setStage(m_stage); // asks again once it is seen
    QScrollArea::hideEvent(event);
}

void Inspector::showStage(const StageSnapshot &stage, const RateTable &rates)
{
    m_name->setText(stage.name);
    m_identity->setText(identityWords(stage));
    m_state->setText(stateWords(stage));

    m_shares->setText(shareWords(rates.stateShares(stage.id)));

    const StageFigures &figures = stage.figures;
    const bool isProducer = stage.role == StageRole::Producer;
    const bool isConsumer = stage.role == StageRole::Consumer;
    const QString none = QStringLiteral("\u2013");
    const auto withRate = [](EventCount count, double rate) {
        return QStringLiteral("%1  (%2)").arg(formatCount(count), formatRate(rate));
    };
    m_received->setText(isProducer ? none
                                   : withRate(figures.handled, rates.handledPerSecond(stage.id)));
    m_emitted->setText(isConsumer ? none
                                  : withRate(figures.emitted, rates.emittedPerSecond(stage.id)));
    m_buffer->setText(isConsumer ? none : bufferWords(figures));
    m_lost->setText(formatCount(figures.lost + figures.discarded));
}

void Inspector::showWork(const StageSnapshot &stage, const RateTable &rates, std::int64_t takenNs)
{
    m_waiting->setText(waitingWords(stage));
    m_timing->setText(timingWords(stage, rates));
    m_messages->setText(messageWords(stage, takenNs));
}

void Inspector::showSubscriptions(const Snapshot &snapshot)
{
    for (const SubscriptionSnapshot &subscription : snapshot.subscriptions) {
        const StageSnapshot *producer = snapshot.stage(subscription.producer);
        if (subscription.consumer != m_stage || !producer)
            continue;
        for (DemandEditor *editor : m_demands) {
            if (editor->from() == producer->name)
                editor->setFigures(subscription.inlet);
        }
    }
}

} // namespace sluice::ui
