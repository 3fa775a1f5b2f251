// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/historygeometry.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace sluice::ui {
namespace {

QRectF columnOf(const QRectF &strip, std::size_t index, std::size_t count)
{
    const qreal width = strip.width() / static_cast<qreal>(StageHistory::mostSlices);
    const auto fromRight = static_cast<qreal>(count - index);
    return {strip.right() - fromRight * width, strip.top(), width, strip.height()};
}

std::optional<StageState> prevailing(const StageSlice &slice)
{
    for (std::size_t i = 0; i < slice.shares.size(); ++i) {
        if (slice.shares[i] > 0.5)
            return static_cast<StageState>(i);
    }
    return {};
}

} // namespace

std::vector<StripPart> stripParts(const QRectF &strip, const StageHistory::Slices &slices)
{
    std::vector<StripPart> parts;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        const QRectF column = columnOf(strip, i, slices.size());
        qreal bottom = column.bottom();
        for (std::size_t state = 0; state < slices[i].shares.size(); ++state) {
            const qreal height = column.height() * slices[i].shares[state];
            if (height <= 0)
                continue;
            bottom -= height;
            parts.push_back(
                {{column.left(), bottom, column.width(), height}, static_cast<StageState>(state)});
        }
    }
    return parts;
}

std::vector<StripRun> stripRuns(const QRectF &strip, const StageHistory::Slices &slices)
{
    std::vector<StripRun> runs;
    std::optional<StageState> before;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        const std::optional<StageState> state = prevailing(slices[i]);
        const QRectF column = columnOf(strip, i, slices.size());
        if (state && state == before)
            runs.back().rect |= column;
        else if (state)
            runs.push_back({column, *state});
        before = state;
    }
    return runs;
}

std::vector<QRectF> stripGaps(const QRectF &strip, const StageHistory::Slices &slices)
{
    std::vector<QRectF> gaps;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        if (!slices[i].isSeen)
            gaps.push_back(columnOf(strip, i, slices.size()));
    }
    return gaps;
}

std::vector<QPolygonF> sparkLines(const QRectF &plot, const StageHistory::Slices &slices,
                                  double peak)
{
    std::vector<QPolygonF> lines;
    bool isOpen = false;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        if (!slices[i].isSeen) {
            isOpen = false;
            continue;
        }
        if (!isOpen)
            lines.emplace_back();
        isOpen = true;
        const QRectF column = columnOf(plot, i, slices.size());
        const double share = peak > 0 ? std::clamp(slices[i].perSecond / peak, 0.0, 1.0) : 0;
        lines.back() += QPointF(column.center().x(), plot.bottom() - share * plot.height());
    }
    return lines;
}

} // namespace sluice::ui
