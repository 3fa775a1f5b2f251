// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"
#include "core/telemetry/stagenotes.h"

#include <QString>

/// What stages and their supervisor have to tell a person, in sentences.
namespace sluice::ui {

/// \a partner: the stage at the other end of the note's subscription; empty: it has left.
[[nodiscard]] QString noteText(const StageNote &note, const QString &partner);

[[nodiscard]] QString restartText(int restarts);

[[nodiscard]] QString supervisionEndText(const SupervisionEnd &end);

} // namespace sluice::ui
