// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/producerconsumer.h"

namespace sluice {

/// Adds a number to each event, or multiplies each by one.
///
/// Threads: as Behaviour.
/// Errors: a result beyond what an Integer holds crashes the stage (std::overflow_error).
class Map final : public ProducerConsumer<Integer, Integer>
{
public:
    enum class Do : unsigned char { Add, Multiply };

    struct Options
    {
        Do operation = Do::Add;
        Integer by = 1;
    };

    explicit Map(const Options &options)
        : m_options(options)
    {
    }

    std::vector<Integer> handleEvents(std::span<const Integer> numbers, const From &from) override;

private:
    [[nodiscard]] bool overflows(Integer number, Integer &result) const;

    Options m_options;
};

} // namespace sluice
