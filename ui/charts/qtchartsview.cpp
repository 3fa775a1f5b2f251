// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/qtchartsview.h"

#include "ui/charts/chartoverlay.h"
#include "ui/charts/endlabels.h"
#include "ui/panels/format.h"

#include <QChart>
#include <QEvent>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace sluice::ui {
namespace {

constexpr double penWidth = 2.0;
constexpr double markerSize = 8;
constexpr double labelGap = 6;
constexpr double headroom = 1.06;        ///< a line along the upper edge could not be read
constexpr double stillThereSeconds = -1; ///< a line that ends before this belongs to the past

[[nodiscard]] bool hasEnded(const ChartLine &line)
{
    return line.points.isEmpty() || line.points.last().x() < stillThereSeconds;
}

/// Between the palette's text and its background: \a share of the text.
QColor faded(const QPalette &palette, double share)
{
    const QColor text = palette.color(QPalette::WindowText);
    const QColor back = palette.color(QPalette::Window);
    const auto mix = [share](int a, int b) {
        return static_cast<int>(a * share + b * (1 - share));
    };
    return {mix(text.red(), back.red()), mix(text.green(), back.green()),
            mix(text.blue(), back.blue())};
}

} // namespace

QtChartsView::QtChartsView(QWidget *parent)
    : QChartView(parent)
    , m_seconds(new QValueAxis(this))
    , m_values(new QValueAxis(this))
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setInteractive(false);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    chart()->legend()->hide();
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundVisible(false);
    m_seconds->setRange(-seconds, 0);
    m_values->setRange(0, headroom);
    for (QValueAxis *axis : {m_seconds, m_values}) {
        axis->setLabelsVisible(false);
        axis->setLineVisible(false);
        axis->setGridLineVisible(false);
    }
    chart()->addAxis(m_seconds, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    applyPalette();
}

void QtChartsView::setFrame(const ChartFrame &frame)
{
    const auto sameNames = [](const ChartLine &a, const ChartLine &b) { return a.name == b.name; };
    const bool mustLayOut =
        frame.top != m_frame.top || !std::ranges::equal(frame.lines, m_frame.lines, sameNames);
    const bool hasNewLevels = frame.levels != m_frame.levels;
    m_frame = frame;
    if (m_values->max() != frame.top * headroom)
        m_values->setRange(0, frame.top * headroom);
    if (mustLayOut)
        layOut();
    showLines();
    if (hasNewLevels)
        showLevels();
    viewport()->update();
}

QLineSeries *QtChartsView::addSeries(std::vector<QLineSeries *> &to)
{
    auto *series = new QLineSeries(this);
    chart()->addSeries(series);
    series->attachAxis(m_seconds);
    series->attachAxis(m_values);
    to.push_back(series);
    return series;
}

void QtChartsView::showLines()
{
    for (std::size_t i = 0; i < m_frame.lines.size(); ++i) {
        const ChartLine &line = m_frame.lines[i];
        QLineSeries *series = i < m_lines.size() ? m_lines[i] : addSeries(m_lines);
        const QPen pen(line.colour, penWidth);
        if (series->pen() != pen)
            series->setPen(pen);
        series->replace(line.points);
        series->setVisible(true);
    }
    for (std::size_t i = m_frame.lines.size(); i < m_lines.size(); ++i)
        m_lines[i]->setVisible(false);
}

void QtChartsView::showLevels()
{
    const QPen pen(faded(palette(), 0.55), 1.0);
    for (std::size_t i = 0; i < m_frame.levels.size(); ++i) {
        QLineSeries *series = i < m_levels.size() ? m_levels[i] : addSeries(m_levels);
        const double value = m_frame.levels[i].value;
        series->setPen(pen);
        series->replace(QList<QPointF>{{-seconds, value}, {0, value}});
        series->setVisible(true);
    }
    for (std::size_t i = m_frame.levels.size(); i < m_levels.size(); ++i)
        m_levels[i]->setVisible(false);
}

void QtChartsView::layOut()
{
    const QFontMetricsF metrics(font());
    double left = 0;
    for (double value : {m_frame.top, m_frame.top / 2, 0.0})
        left = std::max(left, metrics.horizontalAdvance(formatShort(value)));
    double right = 0;
    for (const ChartLine &line : m_frame.lines)
        right = std::max(right, metrics.horizontalAdvance(line.name));
    right = std::min(right + 2 * (markerSize + labelGap), width() * 0.4);
    m_plot = QRectF(rect()).adjusted(left + labelGap, metrics.height() / 2, -right - labelGap,
                                     -metrics.height() - 2);
    chart()->setPlotArea(m_plot);
}

void QtChartsView::applyPalette()
{
    setBackgroundBrush(palette().color(QPalette::Window));
    showLevels();
}

double QtChartsView::heightOf(double value) const
{
    const double share = value / (m_frame.top * headroom);
    return m_plot.bottom() - m_plot.height() * std::clamp(share, 0.0, 1.0);
}

void QtChartsView::drawBackground(QPainter *painter, const QRectF &rect)
{
    QChartView::drawBackground(painter, rect);
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->fillRect(m_plot, palette().color(QPalette::Base));
    painter->setPen(QPen(faded(palette(), 0.18), 1.0));
    for (int second = 0; second <= seconds; second += 10) {
        const double x = m_plot.left() + m_plot.width() * second / seconds;
        painter->drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
    }
    for (double value : {0.0, m_frame.top / 2, m_frame.top})
        painter->drawLine(QPointF(m_plot.left(), heightOf(value)),
                          QPointF(m_plot.right(), heightOf(value)));
    painter->setRenderHint(QPainter::Antialiasing, true);
}

void QtChartsView::drawForeground(QPainter *painter, const QRectF &rect)
{
    Q_UNUSED(rect)
    painter->setFont(font());
    paintScales(*painter);
    paintMarks(*painter, m_frame.marks, m_plot, palette());
    paintLevelNames(*painter);
    paintLineNames(*painter);
    paintEndedNames(*painter);
    if (m_cursor)
        paintCursor(*painter, m_frame, *m_cursor, m_plot, palette());
    if (hasFocus()) {
        painter->setPen(QPen(palette().color(QPalette::Highlight), 1.0));
        painter->drawRect(m_plot.adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void QtChartsView::paintScales(QPainter &painter) const
{
    const QFontMetricsF metrics(font());
    painter.setPen(faded(palette(), 0.75));
    for (double value : {0.0, m_frame.top / 2, m_frame.top}) {
        const double y = heightOf(value) - metrics.height() / 2;
        painter.drawText(QRectF(0, y, m_plot.left() - labelGap, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, formatShort(value));
    }
    const double below = m_plot.bottom() + 2;
    const QRectF line(m_plot.left(), below, m_plot.width(), metrics.height());
    painter.drawText(line, Qt::AlignLeft, tr("60 s ago"));
    painter.drawText(line, Qt::AlignRight, tr("now"));
}

void QtChartsView::paintLevelNames(QPainter &painter) const
{
    const QFontMetricsF metrics(font());
    const QColor ground = palette().color(QPalette::Base);
    painter.setPen(faded(palette(), 0.85));
    for (const ChartLevel &level : m_frame.levels) {
        const double y = heightOf(level.value);
        const double top = y - metrics.height() > m_plot.top() ? y - metrics.height() : y + 1;
        const QRectF box(m_plot.left() + labelGap, top, metrics.horizontalAdvance(level.name),
                         metrics.height() - 1);
        painter.fillRect(box, ground);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, level.name);
    }
}

void QtChartsView::paintLineNames(QPainter &painter) const
{
    const QFontMetricsF metrics(font());
    std::vector<double> heights;
    for (const ChartLine &line : m_frame.lines)
        heights.push_back(line.points.isEmpty() ? m_plot.bottom()
                                                : heightOf(line.points.last().y()));
    // A line that has ended keeps its name where it ended, so it needs no room at the edge.
    std::vector<double> wanted;
    for (std::size_t i = 0; i < heights.size(); ++i) {
        if (!hasEnded(m_frame.lines[i]))
            wanted.push_back(heights[i]);
    }
    const double spacing = metrics.height() - 1;
    const double lowest = lowestNamed(wanted, spacing, m_plot.height());
    std::erase_if(wanted, [lowest](double height) { return height > lowest; });
    const std::vector<double> spread = spreadOut(wanted, spacing, m_plot.top(), m_plot.bottom());
    std::size_t next = 0;
    for (std::size_t i = 0; i < heights.size(); ++i) {
        const ChartLine &line = m_frame.lines[i];
        if (line.points.isEmpty())
            continue;
        const double x = m_plot.right() + m_plot.width() * line.points.last().x() / seconds;
        paintMarker(painter, line.marker, {x, heights[i]}, markerSize, line.colour);
        if (hasEnded(line) || heights[i] > lowest || next == spread.size())
            continue;
        const double y = spread[next++];
        double nameX = x + markerSize / 2 + labelGap;
        if (std::abs(y - heights[i]) > markerSize / 2) {
            // The name had to move away from its line: the mark says which one is meant.
            paintMarker(painter, line.marker, {nameX + markerSize / 2, y}, markerSize, line.colour);
            nameX += markerSize + labelGap / 2;
        }
        painter.setPen(palette().color(QPalette::WindowText));
        const QRectF box(nameX, y - metrics.height() / 2, width() - nameX, metrics.height());
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(line.name, Qt::ElideMiddle, box.width()));
    }
}

// Beside the end of each line that has ended, on the side where no other names are. Of names that
// would cover each other, as after many restarts, the one of the line that came last is shown.
void QtChartsView::paintEndedNames(QPainter &painter) const
{
    const QFontMetricsF metrics(font());
    const double room = markerSize / 2 + labelGap;
    std::vector<QRectF> taken;
    painter.setPen(palette().color(QPalette::WindowText));
    for (auto line = m_frame.lines.rbegin(); line != m_frame.lines.rend(); ++line) {
        if (line->points.isEmpty() || !hasEnded(*line))
            continue;
        const QPointF last = line->points.last();
        const QPointF end(m_plot.right() + m_plot.width() * last.x() / seconds, heightOf(last.y()));
        const double nameWidth = metrics.horizontalAdvance(line->name);
        const bool fits = end.x() + room + nameWidth < m_plot.right();
        const QRectF box(fits ? end.x() + room : end.x() - room - nameWidth,
                         end.y() - metrics.height() / 2, nameWidth, metrics.height());
        if (std::ranges::any_of(taken, [&](const QRectF &other) { return other.intersects(box); }))
            continue;
        taken.push_back(box);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, line->name);
    }
}

void QtChartsView::setCursorAt(std::optional<double> moment)
{
    m_cursor = moment;
    viewport()->update();
}

void QtChartsView::mouseMoveEvent(QMouseEvent *event)
{
    QChartView::mouseMoveEvent(event);
    const QPointF position = event->position();
    if (m_plot.contains(position))
        Q_EMIT cursorMoved((position.x() - m_plot.right()) / m_plot.width() * seconds);
    else
        Q_EMIT cursorMoved({});
}

void QtChartsView::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    Q_EMIT cursorMoved({});
}

void QtChartsView::keyPressEvent(QKeyEvent *event)
{
    constexpr double stepSeconds = 1;
    const double now = m_cursor.value_or(0);
    switch (event->key()) {
    case Qt::Key_Left:
        Q_EMIT cursorMoved(std::max<double>(-seconds, now - stepSeconds));
        break;
    case Qt::Key_Right:
        Q_EMIT cursorMoved(std::min(0.0, now + stepSeconds));
        break;
    case Qt::Key_Escape:
        Q_EMIT cursorMoved({});
        break;
    default:
        QChartView::keyPressEvent(event);
    }
}

void QtChartsView::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    layOut();
}

void QtChartsView::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyPalette();
    if (event->type() == QEvent::FontChange)
        layOut();
}

} // namespace sluice::ui
