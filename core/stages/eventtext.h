// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/batch.h"

#include <string>

namespace sluice {

/// The event at \a index of \a events as one line: line feeds in its text are written as \n.
[[nodiscard]] std::string lineOf(const Batch &events, EventCount index);

/// The same as a JSON value: an integer as a number, anything else as a string. Bytes that are not
/// UTF-8 become U+FFFD.
[[nodiscard]] std::string jsonOf(const Batch &events, EventCount index);

} // namespace sluice
