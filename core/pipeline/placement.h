// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace sluice {

/// Which threads the stages of a pipeline run on; a stage can choose otherwise for itself
/// (StageOptions::thread).
struct Placement
{
    enum class Kind : unsigned char {
        Dedicated, ///< each stage has a thread of its own
        Shared     ///< all stages share a few threads
    };

    static constexpr int threadLimit = 1024;

    Kind kind = Kind::Dedicated;
    int threads = 0; ///< Shared: how many, up to threadLimit; 0: one for each processor

    friend bool operator==(const Placement &, const Placement &) = default;
};

/// Reads `dedicated`, `shared` or `shared:N`, as files and the command line have it.
[[nodiscard]] std::optional<Placement> parsePlacement(QStringView text);

[[nodiscard]] QString toString(const Placement &placement);

} // namespace sluice
