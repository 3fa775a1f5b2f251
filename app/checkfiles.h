// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline.h"

namespace sluice::app {

/// sluice check: says of every file whether it is right; returns the exit code.
[[nodiscard]] int checkFiles(const CheckCommand &command);

} // namespace sluice::app
