// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/cyclecheck.h"

namespace sluice {

namespace {

/// Takes away stages that nothing leads to until none is left, or a cycle (Kahn's algorithm).
bool hasCycle(std::size_t stageCount, std::span<const StageEdge> edges)
{
    std::vector<std::vector<std::size_t>> next(stageCount);
    std::vector<std::size_t> incoming(stageCount, 0);
    for (const StageEdge &edge : edges) {
        next[edge.from].push_back(edge.to);
        ++incoming[edge.to];
    }
    std::vector<std::size_t> free;
    for (std::size_t stage = 0; stage < stageCount; ++stage) {
        if (incoming[stage] == 0)
            free.push_back(stage);
    }
    std::size_t taken = 0;
    for (; !free.empty(); ++taken) {
        const std::size_t stage = free.back();
        free.pop_back();
        for (const std::size_t follower : next[stage]) {
            if (--incoming[follower] == 0)
                free.push_back(follower);
        }
    }
    return taken < stageCount;
}

} // namespace

std::optional<std::size_t> firstClosingEdge(std::size_t stageCount,
                                            std::span<const StageEdge> edges)
{
    if (!hasCycle(stageCount, edges))
        return std::nullopt;
    // A cycle stays one when more edges come, so the first closing edge can be searched by halves.
    std::size_t without = 0; // as many edges make none
    std::size_t with = edges.size();
    while (with - without > 1) {
        const std::size_t middle = without + (with - without) / 2;
        (hasCycle(stageCount, edges.first(middle)) ? with : without) = middle;
    }
    return with - 1;
}

} // namespace sluice
