// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/edgeview.h"

#include "ui/panels/format.h"

#include <QCoreApplication>
#include <QStringList>

namespace sluice::ui {
namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};

QString cancelWord(CancelMode mode)
{
    switch (mode) {
    case CancelMode::Permanent:
        return Texts::tr("permanent");
    case CancelMode::Transient:
        return Texts::tr("transient");
    case CancelMode::Temporary:
        break;
    }
    return Texts::tr("temporary");
}

// Of a group's sums, which have no room beside the lane in full; the tip has them.
QString demandWords(EventCount demand, EventCount maximum)
{
    constexpr EventCount hasRoom = 9'999;
    if (maximum <= hasRoom)
        return Texts::tr("demand %1 of %2").arg(formatCount(demand), formatCount(maximum));
    return Texts::tr("demand %1 of %2")
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
    view.events = Texts::tr("events %1").arg(formatCount(outlet.sent));
    if (view.isLeaving)
        view.demand = Texts::tr("leaving");
    else if (view.isClosed)
        view.demand = Texts::tr("no demand");
    else
        view.demand = demandWords(outlet.demand, inlet.maximum);
    view.asks = Texts::tr("asks %1").arg(formatCount(inlet.asked));
    if (subscription.inFlight() > 0)
        view.inFlight = Texts::tr("in flight %1").arg(formatCount(subscription.inFlight()));
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
    lines += Texts::tr("%1 asks, %2 sends")
                 .arg(nameOf(subscription.consumer), nameOf(subscription.producer));
    lines += Texts::tr("asked for %1 in %2 messages")
                 .arg(formatCount(inlet.asked), formatCount(inlet.asks));
    lines += Texts::tr("sent %1 in %2 messages")
                 .arg(formatCount(outlet.sent), formatCount(outlet.batches));
    lines += Texts::tr("in flight %1, waiting at the consumer %2, handled %3")
                 .arg(formatCount(subscription.inFlight()), formatCount(subscription.queued()),
                      formatCount(inlet.handled));
    lines += Texts::tr("demand not met yet %1").arg(formatCount(outlet.demand));
    lines += Texts::tr("pending %1 of %2, asks again at %3")
                 .arg(formatCount(inlet.pending), formatCount(inlet.maximum),
                      formatCount(inlet.minimum));
    if (inlet.lost > 0)
        lines += Texts::tr("lost %1").arg(formatCount(inlet.lost));
    lines += Texts::tr("cancel: %1").arg(cancelWord(subscription.cancel));
    return lines.join(u'\n');
}

} // namespace sluice::ui
