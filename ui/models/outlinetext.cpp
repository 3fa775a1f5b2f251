// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/outlinetext.h"

#include "ui/panels/format.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QStringList>

namespace sluice::ui {
namespace {

struct OutlineTexts
{
    Q_DECLARE_TR_FUNCTIONS(Outline)
};

QString withRate(EventCount count, double rate)
{
    return QStringLiteral("%1  (%2)").arg(formatCount(count), formatRate(rate));
}

QString sharesCell(const RateTable::StateShares &shares)
{
    QStringList parts;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (shares[i] >= 0.005)
            parts.append(QStringLiteral("%1 %2").arg(stateWord(static_cast<StageState>(i)),
                                                     formatShare(shares[i])));
    }
    return parts.isEmpty() ? OutlineTexts::tr("not known yet") : parts.join(QStringLiteral(", "));
}

QString bufferCell(const StageFigures &figures)
{
    if (figures.bufferCapacity < 0)
        return OutlineTexts::tr("%1, no limit").arg(formatCount(figures.buffered));
    return OutlineTexts::tr("%1 of %2")
        .arg(formatCount(figures.buffered), formatCount(figures.bufferCapacity));
}

QString stateText(const StageSnapshot &stage)
{
    const QString word = stateWord(stage.figures.state);
    return stage.stopReason.isEmpty() ? word : QStringLiteral("%1: %2").arg(word, stage.stopReason);
}

} // namespace

QString rowName(StageRow row)
{
    switch (row) {
    case StageRow::State:
        return OutlineTexts::tr("State");
    case StageRow::Time:
        return OutlineTexts::tr("Time, last second");
    case StageRow::Received:
        return OutlineTexts::tr("Handled");
    case StageRow::Emitted:
        return OutlineTexts::tr("Emitted");
    case StageRow::Buffer:
        return OutlineTexts::tr("Buffer");
    case StageRow::Lost:
        return OutlineTexts::tr("Lost");
    case StageRow::WorkTime:
        break;
    }
    return OutlineTexts::tr("Work time");
}

QString rowName(LinkRow row)
{
    switch (row) {
    case LinkRow::Asked:
        return OutlineTexts::tr("Asked for");
    case LinkRow::Sent:
        return OutlineTexts::tr("Sent");
    case LinkRow::Pending:
        return OutlineTexts::tr("Pending demand");
    case LinkRow::InFlight:
        return OutlineTexts::tr("In flight");
    case LinkRow::Maximum:
        return OutlineTexts::tr("Maximum demand");
    case LinkRow::Minimum:
        break;
    }
    return OutlineTexts::tr("Minimum demand");
}

QString rowValue(StageRow row, const StageSnapshot &stage, const StageRates &rates)
{
    const QString none = QStringLiteral("–");
    const StageFigures &figures = stage.figures;
    switch (row) {
    case StageRow::State:
        return stateText(stage);
    case StageRow::Time:
        return sharesCell(rates.shares);
    case StageRow::Received:
        return stage.role == StageRole::Producer ? none : withRate(figures.handled, rates.handled);
    case StageRow::Emitted:
        return stage.role == StageRole::Consumer ? none : withRate(figures.emitted, rates.emitted);
    case StageRow::Buffer:
        return stage.role == StageRole::Consumer ? none : bufferCell(figures);
    case StageRow::Lost:
        return formatCount(figures.lost + figures.discarded);
    case StageRow::WorkTime:
        break;
    }
    return formatDuration(std::chrono::nanoseconds(stage.workTimeNs));
}

QString rowValue(LinkRow row, const SubscriptionSnapshot &subscription)
{
    switch (row) {
    case LinkRow::Asked:
        return formatCount(subscription.inlet.asked);
    case LinkRow::Sent:
        return formatCount(subscription.outlet.sent);
    case LinkRow::Pending:
        return formatCount(subscription.inlet.pending);
    case LinkRow::InFlight:
        return formatCount(subscription.inFlight());
    case LinkRow::Maximum:
        return formatCount(subscription.inlet.maximum);
    case LinkRow::Minimum:
        break;
    }
    return formatCount(subscription.inlet.minimum);
}

QString stageLine(const StageSnapshot &stage)
{
    return QStringLiteral("%1, %2").arg(roleWord(stage.role), stateText(stage));
}

QString linkLine(const SubscriptionSnapshot &subscription)
{
    return OutlineTexts::tr("demand %1 of %2")
        .arg(formatCount(subscription.inlet.pending), formatCount(subscription.inlet.maximum));
}

} // namespace sluice::ui
