// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/benchmarks/measurement.h"

#include <QString>

#include <vector>

namespace sluice::bench {

/// All runs of one case in one placement, or of one peer.
struct Series
{
    QString name;      ///< of the case or the peer
    QString placement; ///< empty for a peer
    std::vector<Measurement> runs;
};

/// The middle value, and half of the distance from the least to the most in parts of it.
struct Spread
{
    double median = 0;
    double part = 0;
};

[[nodiscard]] Spread spreadOf(std::vector<double> values);

/// As a table for people.
void printTable(const std::vector<Series> &all);

/// One JSON object a line.
void printJson(const std::vector<Series> &all);

} // namespace sluice::bench
