// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointF>

#include <vector>

class QColor;
class QPainter;

namespace sluice::ui {

/// How many different marks there are; after that they begin again.
inline constexpr int markerCount = 8;

/// Draws mark number \a marker around \a centre: disc, square, triangle, diamond, ring …
void paintMarker(QPainter &painter, int marker, QPointF centre, double size, const QColor &colour);

/// The height down to which labels at \a wanted have their names, when a column of \a height has
/// no room for all of them at \a spacing: those further down, where least happens, go without.
[[nodiscard]] double lowestNamed(std::vector<double> wanted, double spacing, double height);

/// Where labels go that belong at the heights \a wanted: each as near as possible, none closer
/// to the next than \a spacing, all within \a top and \a bottom as far as they fit.
[[nodiscard]] std::vector<double> spreadOut(const std::vector<double> &wanted, double spacing,
                                            double top, double bottom);

} // namespace sluice::ui
