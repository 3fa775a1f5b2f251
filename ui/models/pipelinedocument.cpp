// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/pipelinedocument.h"

#include "core/pipeline/pipelinebuild.h"
#include "core/pipeline/pipelinefolder.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace sluice::ui {
namespace {

/// Rows a new consumer's log ring holds, a hundred bytes or so each. A few fast consumers get enough
/// for most of a second, in which the window may be busy with something else; the more there are,
/// the less each of them can write in that time.
std::size_t logRowsAmong(std::size_t stages)
{
    constexpr std::size_t together = 262'144;
    return std::clamp<std::size_t>(together / std::max<std::size_t>(1, stages), 256, 65'536);
}

/// Enough that a window next to a thousand busy threads still gets its turns.
constexpr int stageNiceness = 10;

} // namespace

StageRole roleOf(const StageDescription &stage)
{
    const StageKind *kind = StageCatalog::standard().find(stage.kind);
    return kind ? kind->role : StageRole::Consumer;
}

PipelineDocument::PipelineDocument(QObject *parent)
    : QObject(parent)
{
    connect(&m_undoStack, &QUndoStack::cleanChanged, this, &PipelineDocument::titleChanged);
    buildPipeline();
}

PipelineDocument::~PipelineDocument() = default;

std::optional<PipelineFileError> PipelineDocument::open(const QString &path)
{
    LoadedPipeline loaded = loadPipeline(path);
    if (!loaded)
        return loaded.error;
    m_description = std::move(loaded.pipeline);
    m_filePath = path;
    m_undoStack.clear();
    buildPipeline();
    Q_EMIT titleChanged();
    return {};
}

std::optional<PipelineFileError> PipelineDocument::openCopy(const QString &path)
{
    if (auto error = open(path))
        return error;
    m_filePath.clear();
    m_undoStack.resetClean();
    Q_EMIT titleChanged();
    return {};
}

void PipelineDocument::clear()
{
    m_description = {};
    m_filePath.clear();
    m_undoStack.clear();
    buildPipeline();
    Q_EMIT titleChanged();
}

std::optional<PipelineFileError> PipelineDocument::save(const QString &path)
{
    if (auto error = savePipeline(m_description, path))
        return error;
    m_description = movedTo(QFileInfo(path).absolutePath(), std::move(m_description));
    m_filePath = path;
    m_undoStack.setClean();
    Q_EMIT titleChanged();
    return {};
}

bool PipelineDocument::isBundled() const
{
    return m_filePath.startsWith(u':');
}

QString PipelineDocument::title() const
{
    if (!m_description.title.isEmpty())
        return m_description.title;
    return m_filePath.isEmpty() ? tr("New pipeline") : QFileInfo(m_filePath).completeBaseName();
}

void PipelineDocument::buildPipeline()
{
    Q_EMIT aboutToBeReplaced();
    m_pipeline = std::make_unique<Pipeline>();
    m_pipeline->setLogCapacity(logRowsAmong(m_description.stages.size()));
    m_pipeline->setNiceness(stageNiceness);
    const std::vector<StageId> ids =
        build(*m_pipeline, m_description, StageCatalog::standard(), nullptr);
    m_ids.clear();
    for (std::size_t i = 0; i < ids.size(); ++i)
        m_ids.emplace(m_description.stages[i].id, ids[i]);
    connect(m_pipeline.get(), &Pipeline::removed, this, &PipelineDocument::settled);
    connect(m_pipeline.get(), &Pipeline::gaveUp, this, &PipelineDocument::gaveUp);
    connect(m_pipeline.get(), &Pipeline::examined, this, &PipelineDocument::examined);
    Q_EMIT replaced();
    Q_EMIT changed();
}

const StageDescription *PipelineDocument::stage(const QString &name) const
{
    const auto found = std::ranges::find(m_description.stages, name, &StageDescription::id);
    return found == m_description.stages.end() ? nullptr : &*found;
}

StageDescription *PipelineDocument::find(const QString &name)
{
    return const_cast<StageDescription *>(stage(name));
}

const SubscriptionDescription *PipelineDocument::subscription(const QString &from,
                                                              const QString &to) const
{
    const auto found = std::ranges::find_if(
        m_description.subscriptions, [&](const SubscriptionDescription &subscription) {
            return subscription.from == from && subscription.to == to;
        });
    return found == m_description.subscriptions.end() ? nullptr : &*found;
}

SubscriptionDescription *PipelineDocument::find(const QString &from, const QString &to)
{
    return const_cast<SubscriptionDescription *>(subscription(from, to));
}

StageId PipelineDocument::stageId(const QString &name) const
{
    const auto found = m_ids.find(name);
    return found == m_ids.end() ? StageId{} : found->second;
}

QString PipelineDocument::stageName(StageId stage) const
{
    const auto found =
        std::ranges::find_if(m_ids, [stage](const auto &entry) { return entry.second == stage; });
    return found == m_ids.end() ? QString() : found->first;
}

QStringList PipelineDocument::stageNames(const QList<StageId> &stages) const
{
    QStringList names;
    for (StageId stage : stages) {
        const QString name = stageName(stage);
        if (!name.isEmpty())
            names.append(name);
    }
    return names;
}

std::optional<SubscriptionId> PipelineDocument::subscriptionId(const QString &from,
                                                               const QString &to) const
{
    const StageId producer = stageId(from);
    const StageId consumer = stageId(to);
    const Snapshot snapshot = m_pipeline->snapshot();
    // The last one: those before it are of earlier lives, and settle.
    std::optional<SubscriptionId> id;
    for (const SubscriptionSnapshot &subscription : snapshot.subscriptions) {
        if (subscription.producer == producer && subscription.consumer == consumer)
            id = subscription.id;
    }
    return id;
}

void PipelineDocument::examine(StageId stage)
{
    static_cast<void>(m_pipeline->examine(stage)); // one that does not run has no answer
}

void PipelineDocument::endExamination(StageId stage)
{
    m_pipeline->endExamination(stage);
}

void PipelineDocument::addStage(const StagePart &part)
{
    if (stage(part.stage.id))
        return;
    const std::size_t index = std::min(part.index, m_description.stages.size());
    m_description.stages.insert(m_description.stages.begin() + static_cast<std::ptrdiff_t>(index),
                                part.stage);
    m_pipeline->setLogCapacity(logRowsAmong(m_description.stages.size()));
    const StageId id = m_pipeline->add(
        specFor(part.stage, StageCatalog::standard(), nullptr, m_description.folder));
    m_ids.emplace(part.stage.id, id);
    for (const auto *list : {&part.subscriptions, &part.subscribers}) {
        for (const SubscriptionDescription &subscription : *list)
            subscribe(subscription);
    }
    Q_EMIT changed();
}

void PipelineDocument::subscribe(const SubscriptionDescription &subscription)
{
    const StageId consumer = stageId(subscription.to);
    const StageId producer = stageId(subscription.from);
    if (!consumer.isValid() || !producer.isValid())
        return;
    m_description.subscriptions.push_back(subscription);
    m_pipeline->subscribe(consumer, producer, subscription.options);
}

void PipelineDocument::orderLike(const PipelineDescription &model)
{
    const auto stagePlace = [&model](const StageDescription &stage) {
        return std::ranges::find(model.stages, stage.id, &StageDescription::id)
            - model.stages.begin();
    };
    const auto subscriptionPlace = [&model](const SubscriptionDescription &subscription) {
        return std::ranges::find_if(model.subscriptions,
                                    [&subscription](const SubscriptionDescription &other) {
                                        return other.from == subscription.from
                                            && other.to == subscription.to;
                                    })
            - model.subscriptions.begin();
    };
    std::ranges::stable_sort(m_description.stages, {}, stagePlace);
    std::ranges::stable_sort(m_description.subscriptions, {}, subscriptionPlace);
    Q_EMIT changed();
}

std::optional<StagePart> PipelineDocument::removeStage(const QString &name)
{
    const auto found = std::ranges::find(m_description.stages, name, &StageDescription::id);
    if (found == m_description.stages.end())
        return {};
    if (m_pipeline->remove(stageId(name)) != PipelineError::None)
        return {};
    StagePart part;
    part.stage = std::move(*found);
    part.index = static_cast<std::size_t>(found - m_description.stages.begin());
    m_description.stages.erase(found);
    std::erase_if(m_description.subscriptions, [&](const SubscriptionDescription &subscription) {
        if (subscription.to == name)
            part.subscriptions.push_back(subscription);
        else if (subscription.from == name)
            part.subscribers.push_back(subscription);
        return subscription.to == name || subscription.from == name;
    });
    m_ids.erase(name);
    Q_EMIT changed();
    return part;
}

void PipelineDocument::setDemand(const QString &from, const QString &to, EventCount maximum,
                                 std::optional<EventCount> minimum)
{
    SubscriptionDescription *described = find(from, to);
    const std::optional<SubscriptionId> id = subscriptionId(from, to);
    if (!described || !id)
        return;
    described->options.maxDemand = maximum;
    described->options.minDemand = minimum;
    m_pipeline->setDemand(*id, maximum, described->options.minimum());
    Q_EMIT changed();
}

void PipelineDocument::setWorkTime(const QString &name, std::chrono::nanoseconds workTime)
{
    StageDescription *described = find(name);
    if (!described)
        return;
    described->run.workTime = workTime;
    m_pipeline->setWorkTime(stageId(name), workTime);
    Q_EMIT changed();
}

void PipelineDocument::setPlacement(const Placement &placement)
{
    m_description.placement = placement;
    m_pipeline->setPlacement(placement);
    Q_EMIT changed();
}

PipelineError PipelineDocument::tryConnect(const SubscriptionDescription &subscription)
{
    const Outcome<SubscriptionId> outcome = m_pipeline->subscribe(
        stageId(subscription.to), stageId(subscription.from), subscription.options);
    if (!outcome)
        return outcome.error;
    m_description.subscriptions.push_back(subscription);
    Q_EMIT changed();
    return PipelineError::None;
}

void PipelineDocument::connectAgain(const SubscriptionDescription &subscription)
{
    subscribe(subscription);
    Q_EMIT changed();
}

std::optional<SubscriptionDescription> PipelineDocument::disconnectStages(const QString &from,
                                                                          const QString &to)
{
    const SubscriptionDescription *found = subscription(from, to);
    const std::optional<SubscriptionId> id = subscriptionId(from, to);
    if (!found || !id)
        return {};
    SubscriptionDescription removed = *found;
    m_pipeline->cancel(*id, StopReason::normal(), CancelMode::Temporary);
    m_description.subscriptions.erase(m_description.subscriptions.begin()
                                      + (found - m_description.subscriptions.data()));
    Q_EMIT changed();
    return removed;
}

void PipelineDocument::setPace(std::chrono::nanoseconds workTime)
{
    for (StageDescription &described : m_description.stages) {
        if (roleOf(described) != StageRole::Consumer)
            continue;
        described.run.workTime = workTime;
        m_pipeline->setWorkTime(stageId(described.id), workTime);
    }
    Q_EMIT changed();
}

std::optional<std::pair<std::chrono::nanoseconds, std::chrono::nanoseconds>>
PipelineDocument::pace() const
{
    std::optional<std::pair<std::chrono::nanoseconds, std::chrono::nanoseconds>> pace;
    for (const StageDescription &described : m_description.stages) {
        if (roleOf(described) != StageRole::Consumer)
            continue;
        const std::chrono::nanoseconds time = described.run.workTime;
        if (!pace)
            pace.emplace(time, time);
        pace->first = std::min(pace->first, time);
        pace->second = std::max(pace->second, time);
    }
    return pace;
}

} // namespace sluice::ui
