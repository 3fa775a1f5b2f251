// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QPointF>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <vector>

namespace sluice::ui {

/// The last minute of a changing set of series, sampled together.
///
/// A series begins with the first sample that has its key, ends with the last one, and is
/// forgotten when its last value has left the window.
///
/// Invariant: no more than capacity values in any series; keys are unique.
/// Threads: none inside; use one instance from one thread at a time.
/// Units: nanoseconds of the steady clock in, seconds before the last sample out.
class SampleHistory
{
public:
    /// 60 seconds at 10 samples a second.
    static constexpr std::size_t capacity = 600;
    static constexpr std::int64_t windowNs = 60'000'000'000;

    /// One value of one series.
    struct Sample
    {
        std::uint64_t key = 0;
        double value = 0;
    };

    /// Adds one value to each series in \a samples, all taken at \a takenNs.
    /// Pre: takenNs does not run backwards.
    void add(std::int64_t takenNs, std::span<const Sample> samples);

    void clear();

    /// The keys of all series, in order of appearance.
    [[nodiscard]] std::vector<std::uint64_t> keys() const;

    /// The keys of the \a most series with the largest sums over the window, in order of
    /// appearance, so that lines do not change places.
    [[nodiscard]] std::vector<std::uint64_t> busiest(std::size_t most) const;

    /// The values of a series, oldest first, against seconds before the last sample.
    [[nodiscard]] QList<QPointF> points(std::uint64_t key) const;

    /// The largest value of a series in the window; 0 if there is no such series.
    [[nodiscard]] double largest(std::uint64_t key) const;

private:
    /// Values at consecutive samples; the last one at the sample numbered end - 1.
    struct Series
    {
        std::uint64_t key = 0;
        std::uint64_t end = 0;
        std::deque<double> values;
        double sum = 0; ///< of values, but for rounding
    };

    /// Where the series with \a key is, or the end; looks from \a expected on first.
    [[nodiscard]] std::size_t placeOf(std::uint64_t key, std::size_t expected) const;
    [[nodiscard]] const Series *find(std::uint64_t key) const;
    void forgetOld();

    std::deque<std::int64_t> m_times;
    std::uint64_t m_samples = 0; ///< ever taken; m_times holds the times of the last ones
    std::vector<Series> m_series;
};

} // namespace sluice::ui
