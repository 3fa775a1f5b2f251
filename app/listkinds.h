// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/stagecatalog.h"
#include "app/commandline.h"

#include <QByteArray>

namespace sluice::app {

/// The kinds of \a catalog with their options, for people or for machines.
[[nodiscard]] QByteArray kindsText(const StageCatalog &catalog, OutputFormat format);

} // namespace sluice::app
