// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pipeline/streamorder.h"
#include "core/pipeline/streamqueue.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace sluice {

class PipelineDesk;
class PipelineLink;

/// The stage of one stream in its pipeline: makes it, and takes it away.
///
/// Threads: made on the reader's thread, everything else on the pipeline's.
/// Lifetime: shared by the stage and by orders under way to the pipeline. When the last of them is
/// gone the stream is over, so that no reader waits for a pipeline that is no more.
class StreamHost : public std::enable_shared_from_this<StreamHost>
{
public:
    StreamHost(StreamOrder order, std::shared_ptr<StreamQueue> queue,
               std::shared_ptr<PipelineLink> link);
    ~StreamHost();
    StreamHost(const StreamHost &) = delete;
    StreamHost &operator=(const StreamHost &) = delete;

    /// Adds the stage and subscribes it; if the pipeline does not run yet, once it does.
    void open(PipelineDesk &desk);

    /// Cancels the subscriptions and removes the stage.
    void close(PipelineDesk &desk);

    [[nodiscard]] StreamQueue &queue() const noexcept { return *m_queue; }

    /// From the stage's thread, when the stage has stopped.
    void closeLater();

private:
    struct Found
    {
        StageId producer;
        QString name;
        SubscriptionOptions options;
    };

    [[nodiscard]] std::optional<std::vector<Found>> findProducers(PipelineDesk &desk);
    void openWhenItRuns(PipelineDesk &desk);
    void add(PipelineDesk &desk, const std::vector<Found> &producers);
    void setDemandModes(PipelineDesk &desk, const std::vector<Found> &producers);

    const StreamOrder m_order;
    const std::shared_ptr<StreamQueue> m_queue;
    const std::shared_ptr<PipelineLink> m_link;
    StageId m_stage;
    std::vector<SubscriptionId> m_subscriptions;
};

} // namespace sluice
