// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/charts/timeseriesview.h"

#include <QChartView>

#include <vector>

class QLineSeries;
class QValueAxis;

namespace sluice::ui {

/// A TimeSeriesView drawn by Qt Charts.
///
/// Each line is replaced as a whole, once for each frame, and the y axis moves only when the top
/// changed: each costs Qt Charts one pass over the points. Names and scales are drawn here, on top,
/// because Qt Charts' own legend and labels are laid out anew for each change.
///
/// Threads: the GUI thread's.
class QtChartsView final : public QChartView, public TimeSeriesView
{
    Q_OBJECT

public:
    explicit QtChartsView(QWidget *parent = nullptr);

    [[nodiscard]] QWidget *widget() override { return this; }

    void setFrame(const ChartFrame &frame) override;
    void setCursorAt(std::optional<double> moment) override;

Q_SIGNALS:
    /// The pointer or the arrow keys point at a moment, in seconds before now; empty: at none.
    void cursorMoved(std::optional<double> moment);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QLineSeries *addSeries(std::vector<QLineSeries *> &to);
    void showLines();
    void showLevels();
    void layOut();
    void applyPalette();
    [[nodiscard]] double heightOf(double value) const;
    void paintScales(QPainter &painter) const;
    void paintLevelNames(QPainter &painter) const;
    void paintLineNames(QPainter &painter) const;
    void paintEndedNames(QPainter &painter) const;

    // Constant after construction.
    QValueAxis *m_seconds;
    QValueAxis *m_values;

    // Grow with what there is to show; never shrink.
    std::vector<QLineSeries *> m_lines;
    std::vector<QLineSeries *> m_levels;

    ChartFrame m_frame;
    std::optional<double> m_cursor;
    QRectF m_plot;
};

} // namespace sluice::ui
