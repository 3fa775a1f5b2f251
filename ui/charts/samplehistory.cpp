// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/samplehistory.h"

#include <algorithm>
#include <utility>

namespace sluice::ui {

void SampleHistory::add(std::int64_t takenNs, std::span<const Sample> samples)
{
    m_times.push_back(takenNs);
    ++m_samples;
    std::size_t expected = 0; // nearly always they come in the same order
    for (const Sample &sample : samples) {
        const std::size_t place = placeOf(sample.key, expected);
        if (place == m_series.size())
            m_series.push_back({sample.key, 0, {}, 0});
        Series &series = m_series[place];
        // A series that had left and comes back begins anew: a line across the gap would be a lie.
        if (series.end + 1 != m_samples) {
            series.values.clear();
            series.sum = 0;
        }
        series.values.push_back(sample.value);
        series.sum += sample.value;
        series.end = m_samples;
        expected = place + 1;
    }
    forgetOld();
}

std::size_t SampleHistory::placeOf(std::uint64_t key, std::size_t expected) const
{
    const auto begin = m_series.begin() + static_cast<std::ptrdiff_t>(expected);
    auto found = std::ranges::find(begin, m_series.end(), key, &Series::key);
    if (found == m_series.end())
        found = std::ranges::find(m_series, key, &Series::key);
    return static_cast<std::size_t>(found - m_series.begin());
}

void SampleHistory::clear()
{
    m_times.clear();
    m_series.clear();
    m_samples = 0;
}

std::vector<std::uint64_t> SampleHistory::keys() const
{
    std::vector<std::uint64_t> keys;
    keys.reserve(m_series.size());
    for (const Series &series : m_series)
        keys.push_back(series.key);
    return keys;
}

std::vector<std::uint64_t> SampleHistory::busiest(std::size_t most) const
{
    std::vector<std::uint64_t> all = keys();
    if (all.size() <= most)
        return all;
    std::vector<std::pair<double, std::size_t>> ranks;
    ranks.reserve(m_series.size());
    for (std::size_t i = 0; i < m_series.size(); ++i)
        ranks.emplace_back(-m_series[i].sum, i);
    std::ranges::sort(ranks);
    ranks.resize(most);
    std::ranges::sort(ranks, {}, &std::pair<double, std::size_t>::second);
    std::vector<std::uint64_t> chosen;
    for (const auto &[rank, index] : ranks)
        chosen.push_back(all[index]);
    return chosen;
}

QList<QPointF> SampleHistory::points(std::uint64_t key) const
{
    QList<QPointF> points;
    const Series *series = find(key);
    if (!series)
        return points;
    points.reserve(static_cast<qsizetype>(series->values.size()));
    const std::uint64_t firstTime = m_samples - m_times.size();
    std::uint64_t sample = series->end - series->values.size();
    for (double value : series->values) {
        const std::int64_t before = m_times[sample - firstTime] - m_times.back();
        points.append({static_cast<double>(before) / 1e9, value});
        ++sample;
    }
    return points;
}

double SampleHistory::largest(std::uint64_t key) const
{
    const Series *series = find(key);
    return series ? *std::ranges::max_element(series->values) : 0;
}

const SampleHistory::Series *SampleHistory::find(std::uint64_t key) const
{
    const auto found = std::ranges::find(m_series, key, &Series::key);
    return found == m_series.end() ? nullptr : &*found;
}

void SampleHistory::forgetOld()
{
    while (m_times.size() > capacity || m_times.back() - m_times.front() > windowNs)
        m_times.pop_front();
    const std::uint64_t first = m_samples - m_times.size();
    for (Series &series : m_series) {
        while (!series.values.empty() && series.end - series.values.size() < first) {
            series.sum -= series.values.front();
            series.values.pop_front();
        }
    }
    std::erase_if(m_series, [](const Series &series) { return series.values.empty(); });
}

} // namespace sluice::ui
