// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/edgeview.h"

#include "ui/panels/format.h"

#include <QCoreApplication>
#include <QStringList>

namespace sluice::ui {
namespace {

struct EdgeTexts
{
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};

QString cancelWord(CancelMode mode)
{
    switch (mode) {
    case CancelMode::Permanent:
        return EdgeTexts::tr("permanent");
    case CancelMode::Transient:
        return EdgeTexts::tr("transient");
    case CancelMode::Temporary:
        break;
    }
    return EdgeTexts::tr("temporary");
}

// Of a group's sums, which have no room beside the lane in full; the tip has them.
QString demandWords(EventCount demand, EventCount maximum)
{
    constexpr EventCount hasRoom = 9'999;
    if (maximum <= hasRoom)
        return EdgeTexts::tr("demand %1 of %2").arg(formatCount(demand), formatCount(maximum));
    return EdgeTexts::tr("demand %1 of %2")
        .arg(formatShort(static_cast<double>(demand)), formatShort(static_cast<double>(maximum)));
}

} // namespace

EdgeView edgeView(const SubscriptionSnapshot &subscription, double sentPerSecond, bool sawDemand)
{
    const InletFigures &inlet = subscription.inlet;
    const OutletFigures &outlet = subscription.outlet;

    EdgeView view;
    view.id = subscription.id;
    view.sentPerSecond = sentPerSecond;
    view.isClosed = !sawDemand;
    view.isLeaving = inlet.ended || outlet.ended;

    view.rate = formatRate(view.sentPerSecond);
    view.events = EdgeTexts::tr("events %1").arg(formatCount(outlet.sent));
    if (view.isLeaving)
        view.demand = EdgeTexts::tr("leaving");
    else if (view.isClosed)
        view.demand = EdgeTexts::tr("no demand");
    else
        view.demand = demandWords(outlet.demand, inlet.maximum);
    view.asks = EdgeTexts::tr("asks %1").arg(formatCount(inlet.asked));
    if (subscription.inFlight() > 0)
        view.inFlight = EdgeTexts::tr("in flight %1").arg(formatCount(subscription.inFlight()));
    return view;
}

QString edgeTip(const SubscriptionSnapshot &subscription, const Snapshot &snapshot)
{
    const InletFigures &inlet = subscription.inlet;
    const OutletFigures &outlet = subscription.outlet;
    const auto nameOf = [&snapshot](StageId id) {
        const StageSnapshot *stage = snapshot.stage(id);
        return stage ? stage->name : QString();
    };

    QStringList lines;
    lines += EdgeTexts::tr("%1 asks, %2 sends")
                 .arg(nameOf(subscription.consumer), nameOf(subscription.producer));
    lines += EdgeTexts::tr("asked for %1 in %2 messages")
                 .arg(formatCount(inlet.asked), formatCount(inlet.asks));
    lines += EdgeTexts::tr("sent %1 in %2 messages")
                 .arg(formatCount(outlet.sent), formatCount(outlet.batches));
    lines += EdgeTexts::tr("in flight %1, waiting at the consumer %2, handled %3")
                 .arg(formatCount(subscription.inFlight()), formatCount(subscription.queued()),
                      formatCount(inlet.handled));
    lines += EdgeTexts::tr("demand not met yet %1").arg(formatCount(outlet.demand));
    lines += EdgeTexts::tr("pending %1 of %2, asks again at %3")
                 .arg(formatCount(inlet.pending), formatCount(inlet.maximum),
                      formatCount(inlet.minimum));
    if (inlet.lost > 0)
        lines += EdgeTexts::tr("lost %1").arg(formatCount(inlet.lost));
    lines += EdgeTexts::tr("cancel: %1").arg(cancelWord(subscription.cancel));
    return lines.join(u'\n');
}

} // namespace sluice::ui
