// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/topology.h"

#include "core/flow/anyevent.h"

#include <algorithm>

namespace sluice {
namespace {

// The log rings of this many removed stages stay readable.
constexpr std::size_t departedLogLimit = 256;

template<class Records, class Id>
auto findIn(Records &records, Id id)
{
    // Records are appended with ids that grow, so they stay sorted.
    const auto found = std::ranges::lower_bound(records, id.value, {},
                                                [](const auto &record) { return record.id.value; });
    return found == records.end() || found->id != id ? nullptr : &*found;
}

EventCount lostBy(const StageFigures &figures)
{
    return figures.lost + figures.discarded;
}

// A stage inside a message has published nothing of it yet; since when it is busy it tells apart.
StageFigures currentFigures(const StageShared &shared)
{
    StageFigures figures = shared.figures.read();
    const std::int64_t busySince = shared.busySinceNs.load(std::memory_order_relaxed);
    const auto state = static_cast<std::size_t>(figures.state);
    // At the same moment: one message began when the one before had ended.
    if (busySince != 0 && busySince >= figures.stateSinceNs && state < clockedStateCount) {
        figures.stateNs[state] += busySince - figures.stateSinceNs;
        figures.state = StageState::Busy;
        figures.stateSinceNs = busySince;
    }
    return figures;
}

} // namespace

StageFigures StageRecord::figures() const
{
    StageFigures total = shared ? currentFigures(*shared) : StageFigures();
    for (const PastLife &past : pastLives)
        total.addTotals(past.shared->figures.read());
    if (earlier)
        total.addTotals(*earlier);
    return total;
}

void StageRecord::addEarlier(const StageShared &settled)
{
    if (!earlier)
        earlier = std::make_unique<StageFigures>();
    earlier->addTotals(settled.figures.read());
}

void StageRecord::endLife()
{
    if (stage)
        pastLives.push_back({std::move(stage), std::move(shared)});
    else if (shared)
        addEarlier(*shared);
    shared.reset();
}

void StageRecord::forget(const Stage *of)
{
    const auto past =
        std::ranges::find_if(pastLives, [of](const auto &one) { return one.stage.get() == of; });
    if (past == pastLives.end())
        return;
    addEarlier(*past->shared);
    past->stage.release()->deleteLater(); // it calls this
    pastLives.erase(past);
}

StageRecord &Topology::add(StageSpec spec)
{
    StageRecord record;
    record.id = {++m_lastStage};
    record.behaviour = spec.make();
    record.role = record.behaviour->role();
    record.input = record.behaviour->inputType();
    record.output = record.behaviour->outputType();
    record.spec = std::move(spec);
    return m_stages.emplace_back(std::move(record));
}

SubscriptionRecord &Topology::subscribe(StageId consumer, StageId producer,
                                        const SubscriptionOptions &options)
{
    SubscriptionRecord record;
    record.id = nextSubscriptionId();
    record.consumer = consumer;
    record.producer = producer;
    setOptions(record, options);
    return m_subscriptions.emplace_back(std::move(record));
}

void Topology::setOptions(SubscriptionRecord &record, const SubscriptionOptions &options)
{
    if (!m_lastOptions || *m_lastOptions != options)
        m_lastOptions = std::make_shared<SubscriptionOptions>(options);
    record.options = m_lastOptions;
}

PipelineError Topology::check(StageId consumer, StageId producer,
                              const SubscriptionOptions &options) const
{
    const StageRecord *to = find(consumer);
    const StageRecord *from = find(producer);
    if (!to || !from)
        return PipelineError::UnknownStage;
    if (!to->input)
        return PipelineError::NotAConsumer;
    if (!from->output)
        return PipelineError::NotAProducer;
    if (!accepts(*to->input, *from->output))
        return PipelineError::TypesDiffer;
    if (consumer == producer || (to->output && isUpstream(consumer, producer)))
        return PipelineError::WouldCycle;
    if (options.validate())
        return PipelineError::BadOptions;
    // A producer that has stopped can be subscribed to: what follows is noproc (§14).
    const bool isLate =
        to->isBeingRemoved || to->life == StageRecord::Life::Gone || from->isBeingRemoved;
    return isLate ? PipelineError::NotNow : PipelineError::None;
}

StageRecord *Topology::find(StageId id)
{
    return findIn(m_stages, id);
}

const StageRecord *Topology::find(StageId id) const
{
    return findIn(m_stages, id);
}

StageRecord *Topology::find(const QString &name)
{
    const auto found = std::ranges::find_if(
        m_stages, [&name](const StageRecord &record) { return record.spec.name == name; });
    return found == m_stages.end() ? nullptr : &*found;
}

SubscriptionRecord *Topology::find(SubscriptionId id)
{
    return findIn(m_subscriptions, id);
}

const SubscriptionRecord *Topology::find(SubscriptionId id) const
{
    return findIn(m_subscriptions, id);
}

void Topology::reset()
{
    std::erase_if(m_subscriptions, [](const auto &record) { return record.isCancelled; });
    for (SubscriptionRecord &record : m_subscriptions) {
        record.cells.reset();
        record.isSettled = false;
    }
    for (StageRecord &record : m_stages) {
        record.life = StageRecord::Life::Idle;
        record.stage.reset();
        record.shared.reset();
        record.left.reset();
        record.stopReason.clear();
        record.restarts = 0;
        record.earlier.reset();
        record.forgotten = {};
        record.withdrawn = record.settledHandled = record.settledLost = 0;
        if (!record.behaviour)
            record.behaviour = record.spec.make();
    }
    m_departedReceived = m_departedLost = 0;
    m_departedLogs.clear();
}

void Topology::remove(StageId id)
{
    if (const StageRecord *record = find(id); record && record->shared) {
        const StageFigures figures = record->figures();
        if (record->role == StageRole::Consumer)
            m_departedReceived += figures.handled;
        m_departedLost += lostBy(figures);
        if (record->shared->log)
            m_departedLogs.emplace_back(id, record->shared->log);
        if (m_departedLogs.size() > departedLogLimit)
            m_departedLogs.pop_front();
    }
    std::erase_if(m_subscriptions, [this, id](const SubscriptionRecord &record) {
        const bool isOfIt = record.consumer == id || record.producer == id;
        if (isOfIt && record.cells)
            addForgotten(record);
        return isOfIt;
    });
    std::erase_if(m_stages, [id](const StageRecord &record) { return record.id == id; });
}

void Topology::remove(SubscriptionId id)
{
    if (const SubscriptionRecord *record = find(id); record && record->cells)
        addForgotten(*record);
    std::erase_if(m_subscriptions, [id](const auto &record) { return record.id == id; });
}

std::shared_ptr<BatchLog> Topology::log(StageId id) const
{
    if (const StageRecord *record = find(id))
        return record->shared ? record->shared->log : nullptr;
    const auto departed =
        std::ranges::find_if(m_departedLogs, [id](const auto &entry) { return entry.first == id; });
    return departed == m_departedLogs.end() ? nullptr : departed->second;
}

void Topology::describe(Snapshot &snapshot) const
{
    // Consumers' sides first: what they have was sent before, so nothing seems to come from nowhere.
    snapshot.subscriptions.reserve(m_subscriptions.size());
    for (const SubscriptionRecord &record : m_subscriptions) {
        SubscriptionSnapshot &entry = snapshot.subscriptions.emplace_back();
        entry.id = record.id;
        entry.producer = record.producer;
        entry.consumer = record.consumer;
        entry.cancel = record.options->cancel;
        entry.isSettled = record.isSettled;
        if (record.cells) {
            entry.inlet = record.cells->inlet.read();
            entry.outlet = record.cells->outlet.read();
        } else {
            entry.inlet.maximum = record.options->maxDemand;
            entry.inlet.minimum = record.options->minimum();
        }
        snapshot.inFlight += entry.inFlight();
    }
    snapshot.received = m_departedReceived;
    snapshot.lost = m_departedLost;
    snapshot.stages.reserve(m_stages.size());
    for (const StageRecord &record : m_stages) {
        const StageSnapshot &entry = snapshot.stages.emplace_back(describe(record));
        if (entry.role == StageRole::Consumer)
            snapshot.received += entry.figures.handled;
        snapshot.lost += lostBy(entry.figures);
    }
}

// Whether events of \a stage reach \a of.
bool Topology::isUpstream(StageId stage, StageId of) const
{
    return std::ranges::any_of(m_subscriptions, [&](const SubscriptionRecord &record) {
        return record.consumer == of && !record.isCancelled
            && (record.producer == stage || isUpstream(stage, record.producer));
    });
}

void Topology::addForgotten(const SubscriptionRecord &record)
{
    const InletFigures inlet = record.cells->inlet.read();
    if (StageRecord *consumer = find(record.consumer)) {
        consumer->forgotten.arrived += inlet.arrived;
        consumer->forgotten.handled += inlet.handled;
        consumer->forgotten.lost += inlet.lost;
    }
    if (StageRecord *producer = find(record.producer))
        producer->forgotten.sent += record.cells->outlet.read().sent;
}

StageSnapshot Topology::describe(const StageRecord &record) const
{
    StageSnapshot entry;
    entry.id = record.id;
    entry.name = record.spec.name;
    entry.kind = record.spec.kind;
    entry.role = record.role;
    entry.dispatcher = kindOf(record.spec.options.dispatcher);
    entry.workTimeNs = record.spec.options.workTime.count();
    entry.thread = record.thread;
    entry.stopReason = record.stopReason;
    entry.settledHandled = record.settledHandled;
    entry.settledLost = record.settledLost;
    entry.restarts = record.restarts;
    entry.forgotten = record.forgotten;
    entry.figures = record.figures();
    return entry;
}

} // namespace sluice
