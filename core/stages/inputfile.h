// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFile>
#include <QString>

#include <memory>

namespace sluice {

/// Opens the file at \a path, which may also be a resource (":/…"), for reading.
///
/// Errors: throws std::runtime_error that names the file, says why it cannot be read and what to do,
/// which makes a stage's reason. Folders, devices and pipes are refused: the latter may wait for ever.
[[nodiscard]] std::unique_ptr<QFile> openInputFile(const QString &path);

} // namespace sluice
