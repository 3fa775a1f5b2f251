// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/models/whywaiting.h"

#include <QString>

namespace sluice::ui {

/// \a why as a sentence, such as "numbers waits for demand from evens; evens waits for demand from
/// printer; printer is busy (100 %, 2 ms per event)". \a snapshot has the names.
[[nodiscard]] QString whyText(const WhyWaiting &why, const Snapshot &snapshot);

} // namespace sluice::ui
