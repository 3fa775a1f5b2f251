// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/counter.h"

#include <algorithm>
#include <limits>

namespace sluice {

namespace {

using Limits = std::numeric_limits<Integer>;

std::uint64_t stepsTo(Integer last, Integer first, Integer step)
{
    const auto from = static_cast<std::uint64_t>(first);
    const auto to = static_cast<std::uint64_t>(last);
    const auto stride = static_cast<std::uint64_t>(step);
    // Two's complement: the differences fit 64 bits without a sign.
    return step > 0 ? (to - from) / stride : (from - to) / (0 - stride);
}

} // namespace

Counter::Counter(const Options &options)
    : m_step(static_cast<std::uint64_t>(options.step))
    , m_next(static_cast<std::uint64_t>(options.first))
    , m_stepsLeft(stepsTo(options.last.value_or(options.step > 0 ? Limits::max() : Limits::min()),
                          options.first, options.step))
{
}

std::vector<Integer> Counter::handleDemand(EventCount demand)
{
    if (m_isFinished)
        return {};
    const std::uint64_t steps = std::min(static_cast<std::uint64_t>(demand) - 1, m_stepsLeft);
    std::vector<Integer> numbers(static_cast<std::size_t>(steps + 1));
    std::uint64_t next = m_next; // in a register, whatever the compiler thinks of m_next
    for (Integer &number : numbers) {
        number = static_cast<Integer>(next);
        next += m_step;
    }
    m_next = next;
    m_isFinished = steps == m_stepsLeft;
    m_stepsLeft -= m_isFinished ? steps : steps + 1;
    return numbers;
}

} // namespace sluice
