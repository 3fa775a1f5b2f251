// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline.h"

namespace sluice::app {

/// Makes Qt draw without a display, unless the user chose otherwise. Before the QApplication.
void drawOffscreen();

/// sluice screenshot: opens the window, lets it run, and writes a picture of it; returns the exit
/// code.
///
/// Pre: there is a QApplication.
[[nodiscard]] int takeScreenshot(const ScreenshotCommand &command);

} // namespace sluice::app
