// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// What moc reads before every header. Qt 6.4's moc cannot parse libstdc++ 12's <compare>, and what
// includes it, unless a plainer header of the library has set up its macros.

#pragma once

#include <cstddef>
