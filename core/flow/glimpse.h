// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/batch.h"
#include "core/flow/eventcount.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace sluice {

/// The two ends of events that wait in line, as text.
///
/// Units: events. The texts are cut at textBytes bytes, between characters.
struct Glimpse
{
    static constexpr std::size_t textBytes = 200;

    EventCount count = 0;              ///< how many wait, shown or not
    std::vector<std::string> oldest{}; ///< the oldest first
    std::vector<std::string> newest{}; ///< the newest last; none that stands in oldest
};

/// \a text, or as much of its beginning as a Glimpse keeps.
[[nodiscard]] inline std::string cutForGlimpse(std::string text)
{
    if (text.size() <= Glimpse::textBytes)
        return text;
    std::size_t end = Glimpse::textBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U)
        --end; // not in the middle of a character of UTF-8
    text.resize(end);
    return text;
}

/// One event for a Glimpse: "?" if its type cannot write it, for looking at a stage may not stop it.
[[nodiscard]] inline std::string glimpseText(const Batch &batch, EventCount index)
{
    try {
        return cutForGlimpse(batch.textAt(index));
    } catch (...) {
        return "?";
    }
}

/// Looks at \a count events in the batches of \a entries, oldest first, and at no more than \a each
/// of either end; takes as long as those ends are.
template<class Entries>
[[nodiscard]] Glimpse glimpseOf(const Entries &entries, EventCount count, EventCount each)
{
    Glimpse seen{.count = count};
    EventCount missing = std::min(count, each);
    for (auto entry = entries.begin(); entry != entries.end() && missing > 0; ++entry) {
        const Batch &batch = entry->batch;
        for (EventCount i = 0; i < batch.size() && missing > 0; ++i, --missing)
            seen.oldest.push_back(glimpseText(batch, i));
    }
    missing = std::min(count - std::min(count, each), each);
    for (auto entry = entries.rbegin(); entry != entries.rend() && missing > 0; ++entry) {
        const Batch &batch = entry->batch;
        for (EventCount i = batch.size(); i > 0 && missing > 0; --i, --missing)
            seen.newest.push_back(glimpseText(batch, i - 1));
    }
    std::ranges::reverse(seen.newest);
    return seen;
}

} // namespace sluice
