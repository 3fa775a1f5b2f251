// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/producer.h"

#include <cstdint>
#include <optional>

namespace sluice {

/// Counts from a first number in equal steps, as fast as it is asked to, up to a last number or
/// to the end of what an Integer can hold. It never wraps around.
///
/// Threads, errors: as Behaviour.
class Counter final : public Producer<Integer>
{
public:
    struct Options
    {
        Integer first = 0;
        Integer step = 1;            ///< not 0
        std::optional<Integer> last; ///< not on the far side of first; empty: no end
    };

    /// Pre: the options are as their comments say.
    explicit Counter(const Options &options);

    std::vector<Integer> handleDemand(EventCount demand) override;

    [[nodiscard]] bool isFinished() const override { return m_isFinished; }

private:
    // Constant after construction. Unsigned, because going round is defined there.
    std::uint64_t m_step;

    // Changed only by handleDemand().
    std::uint64_t m_next;
    std::uint64_t m_stepsLeft; // numbers that follow m_next
    bool m_isFinished = false;
};

} // namespace sluice
