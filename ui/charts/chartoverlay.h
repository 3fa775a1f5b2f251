// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/charts/timeseriesview.h"

#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QFontMetricsF;
class QPainter;
class QPalette;

/// What lies over a chart: what happened at which moment, and the values at the moment under the
/// cross-hair. Functions of numbers and a painter, so that they need no chart to be tested.
namespace sluice::ui {

/// Where a mark and its text are drawn.
struct PlacedMark
{
    double x = 0;
    QRectF text;   ///< empty: there was no room for it
    QString shown; ///< the text as it fits
    bool isAlarm = false;
};

/// Places \a marks in a plot of TimeSeriesView::seconds that is \a plot; the newest get room first.
[[nodiscard]] std::vector<PlacedMark> placeMarks(const std::vector<ChartMark> &marks,
                                                 const QRectF &plot, const QFontMetricsF &metrics);

/// The value of \a line at \a seconds, which is that of the nearest sample; nothing where the line
/// has none within half a second.
[[nodiscard]] std::optional<double> valueAt(const ChartLine &line, double seconds);

void paintMarks(QPainter &painter, const std::vector<ChartMark> &marks, const QRectF &plot,
                const QPalette &palette);

/// A vertical at \a seconds and beside it what each line of \a frame was worth.
void paintCursor(QPainter &painter, const ChartFrame &frame, double seconds, const QRectF &plot,
                 const QPalette &palette);

} // namespace sluice::ui
