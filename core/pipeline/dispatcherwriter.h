// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pipeline/dispatcherdescription.h"
#include "core/pipeline/jsonwriter.h"

namespace sluice {

/// The values of a pipeline file that DispatcherReader and ShareReader read.

[[nodiscard]] JsonOutput dispatcherOutput(const DispatcherDescription &dispatcher);
[[nodiscard]] JsonOutput selectorOutput(const SelectorDescription &selector);

/// A number where the name is one.
[[nodiscard]] JsonOutput partitionOutput(const std::string &partition);

} // namespace sluice
