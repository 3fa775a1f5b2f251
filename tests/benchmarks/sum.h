// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/consumer.h"

namespace sluice::bench {

/// Reads every number it is given, and does no more with it than a consumer must.
class Sum final : public Consumer<Integer>
{
public:
    void handleEvents(std::span<const Integer> numbers, const From &) override
    {
        for (const Integer number : numbers)
            m_sum += static_cast<std::uint64_t>(number);
    }

    [[nodiscard]] std::uint64_t sum() const { return m_sum; }

private:
    std::uint64_t m_sum = 0; // without a sign: it goes round
};

} // namespace sluice::bench
