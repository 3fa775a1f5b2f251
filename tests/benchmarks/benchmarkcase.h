// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/eventcount.h"

#include <QString>

#include <vector>

namespace sluice::bench {

/// How the stages of a case are joined: a counter, a filter that keeps even numbers, consumers.
enum class Shape : unsigned char {
    Line,      ///< counter > filter > consumers
    Broadcast, ///< a line whose filter sends every number to every consumer
    Partition, ///< a line whose filter has a partition for each consumer
    Chain,     ///< counter > filter > two stages that pass numbers on > consumer
    Slow,      ///< a line whose consumer works on each number
    Sampled    ///< a line with a snapshot taken 30 times a second
};

/// One thing that is measured.
struct BenchmarkCase
{
    QString name;
    EventCount maxDemand = 1000;
    int consumers = 1;
    Shape shape = Shape::Line;
};

/// All cases, in the order of the table.
[[nodiscard]] const std::vector<BenchmarkCase> &benchmarkCases();

[[nodiscard]] const BenchmarkCase *findCase(const QString &name);

/// Where its stages can run; a thread for each of thousands of consumers is nothing to measure.
[[nodiscard]] std::vector<QString> placementsOf(const BenchmarkCase &entry);

} // namespace sluice::bench
