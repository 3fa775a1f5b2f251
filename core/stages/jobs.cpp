// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/jobs.h"

#include "core/stages/sha256.h"

namespace sluice {

Jobs::Jobs(const StageEnvironment &environment)
    : ConsumerSupervisor({.shutdown = std::nullopt})
    , m_environment(environment)
    , m_nobodyReads(std::make_shared<std::atomic<bool>>(false))
{
}

ChildStart Jobs::startChild(const std::string &path)
{
    return ChildStart::started(
        [path, environment = m_environment, nobodyReads = m_nobodyReads](const StopSignal &) {
            const Batch line = Batch::of(std::vector<std::string>{sha256Line(path)});
            if (environment.output && !environment.output->write(environment.stageName, line))
                *nobodyReads = true;
            return StopReason::normal();
        });
}

} // namespace sluice
