// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace sluice::app {

/// What the program tells the shell.
inline constexpr int exitDone = 0;
inline constexpr int exitFailed =
    1; ///< a check failed, a stage crashed unsupervised, output was lost
inline constexpr int exitBadUse = 2; ///< a bad command line or a bad file

} // namespace sluice::app
