// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QList>
#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

class QWidget;

namespace sluice::ui {

/// One line of a chart: what it is called at its right end, and how it looks.
struct ChartLine
{
    QString name;
    QList<QPointF> points; ///< oldest first; x in seconds before now, y in the chart's unit
    QColor colour;
    int marker = 0; ///< which mark stands at the line's end, so that colour is not all there is
};

/// A thin horizontal line that says where something begins or ends.
struct ChartLevel
{
    QString name;
    double value = 0;

    friend bool operator==(const ChartLevel &, const ChartLevel &) = default;
};

/// Something that happened, as a labelled vertical.
struct ChartMark
{
    enum class Kind : unsigned char {
        Change,
        Restart, ///< drawn as an alarm, too
        Alarm    ///< a crash
    };

    double seconds = 0; ///< before now, so negative
    QString text;
    Kind kind = Kind::Change;
    int count = 1; ///< how many things it stands for
};

/// All that a chart shows at one moment.
struct ChartFrame
{
    std::vector<ChartLine> lines;   ///< at most maxLines of a TimeSeriesView
    std::vector<ChartLevel> levels; ///< few
    std::vector<ChartMark> marks;   ///< oldest first
    double top = 1;                 ///< of the y axis; its bottom is 0
};

/// A widget that draws the last minute of a few series.
///
/// Stands between the window and the chart library, so that the library can be replaced (design
/// D10).
///
/// Threads: the GUI thread's.
/// Units: seconds to the right, from -60 to 0; upwards whatever the lines are in.
class TimeSeriesView
{
public:
    static constexpr int seconds = 60;
    static constexpr int maxLines = 8;

    virtual ~TimeSeriesView() = default;

    /// The widget that draws; it owns this object or is it.
    [[nodiscard]] virtual QWidget *widget() = 0;

    /// Draws \a frame from now on. Costs one pass over each line.
    virtual void setFrame(const ChartFrame &frame) = 0;

    /// Shows a cross-hair at \a moment, negative, and what the lines were worth then; or none.
    virtual void setCursorAt(std::optional<double> moment) = 0;
};

} // namespace sluice::ui
