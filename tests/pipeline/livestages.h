// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pipeline/pipelinecalls.h"
#include "tests/conformance/scripted.h"
#include "tests/support/livepipeline.h"

namespace sluice::test {

inline const SubscriptionOptions temporary{
    .maxDemand = 4, .minDemand = 0, .cancel = CancelMode::Temporary};

/// What \a future comes to, waited for with the event loop turning.
template<class Result>
Result resultOf(const QFuture<Result> &future)
{
    return eventually([&] { return future.isFinished(); }) ? future.result() : Result();
}

template<class Made>
StageSpec specOf(const ScriptPtr &script, const StageOptions &options = {})
{
    return {script->name, {}, [script] { return std::make_unique<Made>(script); }, options};
}

/// Scripted stages on real threads, and one journal for all of them.
struct Live
{
    template<class Made>
    StageId add(Script script, const StageOptions &options = {})
    {
        return pipeline.add(specOf<Made>(take(std::move(script)), options));
    }

    StageId silent(const QString &name)
    {
        return add<ScriptedProducer>(
            {.name = name, .demand = [](EventCount) { return std::vector<Integer>(); }});
    }

    ScriptPtr take(Script script)
    {
        script.journal = journal;
        return std::make_shared<Script>(std::move(script));
    }

    [[nodiscard]] bool comesTo(const QString &line) const
    {
        return eventually([&] { return journal->contains(line); });
    }

    [[nodiscard]] bool stops(StageId stage) const
    {
        return eventually([&] { return pipeline.stopReason(stage).has_value(); });
    }

    JournalPtr journal = std::make_shared<Journal>(); // before the pipeline, which ends its users
    Pipeline pipeline;
};

} // namespace sluice::test
