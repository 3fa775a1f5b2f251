// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/chartoverlay.h"

#include "ui/charts/endlabels.h"
#include "ui/panels/format.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPalette>

#include <algorithm>
#include <array>
#include <cmath>

namespace sluice::ui {
namespace {

/// Gives tr() to functions that belong to no class.
struct OverlayTexts
{
    Q_DECLARE_TR_FUNCTIONS(ChartOverlay)
};

constexpr double overlayGap = 4;
constexpr double overlayMarkerSize = 7;
constexpr double sameMomentSeconds = 0.5;

double placeOf(double seconds, const QRectF &plot)
{
    return plot.right() + plot.width() * seconds / TimeSeriesView::seconds;
}

} // namespace

std::vector<PlacedMark> placeMarks(const std::vector<ChartMark> &marks, const QRectF &plot,
                                   const QFontMetricsF &metrics)
{
    std::array<double, 3> freeUntil{}; // of each line of texts, from the right
    freeUntil.fill(plot.right() + metrics.averageCharWidth());
    std::vector<PlacedMark> placed;
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
        PlacedMark &place = placed.emplace_back();
        place.x = placeOf(mark->seconds, plot);
        place.isAlarm = mark->kind == ChartMark::Kind::Alarm;
        // Half a name says less than none; the line itself is always there.
        const QString &text = mark->text;
        const double width = metrics.horizontalAdvance(text);
        // To the right of its line; to the left where that would leave the plot.
        for (std::size_t line = 0; line < freeUntil.size() && place.text.isEmpty(); ++line) {
            double left = place.x + overlayGap;
            if (left + width > plot.right())
                left = place.x - overlayGap - width;
            if (left + width > freeUntil[line] || left < plot.left())
                continue;
            place.text = QRectF(left, plot.top() + static_cast<double>(line) * metrics.height(),
                                width, metrics.height());
            place.shown = text;
            freeUntil[line] = std::min(left, place.x) - overlayGap;
        }
    }
    return placed;
}

std::optional<double> valueAt(const ChartLine &line, double seconds)
{
    const auto after = std::ranges::lower_bound(line.points, seconds, {}, &QPointF::x);
    std::optional<double> value;
    double nearest = sameMomentSeconds;
    const auto consider = [&](const QPointF &point) {
        if (std::abs(point.x() - seconds) > nearest)
            return;
        nearest = std::abs(point.x() - seconds);
        value = point.y();
    };
    if (after != line.points.begin())
        consider(*(after - 1));
    if (after != line.points.end())
        consider(*after);
    return value;
}

void paintMarks(QPainter &painter, const std::vector<ChartMark> &marks, const QRectF &plot,
                const QPalette &palette)
{
    const CanvasColours colours(palette);
    QColor ground = palette.color(QPalette::Base);
    ground.setAlphaF(0.8F);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const PlacedMark &mark : placeMarks(marks, plot, QFontMetricsF(painter.font()))) {
        if (mark.x < plot.left())
            continue;
        const QColor colour = mark.isAlarm ? colours.alarm : palette.color(QPalette::WindowText);
        painter.setPen(QPen(colour, mark.isAlarm ? 2.0 : 1.0));
        painter.drawLine(QPointF(mark.x, plot.top()), QPointF(mark.x, plot.bottom()));
        if (mark.text.isEmpty())
            continue;
        painter.fillRect(mark.text, ground);
        painter.drawText(mark.text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
                         mark.shown);
    }
    painter.restore();
}

void paintCursor(QPainter &painter, const ChartFrame &frame, double seconds, const QRectF &plot,
                 const QPalette &palette)
{
    const QFontMetricsF metrics(painter.font());
    struct Reading
    {
        const ChartLine *line;
        QString text;
    };
    const QString moment =
        OverlayTexts::tr("%1 s ago").arg(numberLocale().toString(-seconds, 'f', 1));
    std::vector<Reading> readings;
    double width = metrics.horizontalAdvance(moment);
    for (const ChartLine &line : frame.lines) {
        const std::optional<double> value = valueAt(line, seconds);
        if (!value)
            continue;
        readings.push_back({&line, OverlayTexts::tr("%1: %2").arg(line.name, formatShort(*value))});
        width = std::max(width,
                         metrics.horizontalAdvance(readings.back().text) + overlayMarkerSize
                             + overlayGap);
    }
    const double x = placeOf(seconds, plot);
    painter.save();
    painter.setPen(QPen(palette.color(QPalette::Highlight), 1.0));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));

    const double height = metrics.height() * static_cast<double>(readings.size() + 1);
    const bool isLeft = x + 3 * overlayGap + width > plot.right();
    QRectF box(isLeft ? x - 3 * overlayGap - width : x + overlayGap,
               plot.bottom() - height - 2 * overlayGap, width + 2 * overlayGap,
               height + overlayGap);
    box.moveTop(std::max(box.top(), plot.top()));
    painter.setBrush(palette.color(QPalette::ToolTipBase));
    painter.setPen(palette.color(QPalette::ToolTipText));
    painter.drawRect(box);
    QRectF row(box.left() + overlayGap, box.top() + overlayGap / 2, width, metrics.height());
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, moment);
    for (const Reading &reading : readings) {
        row.translate(0, metrics.height());
        paintMarker(painter, reading.line->marker,
                    {row.left() + overlayMarkerSize / 2, row.center().y()}, overlayMarkerSize,
                    reading.line->colour);
        painter.setPen(palette.color(QPalette::ToolTipText));
        painter.drawText(row.adjusted(overlayMarkerSize + overlayGap, 0, 0, 0),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, reading.text);
    }
    painter.restore();
}

} // namespace sluice::ui
