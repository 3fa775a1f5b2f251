// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/producerconsumer.h"

#include <string>

namespace sluice {

/// Turns the path of each file into a line as sha256sum prints it: the file's SHA-256 in
/// hexadecimal, two spaces, the path. `sha256sum --check` reads them.
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
