// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/prime.h"

#include <array>
#include <bit>
#include <cstdint>

namespace sluice {

namespace {

__extension__ using Wide = unsigned __int128;

// As bases these decide every number below 3.3e24 (Sorenson and Webster, 2015).
constexpr std::array<std::uint64_t, 12> smallPrimes = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37};

std::uint64_t product(std::uint64_t a, std::uint64_t b, std::uint64_t modulus)
{
    return static_cast<std::uint64_t>(static_cast<Wide>(a) * b % modulus);
}

std::uint64_t power(std::uint64_t base, std::uint64_t exponent, std::uint64_t modulus)
{
    std::uint64_t result = 1;
    for (; exponent != 0; exponent >>= 1) {
        if ((exponent & 1) != 0)
            result = product(result, base, modulus);
        base = product(base, base, modulus);
    }
    return result;
}

/// One round of Miller and Rabin. Pre: \a number is odd and above \a base.
bool isWitness(std::uint64_t base, std::uint64_t number)
{
    const int twos = std::countr_zero(number - 1);
    std::uint64_t value = power(base, (number - 1) >> twos, number);
    if (value == 1 || value == number - 1)
        return false;
    for (int i = 1; i < twos; ++i) {
        value = product(value, value, number);
        if (value == number - 1)
            return false;
    }
    return true;
}

} // namespace

bool isPrime(Integer number)
{
    if (number < 2)
        return false;
    const auto candidate = static_cast<std::uint64_t>(number);
    for (const std::uint64_t prime : smallPrimes) {
        if (candidate % prime == 0)
            return candidate == prime;
    }
    if (candidate < 41 * 41)
        return true;
    for (const std::uint64_t base : smallPrimes) {
        if (isWitness(base, candidate))
            return false;
    }
    return true;
}

} // namespace sluice
