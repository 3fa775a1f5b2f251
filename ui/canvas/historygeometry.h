// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/telemetry/stagefigures.h"
#include "ui/models/stagehistory.h"

#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace sluice::ui {

/// One state's part of one slice.
struct StripPart
{
    QRectF rect;
    StageState state = StageState::Busy;
};

/// Slices in a row that the same state prevails in.
struct StripRun
{
    QRectF rect;
    StageState state = StageState::Busy;
};

/// The slices from left to right, the newest at the right end of \a strip; in each of them the
/// states from bottom to top, as high as their shares.
[[nodiscard]] std::vector<StripPart> stripParts(const QRectF &strip,
                                                const StageHistory::Slices &slices);

/// Where a state has more than half of every slice in a row.
[[nodiscard]] std::vector<StripRun> stripRuns(const QRectF &strip,
                                              const StageHistory::Slices &slices);

/// The slices nobody has seen.
[[nodiscard]] std::vector<QRectF> stripGaps(const QRectF &strip,
                                            const StageHistory::Slices &slices);

/// Lines of the events a second, one for each stretch without a gap; \a peak is at the top of
/// \a plot, the newest slice at its right end.
[[nodiscard]] std::vector<QPolygonF> sparkLines(const QRectF &plot,
                                                const StageHistory::Slices &slices, double peak);

} // namespace sluice::ui
