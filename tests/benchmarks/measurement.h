// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pipeline/placement.h"
#include "tests/benchmarks/benchmarkcase.h"

#include <QJsonObject>

#include <chrono>

namespace sluice::bench {

/// What one run of a case, or of a peer, has shown.
struct Measurement
{
    double eventsPerSecond = 0;   ///< even numbers received, by all consumers together
    double messagesPerSecond = 0; ///< asks and batches on all subscriptions; 0 for peers
    double startSeconds = 0;      ///< from the first add() until every subscription has asked
    double bytesPerConsumer = 0;  ///< only where there are many
    qint64 growthKib = 0;         ///< of the resident memory, from the first moment to the last
    qint64 peakKib = 0;           ///< of the resident memory
};

[[nodiscard]] QJsonObject toJson(const Measurement &measurement);
[[nodiscard]] Measurement fromJson(const QJsonObject &object);

// Each of these takes an application object and the whole process to itself.

/// Our pipeline. The thread that calls sleeps meanwhile, as the thread of a window would.
[[nodiscard]] Measurement measurePipeline(const BenchmarkCase &entry, const Placement &placement,
                                          std::chrono::milliseconds time);

/// A plain loop over 1000 numbers a turn, on one thread, in the code one would write: the limit.
[[nodiscard]] Measurement measureLoop(std::chrono::milliseconds time);

/// The functions of our behaviours, called one after the other with 1000 numbers a turn.
[[nodiscard]] Measurement measureBehaviours(std::chrono::milliseconds time);

/// Three objects on threads with Qt's own event dispatcher, one queued signal for each number.
[[nodiscard]] Measurement measureNaive(std::chrono::milliseconds time);

#ifdef SLUICE_BENCH_TBB
/// oneTBB's parallel_pipeline, one number an item.
[[nodiscard]] Measurement measureTbb(std::chrono::milliseconds time);
#endif

/// Resident memory now and at its most, in KiB.
[[nodiscard]] qint64 residentKib();
[[nodiscard]] qint64 peakResidentKib();

} // namespace sluice::bench
