// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/filter.h"

#include "core/stages/prime.h"

namespace sluice {

namespace {

template<class Predicate>
std::vector<Integer> keepIf(std::span<const Integer> numbers, Predicate isWanted)
{
    std::vector<Integer> kept(numbers.size());
    std::size_t count = 0;
    for (const Integer number : numbers) {
        // Written always, counted sometimes: nothing here for the processor to guess.
        kept[count] = number;
        count += static_cast<std::size_t>(isWanted(number));
    }
    kept.resize(count);
    return kept;
}

} // namespace

std::vector<Integer> Filter::handleEvents(std::span<const Integer> numbers, const From &)
{
    switch (m_options.keep) {
    case Keep::Even:
        return keepIf(numbers, [](Integer number) { return number % 2 == 0; });
    case Keep::Odd:
        return keepIf(numbers, [](Integer number) { return number % 2 != 0; });
    case Keep::Prime:
        return keepIf(numbers, isPrime);
    case Keep::Multiple:
        break;
    }
    return keepIf(numbers, [of = m_options.of](Integer number) { return number % of == 0; });
}

} // namespace sluice
