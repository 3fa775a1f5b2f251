// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/motionitem.h"

#include "ui/panels/format.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sluice::ui {
namespace {

constexpr qreal textureSpeed = 4; // em a second
constexpr qreal tokenRoom = 3.6;  // em: from a stage to the middle of a token that is clear of it
constexpr qreal compactTokenRoom = 2.4;
constexpr qreal laneBegin = 0.7; // em: clear of the stage
constexpr qreal laneEnd = 1.4;   // em: the arrow head

struct MotionTexts
{
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};

const Lane &laneOf(const EdgeGeometry &edge, FlowDirection direction)
{
    return direction == FlowDirection::Downstream ? edge.events : edge.demand;
}

} // namespace

MotionItem::MotionItem(const CanvasStyle &style)
    : m_style(style)
{
    setZValue(2);
    setAcceptedMouseButtons(Qt::NoButton);
}

void MotionItem::setBounds(const QRectF &bounds)
{
    prepareGeometryChange();
    m_bounds = bounds;
}

void MotionItem::setMarks(std::vector<MovingMark> marks)
{
    const bool hasChanged = !marks.empty() || !m_marks.empty();
    m_marks = std::move(marks);
    if (hasChanged)
        update();
}

void MotionItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const Detail detail =
        detailAt(QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform()));
    painter->setRenderHint(QPainter::Antialiasing);
    for (const MovingMark &mark : m_marks)
        paintMark(*painter, mark, m_style, detail);
}

std::optional<MovingMark> tokenMark(const Token &token, double progress, const EdgeGeometry &edge)
{
    const bool isUpstream = token.direction == FlowDirection::Upstream;
    if (edge.isCompact && isUpstream && progress >= 1)
        return {}; // those of all the others would lie upon it
    const Lane &lane = laneOf(edge, token.direction);
    MovingMark mark;
    const qreal room = edge.isCompact ? compactTokenRoom : tokenRoom;
    const qreal begin = std::min(room * edge.em, lane.length() / 2);
    mark.place = lane.at(begin + progress * (lane.length() - 2 * begin));
    mark.direction = token.direction;
    mark.text = formatCount(token.count);
    if (!edge.isCompact)
        mark.text = isUpstream ? MotionTexts::tr("ask %1").arg(mark.text)
                               : MotionTexts::tr("events %1").arg(mark.text);
    return mark;
}

void appendTexture(std::vector<MovingMark> &marks, const EdgeGeometry &edge,
                   FlowDirection direction, std::int64_t nowNs, qreal step)
{
    const Lane &lane = laneOf(edge, direction);
    const qreal way = static_cast<qreal>(nowNs) * 1e-9 * textureSpeed * edge.em;
    const qreal begin = laneBegin * edge.em;
    for (qreal at = begin + std::fmod(way, step); at < lane.length() - laneEnd * edge.em;
         at += step)
        marks.push_back({lane.at(at), direction, {}});
}

} // namespace sluice::ui
