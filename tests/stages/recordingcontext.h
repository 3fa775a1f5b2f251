// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/stagecontext.h"

#include <QString>

#include <utility>
#include <vector>

namespace sluice::test {

/// Stands for a running stage: keeps what a behaviour did with it.
class RecordingContext final : public StageContext
{
public:
    void emitBatch(Batch batch) override
    {
        for (EventCount i = 0; i < batch.size(); ++i)
            emitted.append(QString::fromStdString(batch.textAt(i)));
    }

    void ask(SubscriptionId subscription, EventCount count) override
    {
        asked.append(QStringLiteral("%1:%2").arg(subscription.value).arg(count));
    }

    void cancel(SubscriptionId, const StopReason &) override { }
    void stop(const StopReason &) override { }
    void post(const QVariant &) override { }
    void sendInfo(const QVariant &) override { }

    TimerId startTimer(std::chrono::milliseconds interval, const QVariant &,
                       TimerMode mode) override
    {
        timers.append(
            QStringLiteral("%1 ms%2")
                .arg(interval.count())
                .arg(mode == TimerMode::Repeating ? QStringLiteral(", repeating") : QString()));
        return {static_cast<std::uint64_t>(timers.size())};
    }

    void stopTimer(TimerId) override { }

    void note(StageNote note) override { notes.push_back(std::move(note)); }

    [[nodiscard]] StageAddress address() const override { return {}; }

    QStringList emitted;
    QStringList asked; ///< "subscription:count"
    QStringList timers;
    std::vector<StageNote> notes;
};

} // namespace sluice::test
