// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pipeline/stagecatalog.h"
#include "core/stage/consumersupervisor.h"

#include <atomic>
#include <memory>
#include <string>

namespace sluice {

/// Starts a job for the path of each file, no more than maxDemand at a time for each producer. A
/// job writes the file's sha256Line() to where its surroundings want it, so the lines come in the
/// order in which jobs end. Done as soon as nobody reads any more.
///
/// Threads: each job runs on a thread of its own.
/// Errors: a file that cannot be read fails its job alone, which is noted with the file's name.
/// Lifetime: jobs that run when the stage stops are waited for, so that no line is missing.
/// Semantics: genstage-semantics §18.
class Jobs final : public ConsumerSupervisor<std::string>
{
public:
    explicit Jobs(const StageEnvironment &environment);

    ChildStart startChild(const std::string &path) override;

    [[nodiscard]] bool isFinished() const override { return m_nobodyReads->load(); }

private:
    StageEnvironment m_environment;
    std::shared_ptr<std::atomic<bool>> m_nobodyReads; // set by jobs
};

} // namespace sluice
