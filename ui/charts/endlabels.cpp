// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/endlabels.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>
#include <numeric>

namespace sluice::ui {
namespace {

void paintHollow(QPainter &painter, int marker, const QRectF &box)
{
    painter.setBrush(Qt::NoBrush);
    switch (marker) {
    case 5:
        painter.drawRect(box);
        break;
    case 6:
        painter.drawLine(box.topLeft(), box.bottomRight());
        painter.drawLine(box.topRight(), box.bottomLeft());
        break;
    case 7:
        painter.drawLine(QPointF(box.center().x(), box.top()),
                         QPointF(box.center().x(), box.bottom()));
        painter.drawLine(QPointF(box.left(), box.center().y()),
                         QPointF(box.right(), box.center().y()));
        break;
    default:
        painter.drawEllipse(box);
    }
}

} // namespace

void paintMarker(QPainter &painter, int marker, QPointF centre, double size, const QColor &colour)
{
    const QRectF box(centre.x() - size / 2, centre.y() - size / 2, size, size);
    const int shape = marker % markerCount;
    painter.setPen(QPen(colour, shape < 4 ? 1.0 : 2.0));
    painter.setBrush(colour);
    switch (shape) {
    case 0:
        painter.drawEllipse(box);
        break;
    case 1:
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
        break;
    case 2:
        painter.drawPolygon(
            QPolygonF{{box.center().x(), box.top()}, box.bottomRight(), box.bottomLeft()});
        break;
    case 3:
        painter.drawPolygon(QPolygonF{{box.center().x(), box.top() - 1},
                                      {box.right() + 1, box.center().y()},
                                      {box.center().x(), box.bottom() + 1},
                                      {box.left() - 1, box.center().y()}});
        break;
    default:
        paintHollow(painter, shape, box);
    }
}

double lowestNamed(std::vector<double> wanted, double spacing, double height)
{
    const auto room = static_cast<std::size_t>(height / spacing) + 1;
    if (wanted.empty() || wanted.size() <= room)
        return std::numeric_limits<double>::infinity();
    std::ranges::sort(wanted);
    // Of several at the same height either all have room or none has.
    const double beyond = wanted[room];
    const auto first = std::ranges::lower_bound(wanted, beyond);
    return first == wanted.begin() ? -std::numeric_limits<double>::infinity() : *std::prev(first);
}

std::vector<double> spreadOut(const std::vector<double> &wanted, double spacing, double top,
                              double bottom)
{
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&wanted](std::size_t i) { return wanted[i]; });

    std::vector<double> placed = wanted;
    double next = top;
    for (std::size_t i : order) {
        placed[i] = std::max(placed[i], next);
        next = placed[i] + spacing;
    }
    // What was pushed out below moves up again, and the others before it.
    double limit = bottom;
    for (auto i = order.rbegin(); i != order.rend(); ++i) {
        placed[*i] = std::min(placed[*i], limit);
        limit = placed[*i] - spacing;
    }
    return placed;
}

} // namespace sluice::ui
