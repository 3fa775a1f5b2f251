// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/statestrips.h"

#include "ui/panels/format.h"
#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace sluice::ui {
namespace {

constexpr std::int64_t secondNs = 1'000'000'000;
constexpr int rowGap = 3;
constexpr std::size_t describedStages = 12;

/// The clocks as they stand when the snapshot is taken: the present state goes on counting.
std::array<std::int64_t, clockedStateCount> clocksOf(const StageFigures &figures,
                                                     std::int64_t takenNs)
{
    std::array<std::int64_t, clockedStateCount> clocks = figures.stateNs;
    const auto state = static_cast<std::size_t>(figures.state);
    if (state < clocks.size() && figures.stateSinceNs > 0)
        clocks[state] += std::max<std::int64_t>(0, takenNs - figures.stateSinceNs);
    return clocks;
}

} // namespace

StateStrips::StateStrips(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setAccessibleName(tr("States of the stages in the last minute"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void StateStrips::addSample(const Snapshot &snapshot)
{
    m_takenNs = snapshot.takenNs;
    m_second = snapshot.takenNs / secondNs;
    std::vector<Strip> strips;
    strips.reserve(snapshot.stages.size());
    auto next = m_strips.begin(); // who leaves leaves the others in their order
    for (const StageSnapshot &stage : snapshot.stages) {
        const Clocks clocks = clocksOf(stage.figures, snapshot.takenNs);
        const auto known = std::ranges::find(next, m_strips.end(), stage.id, &Strip::id);
        Strip &strip = strips.emplace_back();
        if (known != m_strips.end()) {
            strip = std::move(*known);
            next = known + 1;
        } else {
            strip = {stage.id, stage.name, stage.figures.state, clocks, {Shares{}}, m_second};
        }
        strip.name = stage.name;
        strip.state = stage.figures.state;
        for (; strip.lastSecond < m_second; ++strip.lastSecond)
            strip.slices.emplace_back();
        while (std::ssize(strip.slices) > seconds)
            strip.slices.pop_front();
        for (std::size_t i = 0; i < clockedStateCount; ++i) {
            // A restarted stage's clocks begin anew.
            const std::int64_t passed = std::max<std::int64_t>(0, clocks[i] - strip.clocks[i]);
            strip.slices.back()[i] += static_cast<double>(passed) / static_cast<double>(secondNs);
        }
        strip.clocks = clocks;
    }
    m_strips = std::move(strips);
    describe();
    update();
}

void StateStrips::reset()
{
    m_strips.clear();
    m_cursor.reset();
    m_describedSecond = -1;
    update();
}

/// A screen reader hears what the stages do now, at most once a second.
void StateStrips::describe()
{
    if (std::exchange(m_describedSecond, m_second) == m_second)
        return;
    QStringList words;
    for (const Strip &strip : m_strips) {
        if (static_cast<std::size_t>(words.size()) == describedStages) {
            words += tr("and more stages");
            break;
        }
        words += tr("%1 %2").arg(strip.name, stateWord(strip.state));
    }
    setAccessibleDescription(words.join(QStringLiteral(", ")));
}

void StateStrips::setCursorAt(std::optional<double> moment)
{
    m_cursor = moment;
    update();
}

std::vector<StateStrips::Shares> StateStrips::shares(StageId stage) const
{
    const auto strip = std::ranges::find(m_strips, stage, &Strip::id);
    if (strip == m_strips.end())
        return {};
    return {strip->slices.begin(), strip->slices.end()};
}

QSize StateStrips::sizeHint() const
{
    const int em = fontMetrics().height();
    return {20 * em, 6 * em};
}

QSize StateStrips::minimumSizeHint() const
{
    const int em = fontMetrics().height();
    return {10 * em, 3 * em};
}

/// Where the slices are, beside the names and the letters.
QRectF StateStrips::strips() const
{
    double names = 0;
    for (const Strip &strip : m_strips)
        names = std::max(names, QFontMetricsF(font()).horizontalAdvance(strip.name));
    const double em = fontMetrics().height();
    names = std::min(names, width() * 0.3);
    return QRectF(rect()).adjusted(names + em / 2, 0, -1.5 * em, -em);
}

void StateStrips::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF all = strips();
    const double height = fontMetrics().height();
    const auto fit = static_cast<std::size_t>(all.height() / (height + rowGap));
    painter.setPen(palette().color(QPalette::WindowText));
    for (std::size_t i = 0; i < std::min(fit, m_strips.size()); ++i) {
        paintStrip(painter, m_strips[i],
                   {all.left(), all.top() + static_cast<double>(i) * (height + rowGap), all.width(),
                    height});
    }
    const QRectF below(all.left(), rect().bottom() - height, all.width(), height);
    if (m_strips.size() > fit) {
        painter.drawText(
            below, Qt::AlignHCenter,
            tr("+%1 more stages").arg(formatCount(static_cast<EventCount>(m_strips.size() - fit))));
    }
    painter.drawText(below, Qt::AlignLeft, tr("60 s ago"));
    painter.drawText(below, Qt::AlignRight, tr("now"));
    if (m_cursor) {
        const double x = all.right() + all.width() * *m_cursor / seconds;
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawLine(QPointF(x, all.top()), QPointF(x, all.bottom()));
    }
}

void StateStrips::paintStrip(QPainter &painter, const Strip &strip, const QRectF &row) const
{
    const QRectF name(0, row.top(), row.left() - fontMetrics().height() / 2.0, row.height());
    painter.drawText(
        name, Qt::AlignRight | Qt::AlignVCenter,
        fontMetrics().elidedText(strip.name, Qt::ElideMiddle, static_cast<int>(name.width())));
    painter.fillRect(row, CanvasColours(palette()).groove);
    const double width = row.width() / seconds;
    const std::int64_t age = m_second - strip.lastSecond;
    for (std::size_t i = 0; i < strip.slices.size(); ++i) {
        const auto before = static_cast<double>(strip.slices.size() - i) + static_cast<double>(age);
        double bottom = row.bottom();
        for (std::size_t state = 0; state < clockedStateCount; ++state) {
            const double share = std::min(1.0, strip.slices[i][state]);
            const double height = std::min(share * row.height(), bottom - row.top());
            if (height <= 0)
                continue;
            bottom -= height;
            const QRectF part(row.right() - before * width, bottom, width + 0.5, height);
            const QColor colour = stateColour(static_cast<StageState>(state));
            painter.fillRect(part, colour);
            painter.fillRect(
                part, QBrush(readableOn(colour), statePattern(static_cast<StageState>(state))));
        }
    }
    const QRectF letter(row.right() + 2, row.top(), 1.5 * fontMetrics().height(), row.height());
    painter.drawText(letter, Qt::AlignLeft | Qt::AlignVCenter, QString(stateLetter(strip.state)));
}

void StateStrips::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF all = strips();
    const double x = event->position().x();
    if (x < all.left() || x > all.right())
        Q_EMIT cursorMoved({});
    else
        Q_EMIT cursorMoved((x - all.right()) / all.width() * seconds);
    // The row under the pointer in words.
    const auto row = static_cast<std::size_t>(std::max(0.0, event->position().y() - all.top())
                                              / (fontMetrics().height() + rowGap));
    setToolTip(row < m_strips.size()
                   ? tr("%1 %2").arg(m_strips[row].name, stateWord(m_strips[row].state))
                   : QString());
}

void StateStrips::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    Q_EMIT cursorMoved({});
}

} // namespace sluice::ui
