// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/partitionhash.h"

#include <stdexcept>

namespace sluice {
namespace {

constexpr std::size_t namedInTexts = 20;

} // namespace

PartitionNames::PartitionNames(std::vector<std::string> names)
    : m_names(std::move(names))
{
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        m_indexes.emplace(m_names[i], i);
        m_isNumbered = m_isNumbered && m_names[i] == std::to_string(i);
    }
}

std::optional<std::size_t> PartitionNames::find(const std::string &name) const
{
    const auto known = m_indexes.find(name);
    return known == m_indexes.end() ? std::nullopt : std::optional(known->second);
}

std::size_t PartitionNames::indexOf(const PartitionKey &key, const Batch &batch,
                                    EventCount event) const
{
    if (key.number && m_isNumbered) {
        if (*key.number >= 0 && *key.number < static_cast<std::int64_t>(size()))
            return static_cast<std::size_t>(*key.number);
    } else if (const auto index = find(key.toText())) {
        return *index;
    }
    throw std::runtime_error("unknown partition " + key.toText() + " for the event "
                             + batch.textAt(event) + "; there are " + text());
}

std::string PartitionNames::text() const
{
    std::string all;
    for (std::size_t i = 0; i < m_names.size() && i < namedInTexts; ++i)
        all += (i == 0 ? "" : ", ") + m_names[i];
    if (m_names.size() > namedInTexts)
        all += " and " + std::to_string(m_names.size() - namedInTexts) + " more";
    return all;
}

PartitionedBatch sortByStableHash(const Batch &batch, EventCount most, const PartitionNames &names)
{
    PartitionedBatch sorted;
    std::map<std::size_t, std::vector<EventCount>> places;
    for (; sorted.looked < most && sorted.looked < batch.size(); ++sorted.looked) {
        const std::uint64_t hash = batch.type()->stableHash(batch.at(sorted.looked));
        places[static_cast<std::size_t>(hash % names.size())].push_back(sorted.looked);
    }
    for (const auto &[partition, events] : places)
        sorted.parts.emplace_back(partition, batch.picked(events));
    return sorted;
}

} // namespace sluice
