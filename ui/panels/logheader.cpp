// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/logheader.h"

#include "ui/models/logtext.h"
#include "ui/panels/checklabel.h"
#include "ui/panels/format.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QStringList>
#include <QToolButton>

#include <algorithm>

namespace sluice::ui {
namespace {

/// One line a consumer, for a tool tip that still fits a screen.
QString perConsumer(const std::vector<LogConsumer> &consumers)
{
    constexpr std::size_t most = 24;
    QStringList lines;
    const std::size_t shown = std::min(most, consumers.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const LogConsumer &consumer = consumers[i];
        lines +=
            LogHeader::tr("%1: %2 taken over, %3 not kept")
                .arg(consumer.name, formatCount(consumer.taken), formatCount(consumer.notKept));
    }
    if (consumers.size() > shown) {
        lines += LogHeader::tr("and %1 more consumers")
                     .arg(formatCount(static_cast<EventCount>(consumers.size() - shown)));
    }
    return lines.join(u'\n');
}

} // namespace

LogHeader::LogHeader(QWidget *parent)
    : QWidget(parent)
    , m_figures(new QLabel)
    , m_check(new CheckLabel)
    , m_follow(new QCheckBox(tr("&Follow")))
    , m_layout(new QHBoxLayout(this))
{
    auto *clear = new QToolButton;
    clear->setText(tr("Clear"));
    clear->setAccessibleName(tr("Clear the list"));
    clear->setToolTip(tr("Takes the rows off the list; counts and the check go on"));
    clear->setAutoRaise(true);
    auto *exporting = new QToolButton;
    exporting->setText(tr("Export…"));
    exporting->setAccessibleName(tr("Export the rows"));
    exporting->setToolTip(tr("Writes the rows that are shown to a file, as CSV or JSON Lines"));
    exporting->setAutoRaise(true);
    m_follow->setChecked(true);
    m_follow->setToolTip(tr("Keeps the newest row in sight; scrolling up ends it, End goes back"));
    m_figures->setAccessibleName(tr("Events in the log"));

    auto *checkAndButtons = new QHBoxLayout;
    checkAndButtons->addWidget(m_check, 1);
    checkAndButtons->addWidget(m_follow);
    checkAndButtons->addWidget(exporting);
    checkAndButtons->addWidget(clear);
    m_layout->setContentsMargins(6, 2, 4, 2);
    m_layout->setSpacing(fontMetrics().height());
    m_layout->addWidget(m_figures);
    m_layout->addLayout(checkAndButtons, 1);
    setFigures({}, 0);
    setCheck({}, {});

    // clicked, not toggled: the view tells us its state with setFollowing().
    connect(m_follow, &QCheckBox::clicked, this, &LogHeader::followRequested);
    connect(clear, &QToolButton::clicked, this, &LogHeader::clearRequested);
    connect(exporting, &QToolButton::clicked, this, &LogHeader::exportRequested);
}

void LogHeader::setFigures(const std::vector<LogConsumer> &consumers, EventCount held)
{
    EventCount taken = 0;
    EventCount notKept = 0;
    for (const LogConsumer &consumer : consumers) {
        taken += consumer.taken;
        notKept += consumer.notKept;
    }
    QString text = tr("Events %1 · kept %2 · not kept %3")
                       .arg(formatCount(taken + notKept), formatCount(held), formatCount(notKept));
    if (taken > held)
        text += tr(" · older, taken off %1").arg(formatCount(taken - held));
    if (text == m_figures->text())
        return;
    m_figures->setText(text);
    m_figures->setToolTip(perConsumer(consumers));
}

void LogHeader::setCheck(const ExactlyOnceResult &result,
                         const std::optional<ExpectedSequence> &expected)
{
    m_check->setCheck(result, checkText(result, expected));
}

void LogHeader::setFollowing(bool follows)
{
    m_follow->setChecked(follows);
}

QSize LogHeader::minimumSizeHint() const
{
    // The figures wrap and the check is cut before the panel refuses to be narrow.
    return {fontMetrics().averageCharWidth() * 36, QWidget::minimumSizeHint().height()};
}

void LogHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Two lines where one would leave the check no room for its words.
    const bool isNarrow = width() < fontMetrics().averageCharWidth() * 110;
    m_figures->setWordWrap(isNarrow);
    m_layout->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_layout->setSpacing(isNarrow ? 0 : fontMetrics().height());
}

} // namespace sluice::ui
