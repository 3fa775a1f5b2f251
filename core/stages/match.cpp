// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/match.h"

#include <algorithm>
#include <iterator>

namespace sluice {

std::vector<std::string> Match::handleEvents(std::span<const std::string> texts, const From &)
{
    std::vector<std::string> kept;
    std::ranges::copy_if(texts, std::back_inserter(kept), [this](const std::string &text) {
        return m_matcher.matches(text) == (m_keep == Keep::Matching);
    });
    return kept;
}

} // namespace sluice
