// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/inspector.h"

#include "ui/models/pipelinedocument.h"
#include "ui/models/ratetable.h"
#include "ui/panels/demandeditor.h"
#include "ui/panels/format.h"
#include "ui/panels/worktimeeditor.h"
#include "ui/theme/theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sluice::ui {
namespace {

QString stateWords(const StageSnapshot &stage)
{
    const StageState state = stage.figures.state;
    const QString words = QStringLiteral("%1  %2").arg(stateLetter(state)).arg(stateWord(state));
    return stage.stopReason.isEmpty() ? words
                                      : QStringLiteral("%1: %2").arg(words, stage.stopReason);
}

QString bufferWords(const StageFigures &figures)
{
    if (figures.bufferCapacity < 0)
        return Inspector::tr("%1, no limit").arg(formatCount(figures.buffered));
    return Inspector::tr("%1 of %2")
        .arg(formatCount(figures.buffered), formatCount(figures.bufferCapacity));
}

} // namespace

Inspector::Inspector(const PipelineDocument &document, QWidget *parent)
    : QScrollArea(parent)
    , m_document(document)
    , m_hint(new QLabel(tr("Click a stage in the graph to see its figures and to change its "
                           "demand and its work time. With the keyboard: Tab into the graph, then "
                           "the arrow keys.")))
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
    setMinimumWidth(16 * fontMetrics().height());
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
    m_identity = new QLabel;
    m_state = new QLabel;
    m_state->setWordWrap(true);
    m_shares = new QLabel;
    m_shares->setWordWrap(true);
    for (QLabel *label : {m_name, m_identity, m_state, m_shares})
        m_column->addWidget(label);

    auto *form = new QFormLayout;
    m_received = addFigure(form, tr("Handled"));
    m_emitted = addFigure(form, tr("Emitted"));
    m_buffer = addFigure(form, tr("Buffer"));
    m_lost = addFigure(form, tr("Lost"));
    m_workTime = new WorkTimeEditor;
    form->addRow(tr("&Work time"), m_workTime);
    m_column->addLayout(form);
    connect(m_workTime, &WorkTimeEditor::workTimeChosen, this,
            [this](std::chrono::nanoseconds time) {
                Q_EMIT workTimeChosen(m_document.stageName(m_stage), time);
            });
}

QLabel *Inspector::addFigure(QFormLayout *form, const QString &name)
{
    auto *label = new QLabel;
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    form->addRow(name, label);
    return label;
}

void Inspector::setStage(StageId stage)
{
    m_stage = stage;
    m_hint->setVisible(!stage.isValid());
    m_details->setVisible(stage.isValid());
    showDocument();
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
            m_column->addWidget(editor);
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
        setStage({});
        return;
    }
    showStage(*stage, rates);
    showSubscriptions(snapshot);
}

void Inspector::showStage(const StageSnapshot &stage, const RateTable &rates)
{
    QStringList identity{roleWord(stage.role)};
    if (!stage.kind.isEmpty())
        identity.append(stage.kind);
    if (stage.thread > 0)
        identity.append(tr("thread %1").arg(stage.thread));
    m_name->setText(stage.name);
    m_identity->setText(identity.join(QStringLiteral(" \u00b7 ")));
    m_state->setText(stateWords(stage));

    const RateTable::StateShares shares = rates.stateShares(stage.id);
    QStringList parts;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (shares[i] >= 0.005)
            parts.append(QStringLiteral("%1 %2").arg(stateWord(static_cast<StageState>(i)),
                                                     formatShare(shares[i])));
    }
    m_shares->setText(parts.join(QStringLiteral(", ")));

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
