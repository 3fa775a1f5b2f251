// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace sluice::app {

/// What --help prints for \a command, one of run, check, kinds, screenshot; for anything else the
/// overview.
[[nodiscard]] QString helpText(const QString &command);

} // namespace sluice::app
