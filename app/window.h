// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline.h"

namespace sluice::app {

/// Whether windows can be opened at all; says so on standard error if not.
[[nodiscard]] bool hasDisplay();

/// sluice, sluice FILE: shows the window until it is closed; returns the exit code.
///
/// Pre: there is a QApplication.
[[nodiscard]] int showWindow(const WindowCommand &command);

} // namespace sluice::app
