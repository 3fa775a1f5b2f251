// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace sluice {
struct StageKind;
}

namespace sluice::ui {

/// What stages of \a kind do, in the user's language.
[[nodiscard]] QString kindSummary(const StageKind &kind);

/// The same, and why it cannot be added if it cannot.
[[nodiscard]] QString kindHelp(const StageKind &kind);

} // namespace sluice::ui
