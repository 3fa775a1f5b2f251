// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/flow/ids.h"
#include "ui/canvas/graphlayout.h"

#include <qnamespace.h>

#include <optional>

namespace sluice::ui {

/// The nearest stage from \a start in the direction of the arrow key \a key, if there is one.
[[nodiscard]] std::optional<StageId> stageTowards(const GraphLayout &layout, StageId start,
                                                  Qt::Key key);

} // namespace sluice::ui
