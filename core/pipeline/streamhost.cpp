// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/streamhost.h"

#include "core/pipeline/pipelinedesk.h"
#include "core/pipeline/pipelinelink.h"
#include "core/pipeline/streamstage.h"
#include "core/pipeline/topology.h"

#include <map>
#include <utility>

namespace sluice {
namespace {

QString freeName(PipelineDesk &desk, const QString &wish)
{
    const QString name = wish.isEmpty() ? QStringLiteral("stream") : wish;
    QString free = name;
    for (int number = 2; desk.find(free); ++number)
        free = QStringLiteral("%1 %2").arg(name).arg(number);
    return free;
}

} // namespace

StreamHost::StreamHost(StreamOrder order, std::shared_ptr<StreamQueue> queue,
                       std::shared_ptr<PipelineLink> link)
    : m_order(std::move(order))
    , m_queue(std::move(queue))
    , m_link(std::move(link))
{
}

StreamHost::~StreamHost()
{
    m_queue->end(StreamError{.reason = {StopReason::Kind::NoProcess, {}}});
}

void StreamHost::open(PipelineDesk &desk)
{
    if (m_queue->isClosed())
        return;
    switch (desk.pipeline().runState()) {
    case RunState::Idle:
    case RunState::Stopped:
        openWhenItRuns(desk);
        return;
    case RunState::Stopping:
        m_queue->end(StreamError{.call = PipelineError::NotNow});
        return;
    case RunState::Running:
    case RunState::Paused:
        break;
    }
    const auto producers = findProducers(desk);
    if (!producers)
        return;
    if (producers->empty()) {
        m_queue->end(std::nullopt); // GS-109
        return;
    }
    add(desk, *producers);
}

// Queued, or the pipeline would be in the middle of its start.
void StreamHost::openWhenItRuns(PipelineDesk &desk)
{
    const auto once =
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection);
    QObject::connect(
        &desk.pipeline(), &Pipeline::runStateChanged, &desk,
        [self = shared_from_this(), &desk] { self->open(desk); }, once);
}

// §17, §14.3: who is not there ends the stream before it has begun, unless its end would not.
std::optional<std::vector<StreamHost::Found>> StreamHost::findProducers(PipelineDesk &desk)
{
    std::vector<Found> found;
    for (const StreamSubscription &subscription : m_order.subscriptions) {
        const StageRecord *record = desk.find(subscription.producer);
        if (record && !record->isBeingRemoved) {
            found.push_back({record->id, record->spec.name, subscription.options});
            continue;
        }
        const StopReason noProcess{StopReason::Kind::NoProcess, {}};
        if (endsConsumer(subscription.options.cancel, noProcess)) {
            m_queue->end(StreamError{.producer = subscription.producer.name, .reason = noProcess});
            return std::nullopt;
        }
    }
    return found;
}

void StreamHost::add(PipelineDesk &desk, const std::vector<Found> &producers)
{
    std::map<StageId, QString> names;
    for (const Found &found : producers)
        names.emplace(found.producer, found.name);
    const auto make = [self = shared_from_this(), type = m_order.type, names] {
        return std::make_unique<StreamStage>(self, type, names);
    };
    Pipeline &pipeline = desk.pipeline();
    StageOptions options;
    options.restart = RestartMode::Temporary; // a reader that was cut off cannot be given another
    m_stage = pipeline.add({freeName(desk, m_order.name), {}, make, options});
    for (const Found &found : producers) {
        const auto outcome = pipeline.subscribe(m_stage, found.producer, found.options);
        if (!outcome) {
            m_queue->end(StreamError{.producer = found.name, .call = outcome.error});
            close(desk);
            return;
        }
        m_subscriptions.push_back(outcome.id);
    }
    // Behind the subscriptions: the producers and the stage hear of those first.
    setDemandModes(desk, producers);
    desk.sendOff(
        m_stage,
        {.kind = StageMessage::Kind::Cast, .value = QVariant::fromValue(producers.size())});
}

void StreamHost::setDemandModes(PipelineDesk &desk, const std::vector<Found> &producers)
{
    const StageMessage message{.kind = StageMessage::Kind::SetDemandMode, .mode = m_order.demand};
    if (m_order.producers) {
        for (const StageTarget &target : *m_order.producers)
            desk.sendOff(target, message);
        return;
    }
    std::map<StageId, bool> told;
    for (const Found &found : producers) {
        if (!std::exchange(told[found.producer], true))
            desk.sendOff(found.producer, message);
    }
}

void StreamHost::close(PipelineDesk &desk)
{
    Pipeline &pipeline = desk.pipeline();
    // Each by itself, or the producers would hear that the stage has stopped, not that the reader
    // has had enough.
    for (const SubscriptionId subscription : std::exchange(m_subscriptions, {}))
        static_cast<void>(pipeline.cancel(subscription, StopReason::normal()));
    if (m_stage.isValid())
        static_cast<void>(pipeline.remove(std::exchange(m_stage, {})));
}

void StreamHost::closeLater()
{
    m_link->post([self = shared_from_this()](PipelineDesk &desk) { self->close(desk); });
}

} // namespace sluice
