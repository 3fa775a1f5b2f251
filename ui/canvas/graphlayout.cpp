// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/graphlayout.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <unordered_set>

namespace sluice::ui {
namespace {

// All in em.
constexpr qreal stageGap = 1.6;
constexpr qreal compactGap = 1.1; // between stages of one line each
constexpr qreal passageHeight = 3;
constexpr qreal straightGap = 1; // before the labels, if all subscriptions are level
constexpr qreal bentGap = 6;
constexpr qreal widestGap = 16;
constexpr qreal gapPerClimb = 0.06;

/// A stage in its layer, or a subscription that passes the layer.
struct Cell
{
    const GraphTopology::Stage *stage = nullptr;
    std::vector<std::size_t> before; ///< cells it is fed from, in the layer before
    QSizeF size;
    int layer = 0;
    qreal rank = 0; ///< its place within the layer
    qreal y = 0;    ///< of its centre
};

class Layouter
{
public:
    Layouter(const GraphTopology &topology, const GraphLayout &before, qreal em)
        : m_topology(topology)
        , m_before(before)
        , m_em(em)
    {
    }

    GraphLayout run()
    {
        makeStageCells();
        assignLayers();
        makePassages();
        for (std::vector<std::size_t> &layer : m_layers) {
            order(layer);
            stack(layer);
        }
        return placed();
    }

private:
    void makeStageCells()
    {
        for (const GraphTopology::Stage &stage : m_topology.stages) {
            m_cellOf[stage.id] = m_cells.size();
            Cell cell;
            cell.stage = &stage;
            cell.size = stage.size;
            m_cells.push_back(cell);
        }
    }

    // Each stage one layer after the last of its producers. A ring of stages cannot be put in
    // order; the number of rounds is limited.
    void assignLayers()
    {
        assignFirstLayers();
        for (std::size_t round = 0; round < m_cells.size(); ++round) {
            bool hasMoved = false;
            for (const GraphTopology::Subscription &subscription : m_topology.subscriptions) {
                const int after = m_cells[m_cellOf[subscription.producer]].layer + 1;
                Cell &consumer = m_cells[m_cellOf[subscription.consumer]];
                if (consumer.layer < after && after <= static_cast<int>(m_cells.size())) {
                    consumer.layer = after;
                    hasMoved = true;
                }
            }
            if (!hasMoved)
                break;
        }
        for (std::size_t i = 0; i < m_cells.size(); ++i)
            layerAt(m_cells[i].layer).push_back(i);
    }

    // A stage that should have a producer and has none stays where it was.
    void assignFirstLayers()
    {
        std::unordered_set<StageId> fed;
        for (const GraphTopology::Subscription &subscription : m_topology.subscriptions)
            fed.insert(subscription.consumer);
        for (Cell &cell : m_cells) {
            if (fed.contains(cell.stage->id) || cell.stage->role == StageRole::Producer)
                continue;
            const auto was = m_before.layers.find(cell.stage->id);
            cell.layer =
                was != m_before.layers.end() ? was->second : static_cast<int>(cell.stage->role);
        }
    }

    std::vector<std::size_t> &layerAt(int layer)
    {
        const auto index = static_cast<std::size_t>(layer);
        if (m_layers.size() <= index)
            m_layers.resize(index + 1);
        return m_layers[index];
    }

    // A subscription that passes layers gets a cell in each of them, so that no stage is in its way.
    void makePassages()
    {
        for (const GraphTopology::Subscription &subscription : m_topology.subscriptions) {
            std::size_t last = m_cellOf[subscription.producer];
            const std::size_t consumer = m_cellOf[subscription.consumer];
            for (int layer = m_cells[last].layer + 1; layer < m_cells[consumer].layer; ++layer) {
                Cell passage;
                passage.size = {0, passageHeight * m_em};
                passage.layer = layer;
                passage.before.push_back(last);
                last = m_cells.size();
                layerAt(layer).push_back(last);
                m_passages[subscription.id].push_back(last);
                m_cells.push_back(passage);
            }
            if (m_cells[last].layer < m_cells[consumer].layer)
                m_cells[consumer].before.push_back(last);
        }
    }

    [[nodiscard]] qreal meanOfBefore(const Cell &cell, qreal Cell::*value) const
    {
        qreal sum = 0;
        for (const std::size_t before : cell.before)
            sum += m_cells[before].*value;
        return sum / static_cast<qreal>(cell.before.size());
    }

    // By the places of their producers, then as they were added; what has none comes last.
    void order(std::vector<std::size_t> &layer)
    {
        const auto key = [this](std::size_t index) {
            const Cell &cell = m_cells[index];
            return cell.before.empty() ? HUGE_VAL : meanOfBefore(cell, &Cell::rank);
        };
        std::ranges::stable_sort(layer, {}, key);
        for (std::size_t i = 0; i < layer.size(); ++i)
            m_cells[layer[i]].rank = static_cast<qreal>(i);
    }

    [[nodiscard]] qreal distance(const Cell &upper, const Cell &lower) const
    {
        const bool isCompact = upper.size.height() < 5 * m_em && lower.size.height() < 5 * m_em;
        return (upper.size.height() + lower.size.height()) / 2
            + (isCompact ? compactGap : stageGap) * m_em;
    }

    // As near to the middle of their producers as the order and the distances allow: neighbours
    // that want to be in each other's place form a block, which takes their mean.
    void stack(const std::vector<std::size_t> &layer)
    {
        struct Block
        {
            qreal sum = 0; ///< of the wishes for the first cell's place
            std::size_t count = 0;

            [[nodiscard]] qreal mean() const { return sum / static_cast<qreal>(count); }
        };

        std::vector<Block> blocks;
        std::vector<qreal> offsets;
        qreal offset = 0;
        qreal wish = 0;
        for (std::size_t i = 0; i < layer.size(); ++i) {
            const Cell &cell = m_cells[layer[i]];
            if (i > 0)
                offset += distance(m_cells[layer[i - 1]], cell);
            offsets.push_back(offset);
            if (!cell.before.empty())
                wish = meanOfBefore(cell, &Cell::y);
            Block block{wish - offset, 1};
            while (!blocks.empty() && blocks.back().mean() >= block.mean()) {
                block.sum += blocks.back().sum;
                block.count += blocks.back().count;
                blocks.pop_back();
            }
            blocks.push_back(block);
        }
        std::size_t next = 0;
        for (const Block &block : blocks) {
            for (std::size_t i = 0; i < block.count; ++i, ++next)
                m_cells[layer[next]].y = block.mean() + offsets[next];
        }
    }

    // How much room subscriptions from the layer before need to get up or down to this one.
    [[nodiscard]] qreal roomToClimb(const std::vector<std::size_t> &layer) const
    {
        qreal climb = 0;
        bool isBent = false;
        for (const std::size_t index : layer) {
            const Cell &cell = m_cells[index];
            isBent = isBent || cell.before.size() > 1;
            for (const std::size_t before : cell.before)
                climb = std::max(climb, std::abs(m_cells[before].y - cell.y));
        }
        if (!isBent && climb <= m_em / 2)
            return straightGap * m_em;
        return std::min(bentGap * m_em + gapPerClimb * climb, widestGap * m_em);
    }

    [[nodiscard]] GraphLayout placed() const
    {
        GraphLayout layout;
        std::unordered_map<std::size_t, QLineF> stretches;
        qreal left = 0;
        for (std::size_t i = 0; i < m_layers.size(); ++i) {
            if (i > 0)
                left += labelStretch * m_em + roomToClimb(m_layers[i]);
            qreal width = 0;
            for (const std::size_t index : m_layers[i])
                width = std::max(width, m_cells[index].size.width());
            for (const std::size_t index : m_layers[i]) {
                const Cell &cell = m_cells[index];
                if (cell.stage) {
                    const QRectF rect({left, cell.y - cell.size.height() / 2}, cell.size);
                    layout.stages[cell.stage->id] = rect;
                    layout.layers[cell.stage->id] = cell.layer;
                    layout.bounds |= rect;
                } else {
                    stretches[index] = {left, cell.y, left + width, cell.y};
                }
            }
            left += width;
        }
        for (const auto &[id, cells] : m_passages) {
            for (const std::size_t index : cells)
                layout.passages[id].push_back(stretches[index]);
        }
        return layout;
    }

    const GraphTopology &m_topology;
    const GraphLayout &m_before;
    qreal m_em;

    std::vector<Cell> m_cells;
    std::unordered_map<StageId, std::size_t> m_cellOf;
    std::unordered_map<SubscriptionId, std::vector<std::size_t>> m_passages;
    std::vector<std::vector<std::size_t>> m_layers;
};

} // namespace

GraphLayout layOut(const GraphTopology &topology, const GraphLayout &before, qreal em)
{
    return Layouter(topology, before, em).run();
}

} // namespace sluice::ui
