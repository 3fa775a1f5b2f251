// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/map.h"

#include <stdexcept>
#include <string>

namespace sluice {

std::vector<Integer> Map::handleEvents(std::span<const Integer> numbers, const From &)
{
    std::vector<Integer> results(numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (overflows(numbers[i], results[i])) {
            throw std::overflow_error(
                std::to_string(numbers[i]) + (m_options.operation == Do::Add ? " + " : " * ")
                + std::to_string(m_options.by) + " does not fit an integer of 64 bits");
        }
    }
    return results;
}

bool Map::overflows(Integer number, Integer &result) const
{
    return m_options.operation == Do::Add ? __builtin_add_overflow(number, m_options.by, &result)
                                          : __builtin_mul_overflow(number, m_options.by, &result);
}

} // namespace sluice
