// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "tests/benchmarks/measurement.h"

#include <QByteArrayView>
#include <QFile>

namespace sluice::bench {
namespace {

qint64 statusKib(QByteArrayView key)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    while (true) {
        const QByteArray line = status.readLine();
        if (line.isEmpty())
            return 0;
        if (line.startsWith(key))
            return line.sliced(key.size()).simplified().split(' ').front().toLongLong();
    }
}

} // namespace

QJsonObject toJson(const Measurement &measurement)
{
    return {{QStringLiteral("events_per_second"), measurement.eventsPerSecond},
            {QStringLiteral("messages_per_second"), measurement.messagesPerSecond},
            {QStringLiteral("start_seconds"), measurement.startSeconds},
            {QStringLiteral("bytes_per_consumer"), measurement.bytesPerConsumer},
            {QStringLiteral("growth_kib"), measurement.growthKib},
            {QStringLiteral("peak_rss_kib"), measurement.peakKib}};
}

Measurement fromJson(const QJsonObject &object)
{
    const auto number = [&](const QString &key) { return object.value(key).toDouble(); };
    return {number(QStringLiteral("events_per_second")),
            number(QStringLiteral("messages_per_second")),
            number(QStringLiteral("start_seconds")),
            number(QStringLiteral("bytes_per_consumer")),
            static_cast<qint64>(number(QStringLiteral("growth_kib"))),
            static_cast<qint64>(number(QStringLiteral("peak_rss_kib")))};
}

qint64 residentKib()
{
    return statusKib("VmRSS:");
}

qint64 peakResidentKib()
{
    return statusKib("VmHWM:");
}

} // namespace sluice::bench
