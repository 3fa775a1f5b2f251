// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/producerconsumer.h"

namespace sluice {

/// Lets some numbers through and drops the others.
///
/// Threads, errors: as Behaviour.
class Filter final : public ProducerConsumer<Integer, Integer>
{
public:
    enum class Keep : unsigned char { Even, Odd, Prime, Multiple };

    struct Options
    {
        Keep keep = Keep::Even;
        Integer of = 2; ///< for Multiple: of what; >= 1
    };

    explicit Filter(const Options &options)
        : m_options(options)
    {
    }

    std::vector<Integer> handleEvents(std::span<const Integer> numbers, const From &from) override;

private:
    Options m_options;
};

} // namespace sluice
