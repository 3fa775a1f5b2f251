// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

namespace sluice::ui {
namespace {

/// Three significant digits without trailing zeros. Pre: 0 <= value < 1000.
QString threeDigits(double value)
{
    int decimals = 0;
    if (value < 9.995)
        decimals = 2;
    else if (value < 99.95)
        decimals = 1;
    const double scale = std::pow(10.0, decimals);
    double rounded = std::round(value * scale) / scale;
    while (decimals > 0) {
        const double coarser = std::pow(10.0, decimals - 1);
        if (std::abs(rounded * coarser - std::round(rounded * coarser)) > 1e-6)
            break;
        --decimals;
    }
    return numberLocale().toString(rounded, 'f', decimals);
}

QString inContext(const char *text)
{
    return QCoreApplication::translate("Format", text);
}

} // namespace

QLocale numberLocale()
{
    const QLocale locale;
    return locale.language() == QLocale::C ? QLocale(QLocale::English) : locale;
}

QString formatCount(EventCount count)
{
    return numberLocale().toString(static_cast<qlonglong>(count));
}

QString formatShort(double value)
{
    struct Step
    {
        double size;
        const char *text;
    };

    static constexpr std::array<Step, 4> steps = {{{1e12, QT_TRANSLATE_NOOP("Format", "%1 T")},
                                                   {1e9, QT_TRANSLATE_NOOP("Format", "%1 G")},
                                                   {1e6, QT_TRANSLATE_NOOP("Format", "%1 M")},
                                                   {1e3, QT_TRANSLATE_NOOP("Format", "%1 k")}}};
    const QString sign = value < 0 ? numberLocale().negativeSign() : QString();
    const double size = std::abs(value);
    for (const Step &step : steps) {
        // What would round to 1000 belongs to the next unit.
        if (size >= step.size * 0.9995)
            return sign + inContext(step.text).arg(threeDigits(size / step.size));
    }
    return sign + threeDigits(size);
}

QString formatRate(double perSecond)
{
    return inContext(QT_TRANSLATE_NOOP("Format", "%1/s")).arg(formatShort(perSecond));
}

QString formatDuration(std::chrono::nanoseconds duration)
{
    const auto ns = static_cast<double>(duration.count());
    if (ns <= 0)
        return QStringLiteral("0");
    if (ns < 999.5)
        return inContext(QT_TRANSLATE_NOOP("Format", "%1 ns")).arg(threeDigits(ns));
    if (ns < 999.5e3)
        return inContext(QT_TRANSLATE_NOOP("Format", "%1 \302\265s")).arg(threeDigits(ns / 1e3));
    if (ns < 999.5e6)
        return inContext(QT_TRANSLATE_NOOP("Format", "%1 ms")).arg(threeDigits(ns / 1e6));
    if (ns < 60e9)
        return inContext(QT_TRANSLATE_NOOP("Format", "%1 s")).arg(threeDigits(ns / 1e9));
    return formatClock(duration);
}

QString formatClock(std::chrono::nanoseconds duration)
{
    const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(duration).count();
    const QChar zero = u'0';
    const QString minutesAndSeconds =
        QStringLiteral("%1:%2").arg(seconds / 60 % 60, 2, 10, zero).arg(seconds % 60, 2, 10, zero);
    const qint64 hours = seconds / 3600;
    return hours > 0 ? QStringLiteral("%1:%2").arg(hours).arg(minutesAndSeconds)
                     : minutesAndSeconds;
}

QString formatShare(double share)
{
    return inContext(QT_TRANSLATE_NOOP("Format", "%1 %"))
        .arg(static_cast<int>(std::lround(share * 100)));
}

} // namespace sluice::ui
