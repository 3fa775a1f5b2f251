// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/stage/handover.h"

#include <functional>
#include <mutex>

namespace sluice {

class PipelineDesk;

/// The way to a pipeline's thread, for as long as the pipeline lives.
///
/// Threads: any.
class PipelineLink
{
public:
    using Work = std::function<void(PipelineDesk &)>;

    explicit PipelineLink(PipelineDesk *desk)
        : m_desk(desk)
    {
    }

    /// Has \a work done on the pipeline's thread; false if the pipeline is gone.
    bool post(Work work);

    /// Whether this is the pipeline's thread.
    [[nodiscard]] bool isHere();

    /// Nothing gets through any more.
    void close();

private:
    std::mutex m_mutex; // held while something is posted
    PipelineDesk *m_desk;
};

} // namespace sluice
