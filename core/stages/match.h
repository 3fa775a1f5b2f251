// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/producerconsumer.h"
#include "core/stages/textmatcher.h"

namespace sluice {

/// Lets the texts through that meet a condition, or those that do not.
///
/// Threads, errors: as Behaviour.
class Match final : public ProducerConsumer<std::string, std::string>
{
public:
    enum class Keep : unsigned char { Matching, Others };

    Match(const TextCondition &condition, Keep keep)
        : m_matcher(condition)
        , m_keep(keep)
    {
    }

    std::vector<std::string> handleEvents(std::span<const std::string> texts,
                                          const From &from) override;

private:
    TextMatcher m_matcher;
    Keep m_keep;
};

} // namespace sluice
