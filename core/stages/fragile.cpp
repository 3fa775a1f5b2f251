// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/fragile.h"

#include <stdexcept>
#include <string>

namespace sluice {

std::vector<Integer> Fragile::handleEvents(std::span<const Integer> numbers, const From &)
{
    const EventCount left = m_options.every - m_taken;
    const auto count = static_cast<EventCount>(numbers.size());
    if (count >= left) {
        const Integer number = numbers[static_cast<std::size_t>(left - 1)];
        throw std::runtime_error("broke at " + std::to_string(number));
    }
    m_taken += count;
    return {numbers.begin(), numbers.end()};
}

} // namespace sluice
