// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"
#include "core/pipeline/stagecatalog.h"
#include "ui/models/exactlyoncecheck.h"

#include <QString>

#include <memory>
#include <mutex>
#include <optional>

namespace sluice::app {

/// Passes events on to another sink, if there is one, and checks on the way that every expected
/// number comes exactly once.
///
/// Threads: write() on any; problem() once nobody writes any more.
class CheckingSink final : public EventSink
{
public:
    /// \a next may be null.
    CheckingSink(const PipelineDescription &pipeline, std::shared_ptr<EventSink> next);

    bool write(const QString &consumer, const Batch &events) override;

    /// What is wrong, in English; nothing if all is right. \a lost is Snapshot::lost at the end.
    [[nodiscard]] std::optional<QString> problem(EventCount lost);

private:
    const std::shared_ptr<EventSink> m_next;
    std::mutex m_mutex; // guards m_check
    ui::ExactlyOnceCheck m_check;
};

/// The first count of \a snapshot that does not add up, in English. Pre: the pipeline has stopped.
[[nodiscard]] std::optional<QString> conservationProblem(const Snapshot &snapshot);

} // namespace sluice::app
