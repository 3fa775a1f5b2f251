// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/charts/chartcell.h"

#include <QWidget>

#include <array>
#include <cstdint>
#include <map>

class QTabBar;

namespace sluice::ui {

class RateTable;

/// The last minute in three charts: throughput of each stage, pending demand of each subscription,
/// buffer level of each stage that has a buffer.
///
/// A stage has the same colour and mark in all three; a subscription has those of its consumer.
/// Where there is no room for three charts side by side, tabs choose one.
/// It collects while it is hidden, and draws only while it is visible.
///
/// Threads: the GUI thread's.
class ChartsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ChartsPanel(QWidget *parent = nullptr);

    /// Takes one sample; call it ten times a second.
    void addSample(const Snapshot &snapshot, const RateTable &rates);

    /// Forgets everything, for another pipeline.
    void reset();

    /// Throughput, demand, buffers.
    [[nodiscard]] const std::array<ChartCell *, 3> &cells() const noexcept { return m_cells; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    int styleOf(StageId stage);
    void sampleThroughput(const Snapshot &snapshot, const RateTable &rates);
    void sampleDemand(const Snapshot &snapshot);
    void sampleBuffers(const Snapshot &snapshot);
    void arrange();
    void drawVisible();

    // Constant after construction.
    std::array<ChartCell *, 3> m_cells;
    QTabBar *m_tabs;

    /// Which colour and mark each stage has; by order of appearance.
    std::map<StageId, int> m_styles;

    /// When each stage was sampled first.
    std::map<StageId, std::int64_t> m_firstNs;
};

} // namespace sluice::ui
