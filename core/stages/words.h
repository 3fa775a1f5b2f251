// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/producerconsumer.h"

#include <string>

namespace sluice {

/// Cuts lines into words: letters, digits and marks of any script (Unicode), with the apostrophes
/// between them. Everything else separates.
///
/// Threads, errors: as Behaviour. Bytes that are not UTF-8 separate too.
class Words final : public ProducerConsumer<std::string, std::string>
{
public:
    enum class Letters : unsigned char { AsTheyAre, Lower };

    explicit Words(Letters letters)
        : m_letters(letters)
    {
    }

    std::vector<std::string> handleEvents(std::span<const std::string> lines,
                                          const From &from) override;

private:
    Letters m_letters;
};

} // namespace sluice
