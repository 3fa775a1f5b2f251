// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/statusline.h"

#include "ui/models/notetext.h"
#include "ui/models/ratetable.h"
#include "ui/models/windowcost.h"
#include "ui/panels/format.h"

#include <QCoreApplication>
#include <QLabel>
#include <QToolButton>

#include <chrono>
#include <cmath>

namespace sluice::ui {

QString runStateWords(RunState state)
{
    const auto words = [](const char *text) {
        return QCoreApplication::translate("RunState", text);
    };
    switch (state) {
    case RunState::Idle:
        return words(QT_TRANSLATE_NOOP("RunState", "\342\227\213 not started"));
    case RunState::Running:
        return words(QT_TRANSLATE_NOOP("RunState", "R running"));
    case RunState::Paused:
        return words(QT_TRANSLATE_NOOP("RunState", "P paused"));
    case RunState::Stopping:
        return words(QT_TRANSLATE_NOOP("RunState", "S stopping"));
    case RunState::Stopped:
        return words(QT_TRANSLATE_NOOP("RunState", "\342\226\240 stopped"));
    }
    return {};
}

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_notes(new QToolButton(this))
    , m_why(new QLabel(this))
{
    const int em = fontMetrics().height();
    for (QLabel *&label : m_labels) {
        label = new QLabel(this);
        label->setMargin(em / 4);
        addWidget(label);
    }
    QFont bold = font();
    bold.setBold(true);
    m_labels[State]->setFont(bold);
    m_labels[Cost]->setToolTip(
        tr("How often the graph is drawn, and the share of one core that the window uses"));
    removeWidget(m_labels[Cost]);
    m_labels[Restarts]->hide();
    m_notes->setAutoRaise(true);
    m_notes->setAccessibleName(tr("Show the notes"));
    addWidget(m_notes);
    m_notes->hide();
    connect(m_notes, &QToolButton::clicked, this, &StatusLine::notesWanted);
    m_why->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_why->setTextFormat(Qt::PlainText);
    m_why->setAccessibleName(tr("Why waiting?"));
    addWidget(m_why, 1);
    addPermanentWidget(m_labels[Cost]);
    m_labels[Cost]->show();
}

void StatusLine::setFigures(const Snapshot &snapshot, const RateTable &rates,
                            const WindowCost &cost)
{
    m_labels[State]->setText(runStateWords(snapshot.runState));
    m_labels[Time]->setText(formatClock(std::chrono::nanoseconds(snapshot.ranNs)));
    m_labels[Rate]->setText(tr("%1 received").arg(formatRate(rates.receivedPerSecond())));
    m_labels[Received]->setText(tr("%1 in all").arg(formatCount(snapshot.received)));
    m_labels[InFlight]->setText(tr("%1 in flight").arg(formatCount(snapshot.inFlight)));
    m_labels[Lost]->setText(tr("%1 lost").arg(formatCount(snapshot.lost)));
    showRestarts(snapshot);
    m_labels[Cost]->setText(tr("window: %1 frames/s, %2 of a core")
                                .arg(std::lround(cost.framesPerSecond()))
                                .arg(formatShare(cost.share())));
    // Widths only grow, so that the figures do not wander while they change.
    for (QLabel *label : m_labels)
        label->setMinimumWidth(std::max(label->minimumWidth(), label->sizeHint().width()));
}

void StatusLine::showRestarts(const Snapshot &snapshot)
{
    int restarts = 0;
    for (const StageSnapshot &stage : snapshot.stages)
        restarts += stage.restarts;
    QString text;
    if (snapshot.gaveUp)
        text = tr("✕ the supervisor gave up");
    else if (restarts > 0)
        text = tr("↻ %n restart(s)", nullptr, restarts);
    m_labels[Restarts]->setText(text);
    m_labels[Restarts]->setVisible(!text.isEmpty());
    if (snapshot.gaveUp)
        m_labels[Restarts]->setToolTip(supervisionEndText(*snapshot.gaveUp));
}

void StatusLine::setNotes(std::int64_t total, const QString &newest)
{
    m_notes->setText(tr("! noted: %1").arg(formatCount(total)));
    m_notes->setToolTip(newest);
    m_notes->setAccessibleDescription(newest);
    m_notes->setVisible(total > 0);
}

void StatusLine::setWhy(const QString &sentence)
{
    m_sentence = sentence;
    m_why->setToolTip(sentence);
    m_why->setAccessibleDescription(sentence);
    showWhy();
}

void StatusLine::showWhy()
{
    m_why->setText(m_why->fontMetrics().elidedText(m_sentence, Qt::ElideRight, m_why->width()));
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    QStatusBar::resizeEvent(event);
    showWhy();
}

QString StatusLine::text() const
{
    QStringList parts;
    for (const QLabel *label : m_labels) {
        if (!label->text().isEmpty())
            parts.append(label->text());
    }
    if (!m_sentence.isEmpty())
        parts.append(m_sentence);
    return parts.join(QStringLiteral(" | "));
}

} // namespace sluice::ui
