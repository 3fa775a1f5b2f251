// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/canvas/grouping.h"
#include "ui/charts/chartcell.h"
#include "ui/charts/chartevents.h"

#include <QWidget>

#include <array>
#include <cstdint>
#include <map>
#include <utility>

class QTabBar;
class QToolButton;

namespace sluice::ui {

class ChartTable;
class RateTable;
class StateStrips;

/// The last minute in three charts: throughput of each stage, pending demand of each subscription,
/// buffer level of each stage that has a buffer; and in strips what each stage did.
///
/// Consumers that the graph draws as one have one line, with the sum of their figures.
///
/// Pointing at a moment in one of them shows it in all. What happened stands on the time axis. A
/// table shows the same numbers.
///
/// A stage has the same colour and mark in all three; a subscription has those of its consumer.
/// The strips have a tab of their own; where there is no room for all charts side by side, each
/// of them has one.
/// It collects while it is hidden, and draws only while it is visible.
///
/// Threads: the GUI thread's.
class ChartsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ChartsPanel(QWidget *parent = nullptr);

    /// Takes one sample; call it ten times a second. Pre: \a grouping has seen it, if any.
    void addSample(const Snapshot &snapshot, const RateTable &rates,
                   const Grouping &grouping = Grouping());

    /// Forgets everything, for another pipeline.
    void reset();

    /// How many charts may stand side by side.
    enum class Charts : unsigned char { AsManyAsFit, One };

    void setMost(Charts most);

    /// Throughput, demand, buffers.
    [[nodiscard]] const std::array<ChartCell *, 3> &cells() const noexcept { return m_cells; }

    [[nodiscard]] StateStrips *strips() const noexcept { return m_strips; }
    [[nodiscard]] ChartTable *table() const noexcept { return m_table; }

    /// The numbers instead of the pictures.
    void showTable(bool isShown);

    /// Shows the moment \a seconds before now (so negative) in all charts and strips; without one,
    /// the chosen moment.
    void setCursorAt(std::optional<double> seconds);

    /// Shows a moment of the steady clock for as long as it lies in the last minute and nobody
    /// points at another; or none.
    void setChosenMoment(std::optional<std::int64_t> momentNs);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    int styleOf(StageId stage);
    [[nodiscard]] QString nameOf(const StageSnapshot &node, const GroupedSnapshot &sample) const;
    double throughput(const StageSnapshot &stage, std::int64_t takenNs, const RateTable &rates);
    void sampleThroughput(const GroupedSnapshot &sample, const RateTable &rates);
    void sampleDemand(const GroupedSnapshot &sample);
    void sampleBuffers(const Snapshot &snapshot);
    void connectCharts();
    void arrange();
    void arrangeTabs(bool areTogether);
    void drawVisible();
    void showCursor();

    // Constant after construction.
    std::array<ChartCell *, 3> m_cells;
    QWidget *m_states; ///< the strips with their title
    StateStrips *m_strips;
    QTabBar *m_tabs;
    QToolButton *m_tableButton;
    ChartTable *m_table;
    ChartEvents m_events;

    std::optional<double> m_pointedAt; ///< in seconds before now
    std::optional<std::int64_t> m_chosenNs;
    std::int64_t m_takenNs = 0; ///< of the last sample

    Charts m_most = Charts::AsManyAsFit;

    /// Which colour and mark each stage or group has; by order of appearance.
    std::map<StageId, int> m_styles;

    /// The line of each pair of producer and consumer: a restart subscribes anew, and goes on with it.
    std::map<std::pair<StageId, StageId>, std::uint64_t> m_demandLines;

    /// When each stage was sampled first.
    std::map<StageId, std::int64_t> m_firstNs;
};

} // namespace sluice::ui
