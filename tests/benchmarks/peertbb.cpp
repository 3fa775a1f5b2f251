// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// oneTBB's parallel_pipeline; built where oneTBB is installed.

#include "tests/benchmarks/measurement.h"

#include <atomic>
#include <oneapi/tbb/parallel_pipeline.h>

namespace sluice::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t mostItemsUnderWay = 1000;
constexpr Integer odd = -1;
constexpr Integer numbersBetweenLooks = 256; // at the clock

} // namespace

Measurement measureTbb(std::chrono::milliseconds time)
{
    namespace tbb = oneapi::tbb;
    Integer next = 0;
    std::int64_t received = 0;
    std::uint64_t sum = 0;
    const auto began = Clock::now();
    const auto end = began + time;
    const auto counter = tbb::make_filter<void, Integer>(
        tbb::filter_mode::serial_in_order, [&](tbb::flow_control &control) -> Integer {
            if (next % numbersBetweenLooks == 0 && Clock::now() >= end)
                control.stop();
            return next++;
        });
    const auto filter =
        tbb::make_filter<Integer, Integer>(tbb::filter_mode::serial_in_order, [](Integer number) {
            return number % 2 == 0 ? number : odd;
        });
    const auto consumer =
        tbb::make_filter<Integer, void>(tbb::filter_mode::serial_in_order, [&](Integer number) {
            if (number == odd)
                return;
            sum += static_cast<std::uint64_t>(number);
            ++received;
        });
    tbb::parallel_pipeline(mostItemsUnderWay, counter & filter & consumer);
    Measurement measurement;
    measurement.eventsPerSecond =
        static_cast<double>(received) / std::chrono::duration<double>(Clock::now() - began).count();
    measurement.peakKib = peakResidentKib();
    return measurement;
}

} // namespace sluice::bench
