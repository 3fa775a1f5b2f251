// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/outlinemodel.h"

#include "core/pipeline/duration.h"
#include "core/pipeline/pipelinefile.h"
#include "ui/models/outlinetext.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace sluice::ui {

struct OutlineModel::Node
{
    // A stage.
    StageSnapshot stage;
    StageRates rates;
    std::vector<std::unique_ptr<Node>> links;

    // A side of a subscription; the stage it is in is its parent.
    Node *parent = nullptr;
    SubscriptionSnapshot subscription;
    QString other; ///< the stage at the other end

    int row = 0; ///< among the parent's rows

    [[nodiscard]] bool isTaker() const { return subscription.consumer == parent->stage.id; }
};

OutlineModel::OutlineModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

OutlineModel::~OutlineModel() = default;

// An index points to the node that its row is in: none for a stage.
const OutlineModel::Node *OutlineModel::nodeOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const auto *in = static_cast<const Node *>(index.constInternalPointer());
    const auto row = static_cast<std::size_t>(index.row());
    if (!in)
        return m_stages[row].get();
    if (in->parent || index.row() < stageRowCount)
        return nullptr; // a figure
    return in->links[row - static_cast<std::size_t>(stageRowCount)].get();
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent));
}

QModelIndex OutlineModel::parent(const QModelIndex &index) const
{
    const auto *in = static_cast<const Node *>(index.constInternalPointer());
    return in ? createIndex(in->row, 0, in->parent) : QModelIndex();
}

int OutlineModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_stages.size());
    if (parent.column() != Name)
        return 0;
    const Node *node = nodeOf(parent);
    if (!node)
        return 0;
    return node->parent ? linkRowCount : stageRowCount + static_cast<int>(node->links.size());
}

int OutlineModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant OutlineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::EditRole)
        return editValue(index);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    QString name;
    QString value;
    if (const Node *node = nodeOf(index)) {
        if (!node->parent) {
            name = node->stage.name;
            value = stageLine(node->stage);
        } else {
            name = (node->isTaker() ? tr("from %1") : tr("to %1")).arg(node->other);
            value = linkLine(node->subscription);
        }
    } else {
        const auto *in = static_cast<const Node *>(index.constInternalPointer());
        if (in->parent) {
            const auto row = static_cast<LinkRow>(index.row());
            name = rowName(row);
            value = rowValue(row, in->subscription);
        } else {
            const auto row = static_cast<StageRow>(index.row());
            name = rowName(row);
            value = rowValue(row, in->stage, in->rates);
        }
    }
    if (role == Qt::AccessibleTextRole && index.column() == Name)
        return QStringLiteral("%1, %2").arg(name, value);
    return index.column() == Name ? name : value;
}

QVariant OutlineModel::editValue(const QModelIndex &index) const
{
    if (!flags(index).testFlag(Qt::ItemIsEditable))
        return {};
    const auto *in = static_cast<const Node *>(index.constInternalPointer());
    if (!in->parent)
        return durationText(std::chrono::nanoseconds(in->stage.workTimeNs));
    return static_cast<int>(static_cast<LinkRow>(index.row()) == LinkRow::Maximum
                                ? in->subscription.inlet.maximum
                                : in->subscription.inlet.minimum);
}

QVariant OutlineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Stage or figure") : tr("Value");
}

Qt::ItemFlags OutlineModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (!index.isValid() || index.column() != Value || nodeOf(index))
        return flags;
    const auto *in = static_cast<const Node *>(index.constInternalPointer());
    const bool isEditable = in->parent
        ? index.row() >= static_cast<int>(LinkRow::Maximum) && !in->subscription.isSettled
        : index.row() == static_cast<int>(StageRow::WorkTime);
    flags.setFlag(Qt::ItemIsEditable, isEditable);
    return flags;
}

bool OutlineModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const auto *in = static_cast<const Node *>(index.constInternalPointer());
    if (!in->parent) {
        const auto time = parseDuration(value.toString());
        if (!time || *time > workTimeLimit)
            return false;
        Q_EMIT workTimeChosen(in->stage.name, *time);
        return true;
    }
    const InletFigures &inlet = in->subscription.inlet;
    const bool isMaximum = static_cast<LinkRow>(index.row()) == LinkRow::Maximum;
    bool ok = false;
    const EventCount number = value.toLongLong(&ok);
    if (!ok
        || (isMaximum ? number < 1 || number > demandLimit : number < 0 || number >= inlet.maximum))
        return false;
    const QString &own = in->parent->stage.name;
    const EventCount maximum = isMaximum ? number : inlet.maximum;
    const EventCount minimum = isMaximum ? std::min(inlet.minimum, number - 1) : number;
    Q_EMIT demandChosen(in->isTaker() ? in->other : own, in->isTaker() ? own : in->other, maximum,
                        minimum);
    return true;
}

StageId OutlineModel::stageOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const auto *in = static_cast<const Node *>(index.constInternalPointer());
    if (!in)
        return nodeOf(index)->stage.id;
    return in->parent ? in->parent->stage.id : in->stage.id;
}

QModelIndex OutlineModel::indexOf(StageId stage) const
{
    const auto found = std::ranges::find_if(
        m_stages, [stage](const auto &node) { return node->stage.id == stage; });
    return found == m_stages.end() ? QModelIndex() : createIndex((*found)->row, 0, nullptr);
}

void OutlineModel::setSnapshot(const Snapshot &snapshot, const RateTable &rates)
{
    keepStages(snapshot);
    std::unordered_map<StageId, std::vector<const SubscriptionSnapshot *>> links;
    std::unordered_map<StageId, QString> names;
    for (const SubscriptionSnapshot &subscription : snapshot.subscriptions) {
        links[subscription.consumer].push_back(&subscription);
        links[subscription.producer].push_back(&subscription);
    }
    for (const auto &node : m_stages) {
        const StageId id = node->stage.id;
        names[id] = node->stage.name;
        node->rates = {rates.handledPerSecond(id), rates.emittedPerSecond(id),
                       rates.stateShares(id)};
    }
    for (const auto &node : m_stages) {
        keepLinks(*node, links[node->stage.id]);
        for (const auto &link : node->links) {
            link->other =
                names[link->isTaker() ? link->subscription.producer : link->subscription.consumer];
        }
    }
    tellChanges();
}

void OutlineModel::keepStages(const Snapshot &snapshot)
{
    for (std::size_t i = m_stages.size(); i-- > 0;) {
        if (snapshot.stage(m_stages[i]->stage.id))
            continue;
        const int row = static_cast<int>(i);
        beginRemoveRows({}, row, row);
        m_stages.erase(m_stages.begin() + row);
        for (std::size_t later = i; later < m_stages.size(); ++later)
            m_stages[later]->row = static_cast<int>(later);
        endRemoveRows();
    }
    for (std::size_t i = 0; i < snapshot.stages.size(); ++i) {
        if (i < m_stages.size()) {
            m_stages[i]->stage = snapshot.stages[i];
            continue;
        }
        const int row = static_cast<int>(i);
        auto node = std::make_unique<Node>();
        node->stage = snapshot.stages[i];
        node->row = row;
        beginInsertRows({}, row, row);
        m_stages.push_back(std::move(node));
        endInsertRows();
    }
}

void OutlineModel::keepLinks(Node &stage, const std::vector<const SubscriptionSnapshot *> &links)
{
    const QModelIndex parent = createIndex(stage.row, 0, nullptr);
    for (std::size_t i = stage.links.size(); i-- > 0;) {
        const SubscriptionId id = stage.links[i]->subscription.id;
        if (std::ranges::find(links, id, &SubscriptionSnapshot::id) != links.end())
            continue;
        const int row = stageRowCount + static_cast<int>(i);
        beginRemoveRows(parent, row, row);
        stage.links.erase(stage.links.begin() + static_cast<std::ptrdiff_t>(i));
        for (std::size_t later = i; later < stage.links.size(); ++later)
            stage.links[later]->row = stageRowCount + static_cast<int>(later);
        endRemoveRows();
    }
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (i < stage.links.size()) {
            stage.links[i]->subscription = *links[i];
            continue;
        }
        const int row = stageRowCount + static_cast<int>(i);
        auto node = std::make_unique<Node>();
        node->parent = &stage;
        node->subscription = *links[i];
        node->row = row;
        beginInsertRows(parent, row, row);
        stage.links.push_back(std::move(node));
        endInsertRows();
    }
}

void OutlineModel::tellChanges()
{
    if (m_stages.empty())
        return;
    const auto tell = [this](int rows, const Node *in) {
        Q_EMIT dataChanged(createIndex(0, 0, in), createIndex(rows - 1, ColumnCount - 1, in),
                           {Qt::DisplayRole, Qt::EditRole, Qt::AccessibleTextRole});
    };
    tell(static_cast<int>(m_stages.size()), nullptr);
    for (const auto &stage : m_stages) {
        tell(stageRowCount + static_cast<int>(stage->links.size()), stage.get());
        for (const auto &link : stage->links)
            tell(linkRowCount, link.get());
    }
}

} // namespace sluice::ui
