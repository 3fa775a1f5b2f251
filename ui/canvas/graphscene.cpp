// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/graphscene.h"

#include "ui/canvas/edgeitem.h"
#include "ui/canvas/groupview.h"
#include "ui/canvas/motionitem.h"
#include "ui/canvas/stageitem.h"
#include "ui/models/whytext.h"

#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace sluice::ui {
namespace {

constexpr std::int64_t textIntervalNs = 200'000'000;  // figures that change faster are not read
constexpr std::int64_t whyIntervalNs = 1'000'000'000; // a sentence takes longer to read
constexpr qreal sceneMargin = 1.5;                    // em
constexpr qreal textureStep = 2.4;                    // em
constexpr qreal mostTexture = 400;                    // marks

// Deletes the items of what is not in the picture any longer.
template<class Items, class Places>
void deleteGone(Items &items, const Places &places)
{
    std::erase_if(items, [&places](const auto &entry) {
        const bool isGone = !places.contains(entry.first);
        if (isGone)
            delete entry.second;
        return isGone;
    });
}

} // namespace

GraphScene::GraphScene(const QFont &font, const QPalette &palette, QObject *parent)
    : QGraphicsScene(parent)
    , m_style(font, palette)
    , m_motion(new MotionItem(m_style))
{
    setItemIndexMethod(NoIndex); // everything changes all the time
    setBackgroundBrush(m_style.colours.ground);
    addItem(m_motion);
}

GraphScene::~GraphScene()
{
    // The items use members of this class, so they must go before them.
    const QSignalBlocker blocker(this);
    clear();
}

void GraphScene::setLook(const QFont &font, const QPalette &palette)
{
    m_style = CanvasStyle(font, palette);
    setBackgroundBrush(m_style.colours.ground);
    layOutAnew();
    update();
}

void GraphScene::setSnapshot(const Snapshot &snapshot, const RateTable &rates)
{
    m_snapshot = snapshot;
    m_grouping.update(m_snapshot);
    m_grouped = m_grouping.grouped(m_snapshot);
    updateFlow();
    const bool hasNewSlice = m_history.update(snapshot);
    GraphShape shape = graphShape(shown());
    bool withTexts = areTextsDue();
    const bool isOther = shape != m_shape;
    if (isOther) {
        m_shape = std::move(shape);
        layOutAnew();
        withTexts = true;
    }
    if (withTexts)
        m_textsNs = snapshot.takenNs;
    explain(rates);
    showStages(rates, withTexts);
    if (hasNewSlice || isOther)
        showHistory();
    showEdges(rates, withTexts);
    showMotion();
    selectWanted();
}

QList<StageId> GraphScene::selectedNodes() const
{
    QList<StageId> selected;
    for (const GraphShape::Stage &stage : m_shape.stages) {
        if (m_stages.at(stage.id)->isSelected())
            selected += stage.id;
    }
    return selected;
}

QList<StageId> GraphScene::selectedStages() const
{
    QList<StageId> selected;
    for (const StageId node : selectedNodes()) {
        for (const StageId member : m_grouping.membersOf(node))
            selected += member;
    }
    return selected;
}

bool GraphScene::toggleGroup()
{
    const QList<StageId> selected = selectedNodes();
    if (selected.isEmpty())
        return false;
    const StageId member = m_grouping.membersOf(selected.constLast()).front();
    if (!m_grouping.toggle(selected.constLast()))
        return false;
    m_wanted = member;
    return true;
}

void GraphScene::markStage(StageId stage)
{
    m_marked = stage;
    const StageId node = nodeOf(stage);
    for (const auto &[id, item] : m_stages)
        item->setMarked(id == node);
}

void GraphScene::forgetPipeline()
{
    m_marked = {};
    m_grouping = Grouping();
    m_history = StageHistory();
}

void GraphScene::selectWanted()
{
    const StageId node = nodeOf(m_wanted);
    if (!m_wanted.isValid() || !m_stages.contains(node))
        return;
    m_wanted = {};
    selectOnly(QList{node});
    m_stages.at(node)->ensureVisible(); // not all of many fit
}

std::optional<SubscriptionId> GraphScene::selectedSubscription() const
{
    const auto found =
        std::ranges::find_if(m_edges, [](const auto &entry) { return entry.second->isSelected(); });
    if (found == m_edges.end())
        return {};
    return found->first;
}

void GraphScene::selectOnly(const QList<StageId> &ids)
{
    {
        const QSignalBlocker blocker(this);
        clearSelection();
        for (const StageId id : ids) {
            if (const auto found = m_stages.find(nodeOf(id)); found != m_stages.end())
                found->second->setSelected(true);
        }
    }
    Q_EMIT selectionChanged();
}

void GraphScene::selectOnly(SubscriptionId id)
{
    const auto found = m_edges.find(id);
    {
        const QSignalBlocker blocker(this);
        clearSelection();
        if (found != m_edges.end())
            found->second->setSelected(true);
    }
    Q_EMIT selectionChanged();
}

bool GraphScene::selectNext(bool next)
{
    const auto stageCount = static_cast<qsizetype>(shown().stages.size());
    const auto count = stageCount + static_cast<qsizetype>(shown().subscriptions.size());
    qsizetype place = next ? -1 : count;
    const QList<StageId> selected = selectedNodes();
    if (!selected.isEmpty()) {
        place = std::ranges::find(shown().stages, selected.constLast(), &StageSnapshot::id)
            - shown().stages.begin();
    } else if (const auto edge = selectedSubscription()) {
        place = stageCount
            + (std::ranges::find(shown().subscriptions, *edge, &SubscriptionSnapshot::id)
               - shown().subscriptions.begin());
    }
    place += next ? 1 : -1;
    if (place < 0 || place >= count)
        return false;
    if (place < stageCount)
        selectOnly(QList{shown().stages[static_cast<std::size_t>(place)].id});
    else
        selectOnly(shown().subscriptions[static_cast<std::size_t>(place - stageCount)].id);
    return true;
}

QList<QGraphicsObject *> GraphScene::walkOrder() const
{
    QList<QGraphicsObject *> items;
    for (const StageSnapshot &stage : shown().stages) {
        if (const auto found = m_stages.find(stage.id); found != m_stages.end())
            items += found->second;
    }
    for (const SubscriptionSnapshot &edge : shown().subscriptions) {
        if (const auto found = m_edges.find(edge.id); found != m_edges.end())
            items += found->second;
    }
    return items;
}

QString GraphScene::tip(const QGraphicsItem *item) const
{
    if (const auto *stageItem = dynamic_cast<const StageItem *>(item)) {
        const StageSnapshot *stage = shown().stage(stageItem->id());
        if (const Group *group = groupOf(stageItem->id()); stage && group)
            return groupTip(*stage, *group, shown(), stageItem->texts());
        return stage ? stageTip(*stage, m_snapshot, m_description) : QString();
    }
    if (const auto *edgeItem = dynamic_cast<const EdgeItem *>(item)) {
        const SubscriptionSnapshot *edge = shown().subscription(edgeItem->id());
        return edge ? edgeTip(*edge, shown()) : QString();
    }
    return {};
}

void GraphScene::layOutAnew()
{
    m_picture = graphPicture(m_shape, m_picture.layout, m_style.em);
    const qsizetype selectedBefore = selectedItems().size();
    {
        // Nobody may look while items and their lists disagree.
        const QSignalBlocker blocker(this);
        deleteGone(m_stages, m_picture.stages);
        deleteGone(m_edges, m_picture.edges);
    }
    keepStageItems();
    keepEdgeItems();
    m_motion->setBounds(m_picture.bounds);
    const qreal margin = sceneMargin * m_style.em;
    setSceneRect(m_picture.bounds.adjusted(-margin, -margin, margin, margin));
    Q_EMIT laidOut();
    if (selectedItems().size() != selectedBefore)
        Q_EMIT selectionChanged();
}

void GraphScene::keepStageItems()
{
    for (const GraphShape::Stage &stage : m_shape.stages) {
        StageItem *&item = m_stages[stage.id];
        if (!item) {
            item = new StageItem(stage.id, stage.shape.role, m_style);
            addItem(item);
        }
        item->setGeometry(m_picture.stages.at(stage.id));
        item->setMarked(stage.id == nodeOf(m_marked));
        item->setPos(m_picture.layout.stages.at(stage.id).topLeft());
    }
}

void GraphScene::keepEdgeItems()
{
    for (const auto &[id, geometry] : m_picture.edges) {
        EdgeItem *&item = m_edges[id];
        if (!item) {
            item = new EdgeItem(id, m_style);
            addItem(item);
        }
        item->setGeometry(geometry);
    }
}

void GraphScene::showStages(const RateTable &rates, bool withTexts)
{
    std::unordered_map<StageId, UpstreamSubscriptions> upstream;
    for (const SubscriptionSnapshot &subscription : shown().subscriptions)
        upstream[subscription.consumer].push_back(&subscription);
    for (const StageSnapshot &stage : shown().stages) {
        StageItem *item = m_stages.at(stage.id);
        const UpstreamSubscriptions &lanes = upstream[stage.id];
        const Group *group = groupOf(stage.id);
        item->setGauges(group ? groupGauges(*group, lanes, rates)
                              : stageGauges(stage, lanes, rates));
        if (withTexts)
            item->setTexts(textsOf(stage, lanes, rates));
    }
}

StageTexts GraphScene::textsOf(const StageSnapshot &stage, const UpstreamSubscriptions &upstream,
                               const RateTable &rates) const
{
    const Group *group = groupOf(stage.id);
    StageTexts texts = group ? groupTexts(stage, *group, upstream, shown(), rates)
                             : stageTexts(stage, upstream, m_snapshot, rates, m_history);
    texts.isBottleneck = m_why.bottleneck.isValid() && stage.id == nodeOf(m_why.bottleneck);
    return texts;
}

const Group *GraphScene::groupOf(StageId node) const
{
    const auto found = m_grouped.groups.find(node);
    return found == m_grouped.groups.end() ? nullptr : &found->second;
}

double GraphScene::sentPerSecond(const SubscriptionSnapshot &lane, const RateTable &rates) const
{
    const Group *group = groupOf(lane.consumer);
    return group ? ui::sentPerSecond(group->lanes.at(lane.id), rates)
                 : rates.sentPerSecond(lane.id);
}

void GraphScene::showHistory()
{
    for (const auto &[id, item] : m_stages) {
        item->setHistory(isGroup(id) ? groupHistory(m_grouping.membersOf(id), m_history)
                                     : m_history.slices(id));
    }
}

void GraphScene::explain(const RateTable &rates)
{
    const bool isDue = m_snapshot.takenNs < m_whyNs || m_snapshot.takenNs - m_whyNs >= whyIntervalNs
        || m_snapshot.runState != m_why.runState;
    if (!isDue)
        return;
    m_whyNs = m_snapshot.takenNs;
    m_why = whyWaiting(m_snapshot, rates);
    Q_EMIT explained(whyText(m_why, m_snapshot, crowds(rates)));
}

Crowds GraphScene::crowds(const RateTable &rates) const
{
    Crowds crowds;
    for (const WaitStep &step : m_why.steps) {
        const StageSnapshot *stage = shown().stage(nodeOf(step.stage));
        const Group *group = groupOf(nodeOf(step.stage));
        if (stage && group)
            crowds.emplace(step.stage,
                           crowdOf(*stage, *group, step.state, m_snapshot.takenNs, rates));
    }
    return crowds;
}

void GraphScene::showEdges(const RateTable &rates, bool withTexts)
{
    for (const SubscriptionSnapshot &subscription : shown().subscriptions) {
        const auto found = m_edges.find(subscription.id);
        if (found == m_edges.end())
            continue;
        found->second->note(subscription);
        if (withTexts)
            found->second->showFigures(subscription, sentPerSecond(subscription, rates));
    }
}

void GraphScene::showMotion()
{
    std::vector<MovingMark> marks;
    if (m_motionChoice == Motion::Off) {
        m_motion->setMarks({});
        return;
    }
    qreal rushingLength = 0;
    for (const auto &[id, edge] : m_picture.edges)
        rushingLength += edge.events.length() + edge.demand.length();
    const qreal step = std::max(textureStep * m_style.em, rushingLength / mostTexture);
    for (const auto &[id, edge] : m_picture.edges) {
        for (const auto direction : {FlowDirection::Downstream, FlowDirection::Upstream}) {
            if (m_motionChoice == Motion::Full && m_flow.isRushing(id, direction))
                appendTexture(marks, edge, direction, m_flow.nowNs(), step);
        }
    }
    for (const Token &token : m_flow.tokens()) {
        const auto edge = m_picture.edges.find(token.subscription);
        if (edge == m_picture.edges.end())
            continue;
        if (const auto mark = tokenMark(token, m_flow.progress(token), edge->second))
            marks.push_back(*mark);
    }
    m_motion->setMarks(std::move(marks));
}

// By the lanes that are drawn: a thousand tokens on one of them would only hide each other.
void GraphScene::updateFlow()
{
    std::set<StageId> groups;
    for (const auto &[node, group] : m_grouped.groups)
        groups.insert(node);
    // What went through a lane before it was drawn is no message of this moment.
    if (std::exchange(m_groups, groups) != groups)
        m_flow = TokenFlow();
    m_flow.update(shown());
}

bool GraphScene::areTextsDue()
{
    return m_snapshot.takenNs < m_textsNs || m_snapshot.takenNs - m_textsNs >= textIntervalNs;
}

} // namespace sluice::ui
