// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/eventcount.h"

namespace sluice {

/// Whether \a number is prime; exact for every Integer. Numbers below 2 are not.
[[nodiscard]] bool isPrime(Integer number);

} // namespace sluice
