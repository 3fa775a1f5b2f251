// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/anyevent.h"
#include "core/pipeline/cyclecheck.h"
#include "core/pipeline/jsonreader.h"
#include "core/pipeline/pipelinefile.h"
#include "core/pipeline/sharereader.h"
#include "core/pipeline/stagereader.h"

#include <QHash>

#include <array>
#include <utility>

namespace sluice {

namespace {

constexpr std::size_t stageLimit = 10'000;

/// Turns the text of one file into a description: the version, then stages, then subscriptions.
class PipelineReader
{
public:
    PipelineReader(const QByteArray &text, const QString &file, const StageCatalog &catalog)
        : m_json(text, file)
        , m_shares(m_json)
        , m_catalog(catalog)
    {
    }

    LoadedPipeline run();

private:
    using Code = PipelineFileError::Code;

    bool readDocument();
    bool checkVersion(const JsonNode &document);
    bool readPlacement(const JsonNode &node);
    bool readStages(const JsonNode &list);
    bool readSubscriptions(const JsonNode &list);
    bool readSubscription(const JsonNode &node);
    bool readSubscriptionOptions(const JsonNode &node, SubscriptionOptions &options);
    bool readSupervisor(const JsonNode &node);
    bool readEnd(const JsonNode &node, QString &name);
    bool checkFit(const JsonNode &node, const JsonNode &fromNode, const JsonNode &toNode,
                  const SubscriptionDescription &subscription);
    bool checkCycles(const JsonNode &list);
    [[nodiscard]] const StageDescription &stage(const QString &id) const;
    [[nodiscard]] const StageKind &kindOf(const QString &stage) const;

    JsonReader m_json;
    ShareReader m_shares;
    const StageCatalog &m_catalog;
    PipelineDescription m_pipeline;
    QHash<QString, std::size_t> m_indexOf; // of stages, by their ids
};

LoadedPipeline PipelineReader::run()
{
    if (!m_json.error() && readDocument())
        return {std::move(m_pipeline), std::nullopt};
    return {{}, m_json.error()};
}

bool PipelineReader::readDocument()
{
    const JsonNode &document = m_json.root();
    if (!m_json.check(document, QJsonValue::Object) || !checkVersion(document))
        return false;
    if (const JsonNode *title = document.find(u"title");
        title && !m_json.readText(*title, m_pipeline.title))
        return false;
    if (const JsonNode *threads = document.find(u"threads"); threads && !readPlacement(*threads))
        return false;
    const JsonNode *stages = m_json.need(document, u"stages");
    if (!stages || !readStages(*stages))
        return false;
    if (const JsonNode *subscriptions = document.find(u"subscriptions");
        subscriptions && !readSubscriptions(*subscriptions))
        return false;
    if (const JsonNode *supervisor = document.find(u"supervisor");
        supervisor && !readSupervisor(*supervisor))
        return false;
    m_pipeline.unknown = JsonReader::others(
        document, {u"sluice", u"title", u"threads", u"stages", u"subscriptions", u"supervisor"});
    return true;
}

bool PipelineReader::checkVersion(const JsonNode &document)
{
    const JsonNode *version = m_json.need(document, u"sluice", Code::OtherVersion);
    if (!version)
        return false;
    return exactInteger(version->scalar) == PipelineDescription::version
        || m_json.fail(
            Code::OtherVersion, *version,
            QStringLiteral("version %1 of the format").arg(PipelineDescription::version));
}

bool PipelineReader::readPlacement(const JsonNode &node)
{
    QString text;
    if (!m_json.readText(node, text))
        return false;
    const auto placement = parsePlacement(text);
    if (!placement) {
        return m_json.fail(Code::UnknownChoice, node,
                           QStringLiteral("dedicated, shared or shared:N with N up to %1")
                               .arg(Placement::threadLimit));
    }
    m_pipeline.placement = *placement;
    return true;
}

bool PipelineReader::readStages(const JsonNode &list)
{
    if (!m_json.check(list, QJsonValue::Array))
        return false;
    if (list.children.size() > stageLimit) {
        return m_json.fail(Code::OutOfRange, list.children[stageLimit],
                           QStringLiteral("at most %1 stages").arg(stageLimit));
    }
    StageReader reader(m_json, m_catalog);
    for (const JsonNode &node : list.children) {
        StageDescription stage;
        if (!reader.read(node, stage))
            return false;
        if (m_indexOf.contains(stage.id)) {
            return m_json.fail(Code::DuplicateId, *node.find(u"id"),
                               QStringLiteral("an id that no other stage has"));
        }
        m_indexOf.insert(stage.id, m_pipeline.stages.size());
        m_pipeline.stages.push_back(std::move(stage));
    }
    return true;
}

bool PipelineReader::readSubscriptions(const JsonNode &list)
{
    if (!m_json.check(list, QJsonValue::Array))
        return false;
    for (const JsonNode &node : list.children) {
        if (!readSubscription(node))
            return false;
    }
    return checkCycles(list);
}

bool PipelineReader::readSubscription(const JsonNode &node)
{
    SubscriptionDescription subscription;
    if (!m_json.check(node, QJsonValue::Object))
        return false;
    const JsonNode *from = m_json.need(node, u"from");
    if (!from || !readEnd(*from, subscription.from))
        return false;
    const JsonNode *to = m_json.need(node, u"to");
    if (!to || !readEnd(*to, subscription.to))
        return false;
    if (!checkFit(node, *from, *to, subscription)
        || !readSubscriptionOptions(node, subscription.options)
        || !m_shares.read(node, stage(subscription.from), kindOf(subscription.from), subscription))
        return false;
    subscription.unknown = JsonReader::others(
        node, {u"from", u"to", u"maxDemand", u"minDemand", u"cancel", u"selector", u"partition"});
    m_pipeline.subscriptions.push_back(std::move(subscription));
    return true;
}

bool PipelineReader::readEnd(const JsonNode &node, QString &name)
{
    return m_json.readText(node, name)
        && (m_indexOf.contains(name)
            || m_json.fail(Code::UnknownStage, node,
                           QStringLiteral("the id of a stage of this file")));
}

bool PipelineReader::checkFit(const JsonNode &node, const JsonNode &fromNode,
                              const JsonNode &toNode, const SubscriptionDescription &subscription)
{
    const StageKind &from = kindOf(subscription.from);
    const StageKind &to = kindOf(subscription.to);
    if (!from.output) {
        return m_json.fail(
            Code::FromConsumer, fromNode,
            QStringLiteral("a stage that emits events (%1 does not)").arg(from.name));
    }
    if (!to.input) {
        return m_json.fail(Code::ToProducer, toNode,
                           QStringLiteral("a stage that takes events (%1 does not)").arg(to.name));
    }
    if (accepts(*to.input, *from.output))
        return true;
    const auto name = [](const EventType &type) {
        return QString::fromUtf8(type.name.data(), static_cast<qsizetype>(type.name.size()));
    };
    return m_json.fail(
        Code::TypesDiffer, node,
        QStringLiteral("events of one type (%1 emits %2, %3 takes %4)")
            .arg(subscription.from, name(*from.output), subscription.to, name(*to.input)));
}

bool PipelineReader::readSubscriptionOptions(const JsonNode &node, SubscriptionOptions &options)
{
    if (const JsonNode *max = node.find(u"maxDemand");
        max && !m_json.readInteger(*max, 1, demandLimit, options.maxDemand))
        return false;
    if (const JsonNode *min = node.find(u"minDemand")) {
        EventCount value = 0;
        if (!m_json.readInteger(*min, 0, options.maxDemand - 1, value,
                                QStringLiteral(" (below maxDemand)")))
            return false;
        options.minDemand = value;
    }
    if (const JsonNode *cancel = node.find(u"cancel")) {
        static constexpr std::array modes = {CancelMode::Permanent, CancelMode::Transient,
                                             CancelMode::Temporary};
        qsizetype index = 0;
        if (!m_json.readChoice(*cancel,
                               {QStringLiteral("permanent"), QStringLiteral("transient"),
                                QStringLiteral("temporary")},
                               index))
            return false;
        options.cancel = modes[static_cast<std::size_t>(index)];
    }
    return true;
}

bool PipelineReader::readSupervisor(const JsonNode &node)
{
    static constexpr std::array strategies = {SupervisionStrategy::OneForOne,
                                              SupervisionStrategy::OneForAll,
                                              SupervisionStrategy::RestForOne};
    if (!m_json.check(node, QJsonValue::Object))
        return false;
    SupervisorDescription supervisor;
    RestartIntensity &intensity = supervisor.options.intensity;
    const JsonNode *strategy = m_json.need(node, u"strategy");
    qsizetype index = 0;
    if (!strategy
        || !m_json.readChoice(*strategy,
                              {QStringLiteral("oneForOne"), QStringLiteral("oneForAll"),
                               QStringLiteral("restForOne")},
                              index))
        return false;
    supervisor.options.strategy = strategies[static_cast<std::size_t>(index)];
    EventCount value = intensity.maxRestarts;
    if (const JsonNode *restarts = node.find(u"maxRestarts");
        restarts && !m_json.readInteger(*restarts, 0, RestartIntensity::largestMaxRestarts, value))
        return false;
    intensity.maxRestarts = static_cast<int>(value);
    value = intensity.maxSeconds.count();
    if (const JsonNode *seconds = node.find(u"maxSeconds"); seconds
        && !m_json.readInteger(*seconds, 0, RestartIntensity::largestMaxSeconds.count(), value))
        return false;
    intensity.maxSeconds = std::chrono::seconds(value);
    supervisor.unknown = JsonReader::others(node, {u"strategy", u"maxRestarts", u"maxSeconds"});
    m_pipeline.supervisor = supervisor;
    return true;
}

bool PipelineReader::checkCycles(const JsonNode &list)
{
    std::vector<StageEdge> edges;
    for (const SubscriptionDescription &subscription : m_pipeline.subscriptions)
        edges.push_back({m_indexOf.value(subscription.from), m_indexOf.value(subscription.to)});
    const auto closing = firstClosingEdge(m_pipeline.stages.size(), edges);
    return !closing
        || m_json.fail(Code::Cycle, list.children[*closing],
                       QStringLiteral("no way back from %1 to %2")
                           .arg(m_pipeline.subscriptions[*closing].to,
                                m_pipeline.subscriptions[*closing].from));
}

const StageDescription &PipelineReader::stage(const QString &id) const
{
    return m_pipeline.stages[m_indexOf.value(id)];
}

const StageKind &PipelineReader::kindOf(const QString &stage) const
{
    return *m_catalog.find(this->stage(stage).kind);
}

} // namespace

LoadedPipeline readPipeline(const QByteArray &text, const QString &file,
                            const StageCatalog &catalog)
{
    return PipelineReader(text, file, catalog).run();
}

} // namespace sluice
