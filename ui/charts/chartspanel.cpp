// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/chartspanel.h"

#include "ui/canvas/groupview.h"
#include "ui/charts/charttable.h"
#include "ui/charts/statestrips.h"
#include "ui/models/ratetable.h"
#include "ui/panels/format.h"

#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <set>
#include <unordered_map>

namespace sluice::ui {
namespace {

constexpr int cellEms = 15;          ///< a chart narrower than this says too little
constexpr std::size_t fewLevels = 4; ///< more lines than this would be a grid

/// A widget below its title, as a chart has it.
QWidget *titled(const QString &title, QWidget *widget)
{
    auto *both = new QWidget;
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *label = new QLabel(title);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    column->addWidget(label);
    column->addWidget(widget, 1);
    return both;
}

bool isGone(const StageSnapshot &stage)
{
    return stage.figures.state == StageState::Stopped || stage.figures.state == StageState::Crashed;
}

// A member that has left counts no more; where all have left the line ends, as that of one stage.
std::vector<const StageSnapshot *> presentMembers(const StageSnapshot &node,
                                                  const GroupedSnapshot &sample)
{
    std::vector<const StageSnapshot *> members{&node};
    if (const auto group = sample.groups.find(node.id); group != sample.groups.end())
        members = group->second.members;
    std::erase_if(members, [](const StageSnapshot *member) { return isGone(*member); });
    return members;
}

} // namespace

ChartsPanel::ChartsPanel(QWidget *parent)
    : QWidget(parent)
    , m_cells{new ChartCell(tr("Throughput, events/s"),
                            tr("Nothing has run yet. Press F5 to run the pipeline."), this),
              new ChartCell(tr("Pending demand, events"),
                            tr("Nobody has subscribed yet. Press Insert to add a consumer."), this),
              new ChartCell(tr("Buffered, events"), tr("No stage of this pipeline has a buffer."),
                            this)}
    , m_states(nullptr)
    , m_strips(new StateStrips)
    , m_tabs(new QTabBar(this))
    , m_tableButton(new QToolButton(this))
    , m_table(new ChartTable(
          {tr("Throughput"), tr("Demand"), tr("Buffers")},
          [this](int chart) { return m_cells[static_cast<std::size_t>(chart)]->data(); }, this))
{
    m_states = titled(tr("States"), m_strips);
    m_tabs->setAccessibleName(tr("Which chart to show"));
    m_tabs->setDrawBase(false);
    for (const QString &name : {tr("Throughput"), tr("Demand"), tr("Buffers"), tr("States")})
        m_tabs->addTab(name);
    m_tableButton->setText(tr("Table"));
    m_tableButton->setCheckable(true);
    m_tableButton->setAutoRaise(true);
    m_tableButton->setToolTip(tr("The same numbers as a table, to read, copy and save"));
    m_table->hide();
    auto *grid = new QGridLayout(this);
    const int space = fontMetrics().height() / 2;
    grid->setContentsMargins(space, space / 2, space, space / 2);
    grid->setHorizontalSpacing(2 * space);
    const int columns = static_cast<int>(m_cells.size());
    grid->addWidget(m_tabs, 0, 0, 1, columns - 1, Qt::AlignLeft);
    grid->addWidget(m_tableButton, 0, columns - 1, Qt::AlignRight);
    grid->addWidget(m_table, 1, 0, 1, columns);
    grid->addWidget(m_states, 1, 0, 1, columns);
    for (int i = 0; i < static_cast<int>(m_cells.size()); ++i) {
        grid->addWidget(m_cells[static_cast<std::size_t>(i)], 1, i);
    }
    grid->setRowStretch(1, 1);
    connectCharts();
    arrange();
}

void ChartsPanel::connectCharts()
{
    connect(m_tabs, &QTabBar::currentChanged, this, &ChartsPanel::arrange);
    connect(m_tableButton, &QToolButton::toggled, this, &ChartsPanel::showTable);
    connect(m_strips, &StateStrips::cursorMoved, this, &ChartsPanel::setCursorAt);
    for (ChartCell *cell : m_cells)
        connect(cell, &ChartCell::cursorMoved, this, &ChartsPanel::setCursorAt);
}

void ChartsPanel::setCursorAt(std::optional<double> seconds)
{
    m_pointedAt = seconds;
    showCursor();
}

void ChartsPanel::setChosenMoment(std::optional<std::int64_t> momentNs)
{
    m_chosenNs = momentNs;
    showCursor();
}

void ChartsPanel::showCursor()
{
    std::optional<double> seconds = m_pointedAt;
    if (!seconds && m_chosenNs) {
        // A row may be newer than the last sample.
        const double chosen = std::min(0.0, static_cast<double>(*m_chosenNs - m_takenNs) / 1e9);
        if (chosen >= -TimeSeriesView::seconds)
            seconds = chosen;
    }
    m_strips->setCursorAt(seconds);
    for (ChartCell *cell : m_cells)
        cell->setCursorAt(seconds);
}

void ChartsPanel::showTable(bool isShown)
{
    m_tableButton->setChecked(isShown);
    if (isShown) {
        m_table->setChart(std::min(m_tabs->currentIndex(), static_cast<int>(m_cells.size()) - 1));
        m_table->takeNumbers();
    }
    arrange();
}

QSize ChartsPanel::sizeHint() const
{
    const int em = fontMetrics().height();
    return {60 * em, 15 * em};
}

QSize ChartsPanel::minimumSizeHint() const
{
    const int em = fontMetrics().height();
    return {12 * em, 7 * em};
}

void ChartsPanel::addSample(const Snapshot &snapshot, const RateTable &rates,
                            const Grouping &grouping)
{
    const GroupedSnapshot sample = grouping.grouped(snapshot);
    sampleThroughput(sample, rates);
    sampleDemand(sample);
    sampleBuffers(snapshot);
    m_strips->addSample(snapshot, sample);
    m_events.take(snapshot);
    const std::vector<ChartMark> marks = m_events.marks();
    for (ChartCell *cell : m_cells)
        cell->setMarks(marks);
    m_takenNs = snapshot.takenNs;
    if (m_chosenNs && !m_pointedAt)
        showCursor(); // it goes on to the left
    drawVisible();
}

void ChartsPanel::reset()
{
    m_styles.clear();
    m_firstNs.clear();
    m_demandLines.clear();
    m_events.clear();
    setChosenMoment({});
    m_strips->reset();
    for (ChartCell *cell : m_cells)
        cell->reset();
}

int ChartsPanel::styleOf(StageId stage)
{
    return m_styles.try_emplace(stage, static_cast<int>(m_styles.size())).first->second;
}

QString ChartsPanel::nameOf(const StageSnapshot &node, const GroupedSnapshot &sample) const
{
    const auto group = sample.groups.find(node.id);
    return group == sample.groups.end() ? node.name
                                        : tr("%1, sum").arg(groupName(node, group->second));
}

double ChartsPanel::throughput(const StageSnapshot &stage, std::int64_t takenNs,
                               const RateTable &rates)
{
    const double rate = stage.role == StageRole::Producer ? rates.emittedPerSecond(stage.id)
                                                          : rates.handledPerSecond(stage.id);
    // The first instants of a stage count as part of a second, or their burst would set the
    // scale of the whole minute.
    const std::int64_t firstNs = m_firstNs.try_emplace(stage.id, takenNs).first->second;
    return rate * std::min(1.0, static_cast<double>(takenNs - firstNs) / 1e9);
}

void ChartsPanel::sampleThroughput(const GroupedSnapshot &sample, const RateTable &rates)
{
    std::vector<ChartCell::Value> values;
    for (const StageSnapshot &node : sample.shown.stages) {
        const std::vector<const StageSnapshot *> members = presentMembers(node, sample);
        if (members.empty())
            continue;
        double sum = 0;
        for (const StageSnapshot *member : members)
            sum += throughput(*member, sample.shown.takenNs, rates);
        values.push_back({node.id.value, nameOf(node, sample), styleOf(node.id), sum});
    }
    m_cells[0]->add(sample.shown.takenNs, values);
}

void ChartsPanel::sampleDemand(const GroupedSnapshot &sample)
{
    const Snapshot &snapshot = sample.shown;
    std::unordered_map<StageId, int> upstreams;
    for (const SubscriptionSnapshot &subscription : snapshot.subscriptions)
        ++upstreams[subscription.consumer];
    std::unordered_map<StageId, const StageSnapshot *> stages;
    for (const StageSnapshot &stage : snapshot.stages)
        stages.emplace(stage.id, &stage);

    std::vector<ChartCell::Value> values;
    std::set<std::uint64_t> drawn;
    std::set<EventCount> maxima;
    std::set<EventCount> minima;
    for (const SubscriptionSnapshot &subscription : snapshot.subscriptions) {
        if (subscription.inlet.ended || subscription.outlet.ended)
            continue;
        const auto consumerEntry = stages.find(subscription.consumer);
        const auto producerEntry = stages.find(subscription.producer);
        if (consumerEntry == stages.end() || producerEntry == stages.end())
            continue;
        const StageSnapshot *consumer = consumerEntry->second;
        const StageSnapshot *producer = producerEntry->second;
        const QString consumers = nameOf(*consumer, sample);
        const QString name = upstreams[subscription.consumer] == 1
            ? consumers
            : tr("%1 of %2").arg(consumers, producer->name);
        std::uint64_t line =
            m_demandLines.try_emplace({producer->id, consumer->id}, subscription.id.value)
                .first->second;
        if (!drawn.insert(line).second)
            line = subscription.id.value; // a second one of the same two, at the same time
        values.push_back(
            {line, name, styleOf(consumer->id), static_cast<double>(subscription.inlet.pending)});
        maxima.insert(subscription.inlet.maximum);
        minima.insert(subscription.inlet.minimum);
    }
    std::vector<ChartLevel> levels;
    if (maxima.size() + minima.size() <= fewLevels) {
        for (EventCount maximum : maxima)
            levels.push_back(
                {tr("max %1").arg(formatCount(maximum)), static_cast<double>(maximum)});
        for (EventCount minimum : minima)
            levels.push_back(
                {tr("min %1").arg(formatCount(minimum)), static_cast<double>(minimum)});
    }
    m_cells[1]->add(snapshot.takenNs, values, levels);
}

void ChartsPanel::sampleBuffers(const Snapshot &snapshot)
{
    std::vector<ChartCell::Value> values;
    std::set<EventCount> capacities;
    for (const StageSnapshot &stage : snapshot.stages) {
        if (isGone(stage) || stage.role == StageRole::Consumer)
            continue;
        values.push_back({stage.id.value, stage.name, styleOf(stage.id),
                          static_cast<double>(stage.figures.buffered)});
        if (stage.figures.bufferCapacity > 0)
            capacities.insert(stage.figures.bufferCapacity);
    }
    std::vector<ChartLevel> levels;
    if (capacities.size() <= fewLevels) {
        for (EventCount capacity : capacities)
            levels.push_back(
                {tr("full at %1").arg(formatCount(capacity)), static_cast<double>(capacity)});
    }
    m_cells[2]->add(snapshot.takenNs, values, levels);
}

void ChartsPanel::setMost(Charts most)
{
    m_most = most;
    arrange();
}

void ChartsPanel::arrange()
{
    const int count = static_cast<int>(m_cells.size());
    const bool hasRoomForAll =
        m_most == Charts::AsManyAsFit && width() >= count * cellEms * fontMetrics().height();
    arrangeTabs(hasRoomForAll);
    const bool isTable = m_tableButton->isChecked();
    // The strips have a tab of their own: beside the charts they would take a quarter of the room.
    const auto isShown = [&](int place) {
        const int current = m_tabs->currentIndex();
        const bool isCurrent =
            hasRoomForAll ? (place == count) == (current == count) : place == current;
        return !isTable && isCurrent;
    };
    m_tabs->setVisible(!isTable);
    for (int i = 0; i < count; ++i)
        m_cells[static_cast<std::size_t>(i)]->setVisible(isShown(i));
    m_states->setVisible(isShown(count));
    m_table->setVisible(isTable);
    drawVisible();
}

// One tab for all charts that stand side by side, or one for each.
void ChartsPanel::arrangeTabs(bool areTogether)
{
    const QSignalBlocker silent(m_tabs);
    const int states = static_cast<int>(m_cells.size());
    m_tabs->setTabText(0, areTogether ? tr("Charts") : tr("Throughput"));
    if (areTogether && m_tabs->currentIndex() != states)
        m_tabs->setCurrentIndex(0);
    for (int i = 1; i < states; ++i)
        m_tabs->setTabVisible(i, !areTogether);
}

void ChartsPanel::drawVisible()
{
    for (ChartCell *cell : m_cells)
        cell->draw();
}

void ChartsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ChartsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    drawVisible();
}

} // namespace sluice::ui
