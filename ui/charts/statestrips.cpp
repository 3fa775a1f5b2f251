// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/statestrips.h"

#include "ui/canvas/groupview.h"
#include "ui/panels/format.h"
#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace sluice::ui {
namespace {

constexpr int rowGap = 3;
constexpr std::size_t describedStages = 12;

} // namespace

StateStrips::StateStrips(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setAccessibleName(tr("States of the stages in the last minute"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void StateStrips::addSample(const Snapshot &snapshot, const GroupedSnapshot &sample)
{
    const bool isFirst = m_strips.empty();
    m_strips.clear();
    for (const StageSnapshot &node : sample.shown.stages) {
        Strip &strip = m_strips.emplace_back();
        strip = {node.id, node.name, node.figures.state, {node.id}};
        const auto group = sample.groups.find(node.id);
        if (group == sample.groups.end())
            continue;
        strip.name = groupName(node, group->second);
        strip.state = groupState(group->second);
        strip.members.clear();
        for (const StageSnapshot *member : group->second.members)
            strip.members.push_back(member->id);
    }
    if (m_history.update(snapshot) || isFirst)
        describe();
    update();
}

void StateStrips::reset()
{
    m_strips.clear();
    m_history = {};
    m_cursor.reset();
    update();
}

/// A screen reader hears what the stages do now, at most once a second.
void StateStrips::describe()
{
    QStringList words;
    for (const Strip &strip : m_strips) {
        if (static_cast<std::size_t>(words.size()) == describedStages) {
            words += tr("and more stages");
            break;
        }
        words += wordsOf(strip);
    }
    setAccessibleDescription(words.join(QStringLiteral(", ")));
}

QString StateStrips::labelOf(const Strip &strip)
{
    return strip.members.size() == 1 ? strip.name : tr("%1, mean").arg(strip.name);
}

QString StateStrips::wordsOf(const Strip &strip)
{
    const QString words = strip.members.size() == 1 ? tr("%1 %2") : tr("%1 mostly %2");
    return words.arg(strip.name, stateWord(strip.state));
}

void StateStrips::setCursorAt(std::optional<double> moment)
{
    m_cursor = moment;
    update();
}

StageHistory::Slices StateStrips::slices(StageId node) const
{
    const auto strip = std::ranges::find(m_strips, node, &Strip::node);
    return strip == m_strips.end() ? StageHistory::Slices() : slicesOf(*strip);
}

StageHistory::Slices StateStrips::slicesOf(const Strip &strip) const
{
    return strip.members.size() == 1 ? m_history.slices(strip.node)
                                     : groupHistory(strip.members, m_history);
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
        names = std::max(names, QFontMetricsF(font()).horizontalAdvance(labelOf(strip)));
    const double em = fontMetrics().height();
    names = std::min(std::ceil(names), width() * 0.3); // whole pixels, or the widest is cut
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
        fontMetrics().elidedText(labelOf(strip), Qt::ElideMiddle, static_cast<int>(name.width())));
    painter.fillRect(row, CanvasColours(palette()).groove);
    const double width = row.width() / seconds;
    const StageHistory::Slices slices = slicesOf(strip);
    for (std::size_t i = 0; i < slices.size(); ++i) {
        const auto before = static_cast<double>(slices.size() - i);
        double bottom = row.bottom();
        for (std::size_t state = 0; state < clockedStateCount; ++state) {
            const double height =
                std::min(slices[i].shares[state] * row.height(), bottom - row.top());
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
    setToolTip(row < m_strips.size() ? wordsOf(m_strips[row]) : QString());
}

void StateStrips::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    Q_EMIT cursorMoved({});
}

} // namespace sluice::ui
