// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace sluice {

/// Events go from one stage to another; stages are counted from 0.
struct StageEdge
{
    std::size_t from = 0;
    std::size_t to = 0;
};

/// The first of \a edges, added in order, that closes a cycle; nothing if none does.
///
/// Takes O((stages + edges) · log edges). Pre: the ends of all edges are below \a stageCount.
[[nodiscard]] std::optional<std::size_t> firstClosingEdge(std::size_t stageCount,
                                                          std::span<const StageEdge> edges);

} // namespace sluice
