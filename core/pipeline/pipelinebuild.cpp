// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/pipelinebuild.h"

#include <QHash>

#include <cassert>
#include <utility>

namespace sluice {

StageSpec specFor(const StageDescription &stage, const StageCatalog &catalog,
                  std::shared_ptr<EventSink> output, const QString &folder)
{
    const StageKind *kind = catalog.find(stage.kind);
    assert(kind);
    const StageEnvironment environment{stage.id, std::move(output), folder};
    auto make = [make = kind->make, options = stage.options, environment] {
        return make(options, environment);
    };
    return {stage.id, stage.kind, std::move(make), stage.run};
}

std::vector<StageId> build(Pipeline &pipeline, const PipelineDescription &description,
                           const StageCatalog &catalog, std::shared_ptr<EventSink> output)
{
    pipeline.setPlacement(description.placement);
    std::vector<StageId> ids;
    QHash<QString, StageId> byName;
    for (const StageDescription &stage : description.stages) {
        ids.push_back(pipeline.add(specFor(stage, catalog, output, description.folder)));
        byName.insert(stage.id, ids.back());
    }
    for (const SubscriptionDescription &subscription : description.subscriptions) {
        [[maybe_unused]] const auto outcome = pipeline.subscribe(
            byName.value(subscription.to), byName.value(subscription.from), subscription.options);
        assert(outcome);
    }
    if (description.supervisor)
        pipeline.supervise(description.supervisor->options);
    return ids;
}

} // namespace sluice
