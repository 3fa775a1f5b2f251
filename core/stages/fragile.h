// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/eventtype.h"
#include "core/stage/producerconsumer.h"

#include <vector>

namespace sluice {

/// Passes numbers on and fails at every so many, to show what a crash does and who comes back.
///
/// Errors: std::runtime_error that names the number it failed at; the stage then crashes, and a
/// restarted one counts from the start.
class Fragile final : public ProducerConsumer<Integer, Integer>
{
public:
    struct Options
    {
        EventCount every = 10; ///< fails at this event of its life; at least 1
    };

    explicit Fragile(const Options &options)
        : m_options(options)
    {
    }

    std::vector<Integer> handleEvents(std::span<const Integer> numbers, const From &from) override;

private:
    Options m_options; // constant
    EventCount m_taken = 0;
};

} // namespace sluice
