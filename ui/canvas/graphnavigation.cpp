// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/graphnavigation.h"

#include <QPointF>

#include <cmath>
#include <cstdint>
#include <tuple>

namespace sluice::ui {
namespace {

constexpr qreal asideWeight = 2; // what is straight ahead comes first

// How far way goes along the key's direction, and how far aside.
QPointF aheadAndAside(const QPointF &way, Qt::Key key)
{
    switch (key) {
    case Qt::Key_Left:
        return {-way.x(), way.y()};
    case Qt::Key_Right:
        return {way.x(), way.y()};
    case Qt::Key_Up:
        return {-way.y(), way.x()};
    case Qt::Key_Down:
        return {way.y(), way.x()};
    default:
        return {};
    }
}

} // namespace

std::optional<StageId> stageTowards(const GraphLayout &layout, StageId start, Qt::Key key)
{
    const auto from = layout.stages.find(start);
    if (from == layout.stages.end())
        return {};
    const bool isLevel = key == Qt::Key_Left || key == Qt::Key_Right;
    const QPointF origin = from->second.center();
    const int startLayer = layout.layers.at(start);

    std::optional<StageId> nearest;
    std::tuple<qreal, std::uint64_t> best;
    for (const auto &[id, rect] : layout.stages) {
        const QPointF way = aheadAndAside(rect.center() - origin, key);
        // Up and down stay in the layer, left and right leave it.
        if (id == start || way.x() <= 0 || isLevel == (layout.layers.at(id) == startLayer))
            continue;
        const std::tuple distance{way.x() + asideWeight * std::abs(way.y()), id.value};
        if (!nearest || distance < best) {
            nearest = id;
            best = distance;
        }
    }
    return nearest;
}

} // namespace sluice::ui
