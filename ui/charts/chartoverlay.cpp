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
#include <utility>

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
constexpr double marksApart = 0.5; // em; closer lines cannot be told apart
constexpr qsizetype mostListed = 6;

double placeOf(double seconds, const QRectF &plot)
{
    return plot.right() + plot.width() * seconds / TimeSeriesView::seconds;
}

QString secondsAgo(double seconds)
{
    return OverlayTexts::tr("%1 s ago").arg(numberLocale().toString(-seconds, 'f', 1));
}

std::vector<MergedMark> mergedIn(const QRectF &plot, const std::vector<ChartMark> &marks,
                                 const QFontMetricsF &metrics)
{
    return mergeMarks(marks,
                      marksApart * metrics.height() * TimeSeriesView::seconds / plot.width());
}

// To the right of the lines; to the left where that would leave the plot.
QRectF besides(const PlacedMark &mark, double width, const QRectF &plot)
{
    double left = mark.last + overlayGap;
    if (left + width > plot.right())
        left = mark.first - overlayGap - width;
    return {left, plot.top(), width, 0};
}

} // namespace

QString MergedMark::text() const
{
    return marks.size() == 1 ? marks.back().text
                             : OverlayTexts::tr("%1, last: %2").arg(count(), marks.back().text);
}

QString MergedMark::count() const
{
    if (marks.size() == 1)
        return {};
    int things = 0;
    for (const ChartMark &mark : marks)
        things += mark.count;
    switch (marks.back().kind) {
    case ChartMark::Kind::Alarm:
        return OverlayTexts::tr("%n crashes", nullptr, things);
    case ChartMark::Kind::Restart:
        return OverlayTexts::tr("%n restarts", nullptr, things);
    case ChartMark::Kind::Change:
        break;
    }
    return OverlayTexts::tr("%n changes", nullptr, things);
}

std::vector<MergedMark> mergeMarks(const std::vector<ChartMark> &marks, double seconds)
{
    std::vector<MergedMark> merged;
    for (const ChartMark &mark : marks) {
        // A crash never hides behind a change.
        const auto before = std::find_if(merged.rbegin(), merged.rend(), [&](const auto &other) {
            return other.marks.back().kind == mark.kind;
        });
        if (before != merged.rend() && mark.seconds - before->marks.back().seconds < seconds)
            before->marks.push_back(mark);
        else
            merged.push_back({{mark}});
    }
    return merged;
}

std::vector<PlacedMark> placeMarks(const std::vector<ChartMark> &marks, const QRectF &plot,
                                   const QFontMetricsF &metrics)
{
    std::array<double, 3> freeUntil{}; // of each line of texts, from the right
    freeUntil.fill(plot.right() + metrics.averageCharWidth());
    std::vector<PlacedMark> placed;
    const std::vector<MergedMark> merged = mergedIn(plot, marks, metrics);
    for (auto mark = merged.rbegin(); mark != merged.rend(); ++mark) {
        PlacedMark &place = placed.emplace_back();
        place.first = placeOf(mark->marks.front().seconds, plot);
        place.last = placeOf(mark->marks.back().seconds, plot);
        place.isAlarm = mark->marks.back().kind != ChartMark::Kind::Change;
        // Half a name says less than none; the lines themselves are always there.
        for (const QString &text : {mark->text(), mark->count()}) {
            QRectF box = besides(place, metrics.horizontalAdvance(text), plot);
            box.setHeight(metrics.height());
            const auto line = std::ranges::find_if(
                freeUntil, [&box](double until) { return box.right() <= until; });
            if (text.isEmpty() || line == freeUntil.end() || box.left() < plot.left())
                continue;
            box.translate(0, static_cast<double>(line - freeUntil.begin()) * metrics.height());
            place.text = box;
            place.shown = text;
            *line = std::min(box.left(), place.first) - overlayGap;
            break;
        }
    }
    return placed;
}

QStringList marksAt(const std::vector<ChartMark> &marks, double seconds, const QRectF &plot,
                    const QFontMetricsF &metrics)
{
    QStringList texts;
    const double near =
        std::max(sameMomentSeconds, overlayGap * TimeSeriesView::seconds / plot.width());
    for (const MergedMark &merged : mergedIn(plot, marks, metrics)) {
        if (seconds < merged.marks.front().seconds - near
            || seconds > merged.marks.back().seconds + near)
            continue;
        for (const ChartMark &mark : merged.marks)
            texts += OverlayTexts::tr("%1: %2").arg(secondsAgo(mark.seconds), mark.text);
    }
    const qsizetype before = texts.size() - mostListed;
    if (before > 0) {
        texts.remove(0, before);
        texts.prepend(OverlayTexts::tr("%n before", nullptr, static_cast<int>(before)));
    }
    return texts;
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
    const auto penOf = [&](const PlacedMark &mark) {
        return mark.isAlarm ? QPen(colours.alarm, 2.0)
                            : QPen(palette.color(QPalette::WindowText), 1.0);
    };
    const std::vector<PlacedMark> placed = placeMarks(marks, plot, QFontMetricsF(painter.font()));
    for (const PlacedMark &mark : placed) {
        QColor band = penOf(mark).color();
        band.setAlphaF(0.15F);
        painter.fillRect(
            QRectF(mark.first, plot.top(), mark.last - mark.first, plot.height()).intersected(plot),
            band);
        painter.setPen(penOf(mark));
        for (const double x : {mark.first, mark.last}) {
            if (x >= plot.left())
                painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        }
    }
    // Over all lines, or those would go through the words.
    for (const PlacedMark &mark : placed) {
        if (mark.text.isEmpty())
            continue;
        painter.fillRect(mark.text, ground);
        painter.setPen(penOf(mark));
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
    const QString moment = secondsAgo(seconds);
    std::vector<Reading> readings;
    double width = metrics.horizontalAdvance(moment);
    QStringList events = marksAt(frame.marks, seconds, plot, metrics);
    for (QString &text : events) {
        text = metrics.elidedText(text, Qt::ElideMiddle, plot.width() - 2 * overlayGap);
        width = std::max(width, metrics.horizontalAdvance(text));
    }
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

    const double height = metrics.height()
        * static_cast<double>(readings.size() + 1 + static_cast<std::size_t>(events.size()));
    const bool isLeft = x + 3 * overlayGap + width > plot.right();
    QRectF box(isLeft ? x - 3 * overlayGap - width : x + overlayGap,
               plot.bottom() - height - 2 * overlayGap, width + 2 * overlayGap,
               height + overlayGap);
    box.moveTop(std::max(box.top(), plot.top()));
    box.moveLeft(std::max(box.left(), 0.0));
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
    for (const QString &text : std::as_const(events)) {
        row.translate(0, metrics.height());
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text);
    }
    painter.restore();
}

} // namespace sluice::ui
