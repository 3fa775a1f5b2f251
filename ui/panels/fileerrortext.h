// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/pipelinefile.h"

#include <QString>

namespace sluice::ui {

/// What is wrong, in words for the message bar: file, line, JSON pointer, what was found and what
/// was expected, without the parts that do not apply.
[[nodiscard]] QString fileErrorText(const PipelineFileError &error);

} // namespace sluice::ui
