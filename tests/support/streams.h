// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pipeline/stream.h"
#include "tests/support/livepipeline.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <atomic>
#include <numeric>
#include <vector>

namespace sluice::test {

using Numbers = std::vector<Integer>;

[[nodiscard]] inline Numbers numbersFrom(Integer first, std::size_t count)
{
    Numbers numbers(count);
    std::iota(numbers.begin(), numbers.end(), first);
    return numbers;
}

/// Numbers without end.
[[nodiscard]] inline auto endless(Integer first = 0, OnCancel onCancel = OnCancel::Continue)
{
    return sourceFrom([next = first]() mutable { return std::optional(next++); }, onCancel);
}

/// Reads up to \a count events, following readyRead(); fewer if the stream finishes.
[[nodiscard]] inline Numbers read(Stream<Integer> &stream, std::size_t count)
{
    Numbers numbers;
    QEventLoop loop;
    QObject::connect(&stream, &StreamReader::readyRead, &loop, &QEventLoop::quit);
    QTimer guard;
    guard.setSingleShot(true);
    QObject::connect(&guard, &QTimer::timeout, &loop, &QEventLoop::quit);
    guard.start(longWait);
    while (numbers.size() < count) {
        if (const auto number = stream.tryNext()) {
            numbers.push_back(*number);
            continue;
        }
        if (stream.isFinished())
            break;
        loop.exec();
        if (guard.remainingTime() <= 0) {
            QTest::qFail("the stream gave neither events nor an end", __FILE__, __LINE__);
            break;
        }
    }
    return numbers;
}

[[nodiscard]] inline Numbers readAll(Stream<Integer> &stream)
{
    return read(stream, SIZE_MAX);
}

[[nodiscard]] inline bool isFree(const Pipeline &pipeline, std::size_t stages)
{
    const Snapshot snapshot = pipeline.snapshot();
    return snapshot.stages.size() == stages && snapshot.subscriptions.empty()
        && snapshot.inFlight == 0;
}

} // namespace sluice::test
