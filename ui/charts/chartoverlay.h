// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/charts/timeseriesview.h"

#include <QRectF>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

class QFontMetricsF;
class QPainter;
class QPalette;

/// What lies over a chart: what happened at which moment, and the values at the moment under the
/// cross-hair. Functions of numbers and a painter, so that they need no chart to be tested.
namespace sluice::ui {

/// Marks of one kind that follow each other so closely that they are drawn as one.
struct MergedMark
{
    std::vector<ChartMark> marks; ///< oldest first, at least one

    /// What happened, or how many things did and which was the last.
    [[nodiscard]] QString text() const;

    /// Only how many; empty if it is one mark.
    [[nodiscard]] QString count() const;
};

/// Merges whatever stands less than \a seconds after the one before; ordered by their first ones.
[[nodiscard]] std::vector<MergedMark> mergeMarks(const std::vector<ChartMark> &marks,
                                                 double seconds);

/// Where a mark, or several in one, and its text are drawn.
struct PlacedMark
{
    double first = 0; ///< x of the oldest
    double last = 0;  ///< x of the newest; the same if it is one
    QRectF text;      ///< empty: there was no room for it
    QString shown;    ///< the text as it fits
    bool isAlarm = false;
};

/// Places \a marks in a plot of TimeSeriesView::seconds that is \a plot, those that would cover each
/// other as one; the newest get room first.
[[nodiscard]] std::vector<PlacedMark> placeMarks(const std::vector<ChartMark> &marks,
                                                 const QRectF &plot, const QFontMetricsF &metrics);

/// The value of \a line at \a seconds, which is that of the nearest sample; nothing where the line
/// has none within half a second.
[[nodiscard]] std::optional<double> valueAt(const ChartLine &line, double seconds);

void paintMarks(QPainter &painter, const std::vector<ChartMark> &marks, const QRectF &plot,
                const QPalette &palette);

/// What happened at \a seconds, all of it where several marks are drawn as one: oldest first, with
/// the number of those that a box has no room for.
[[nodiscard]] QStringList marksAt(const std::vector<ChartMark> &marks, double seconds,
                                  const QRectF &plot, const QFontMetricsF &metrics);

/// A vertical at \a seconds and beside it what each line of \a frame was worth and what happened.
void paintCursor(QPainter &painter, const ChartFrame &frame, double seconds, const QRectF &plot,
                 const QPalette &palette);

} // namespace sluice::ui
