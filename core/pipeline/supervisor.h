// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/restartlimit.h"
#include "core/flow/supervisionrule.h"

#include <deque>
#include <optional>
#include <vector>

namespace sluice {

class Pipeline;

/// Restarts the stages of a pipeline that stop by themselves, until it is too often.
///
/// Its children are all stages of the pipeline, in the order they were added; StageOptions::restart
/// says what each of them is. It decides and has the pipeline do it: nobody waits for a stage.
/// Threads: the pipeline's.
/// Lifetime: within the pipeline that it was made for.
/// Semantics: genstage-semantics §19; design D9.
class Supervisor
{
public:
    explicit Supervisor(Pipeline &pipeline);

    /// Nothing: restarts nobody. Earlier restarts do not count any more.
    /// Pre: options->validate() has no error.
    void setOptions(const std::optional<SupervisionOptions> &options);

    /// Earlier restarts do not count any more.
    void beginRun();

    /// \a stage has stopped; maybe it and others are to start anew.
    void noteStopped(StageId stage);

private:
    void restartAfter(StageId ended);
    [[nodiscard]] std::vector<SupervisedChild> children() const;

    Pipeline &m_pipeline;
    std::optional<SupervisionOptions> m_options;
    std::optional<RestartLimit> m_limit; // as long as there are options
    std::deque<StageId> m_ended;         // not looked at yet
    bool m_isBusy = false;
};

} // namespace sluice
