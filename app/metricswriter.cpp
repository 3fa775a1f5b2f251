// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/metricswriter.h"

namespace sluice::app {

namespace {

const char *nameOf(StageState state)
{
    switch (state) {
    case StageState::Busy:
        return "busy";
    case StageState::WaitsForDemand:
        return "waitsForDemand";
    case StageState::WaitsForEvents:
        return "waitsForEvents";
    case StageState::Paused:
        return "paused";
    case StageState::Starting:
        return "starting";
    case StageState::Leaving:
        return "leaving";
    case StageState::Stopped:
        return "stopped";
    case StageState::Crashed:
        break;
    }
    return "crashed";
}

EventCount pendingOf(const Snapshot &snapshot, StageId consumer)
{
    EventCount pending = 0;
    for (const SubscriptionSnapshot &subscription : snapshot.subscriptions) {
        if (subscription.consumer == consumer)
            pending += subscription.inlet.pending;
    }
    return pending;
}

double perSecond(EventCount before, EventCount now, double seconds)
{
    return seconds > 0 ? static_cast<double>(now - before) / seconds : 0;
}

} // namespace

MetricsWriter::MetricsWriter(const QString &path)
    : m_file(path)
{
    if (m_file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        m_file.write("seconds,stage,state,arrived,handled,emitted,sent,handled_per_second,"
                     "emitted_per_second,buffered,waiting,pending,discarded,lost\n");
    }
}

void MetricsWriter::write(const Snapshot &snapshot)
{
    const double seconds = static_cast<double>(snapshot.ranNs - m_before.ranNs) / 1e9;
    for (const StageSnapshot &stage : snapshot.stages) {
        const StageFigures &now = stage.figures;
        const StageSnapshot *before = m_before.stage(stage.id);
        const StageFigures then = before ? before->figures : StageFigures();
        const auto count = [](EventCount number) { return QByteArray::number(qint64(number)); };
        const auto real = [](double number, int decimals) {
            return QByteArray::number(number, 'f', decimals);
        };
        const QByteArrayList fields = {real(static_cast<double>(snapshot.ranNs) / 1e9, 3),
                                       stage.name.toUtf8(),
                                       nameOf(now.state),
                                       count(now.arrived),
                                       count(now.handled),
                                       count(now.emitted),
                                       count(now.sent),
                                       real(perSecond(then.handled, now.handled, seconds), 1),
                                       real(perSecond(then.emitted, now.emitted, seconds), 1),
                                       count(now.buffered),
                                       count(now.inbound),
                                       count(pendingOf(snapshot, stage.id)),
                                       count(now.discarded),
                                       count(now.lost)};
        m_file.write(fields.join(',') + '\n');
    }
    m_file.flush();
    m_before = snapshot;
}

} // namespace sluice::app
