// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/producerconsumer.h"

#include <string>

namespace sluice {

/// The line of sha256sum for the file at \a path: its SHA-256 in hexadecimal, two spaces, the path.
///
/// Threads: any. Errors: throws std::runtime_error, naming a file that cannot be read.
[[nodiscard]] std::string sha256Line(const std::string &path);

/// Turns the path of each file into its sha256Line(). `sha256sum --check` reads them.
///
/// Threads: as Behaviour; a file is read to its end in one call, so large ones take their time.
/// Errors: a file that cannot be read crashes the stage, naming the file.
class Sha256 final : public ProducerConsumer<std::string, std::string>
{
public:
    std::vector<std::string> handleEvents(std::span<const std::string> paths,
                                          const From &from) override;
};

} // namespace sluice
