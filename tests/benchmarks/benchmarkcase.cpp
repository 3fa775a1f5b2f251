// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "tests/benchmarks/benchmarkcase.h"

#include <algorithm>

namespace sluice::bench {
namespace {

constexpr int mostDedicatedConsumers = 100;

} // namespace

const std::vector<BenchmarkCase> &benchmarkCases()
{
    static const std::vector<BenchmarkCase> cases{
        {QStringLiteral("demand-1"), 1},
        {QStringLiteral("demand-10"), 10},
        {QStringLiteral("demand-100"), 100},
        {QStringLiteral("demand-1000"), 1000},
        {QStringLiteral("demand-10000"), 10000},
        {QStringLiteral("consumers-2"), 1000, 2},
        {QStringLiteral("consumers-10"), 1000, 10},
        {QStringLiteral("consumers-100"), 1000, 100},
        {QStringLiteral("consumers-1000"), 1000, 1000},
        {QStringLiteral("consumers-10000"), 1000, 10000},
        {QStringLiteral("broadcast-10"), 1000, 10, Shape::Broadcast},
        {QStringLiteral("broadcast-100"), 1000, 100, Shape::Broadcast},
        {QStringLiteral("partition-10"), 1000, 10, Shape::Partition},
        {QStringLiteral("chain-5"), 1000, 1, Shape::Chain},
        {QStringLiteral("slow-consumer"), 1000, 1, Shape::Slow},
        {QStringLiteral("sampled"), 1000, 1, Shape::Sampled},
    };
    return cases;
}

const BenchmarkCase *findCase(const QString &name)
{
    const auto &cases = benchmarkCases();
    const auto found =
        std::ranges::find_if(cases, [&](const BenchmarkCase &entry) { return entry.name == name; });
    return found == cases.end() ? nullptr : &*found;
}

std::vector<QString> placementsOf(const BenchmarkCase &entry)
{
    std::vector<QString> placements{QStringLiteral("shared:1"), QStringLiteral("shared:2")};
    if (entry.consumers <= mostDedicatedConsumers)
        placements.push_back(QStringLiteral("dedicated"));
    return placements;
}

} // namespace sluice::bench
