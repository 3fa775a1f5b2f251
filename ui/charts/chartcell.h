// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/charts/axisscale.h"
#include "ui/charts/charttablemodel.h"
#include "ui/charts/samplehistory.h"
#include "ui/charts/timeseriesview.h"

#include <QHash>
#include <QWidget>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

class QLabel;

namespace sluice::ui {

/// One chart with its title and its history: chooses the busiest series and the scale.
///
/// Threads: the GUI thread's.
class ChartCell final : public QWidget
{
    Q_OBJECT

public:
    /// One value of one series, with what it needs to be drawn.
    struct Value
    {
        std::uint64_t key = 0;
        QString name;
        int style = 0; ///< colour and mark
        double value = 0;
    };

    ChartCell(const QString &title, const QString &emptyText, QWidget *parent = nullptr);

    [[nodiscard]] const QString &title() const noexcept { return m_title; }

    /// Takes one value for each series, and the levels that hold now.
    void add(std::int64_t takenNs, const std::vector<Value> &values,
             std::vector<ChartLevel> levels = {});

    /// What happened in the last minute.
    void setMarks(std::vector<ChartMark> marks) { m_marks = std::move(marks); }

    /// Draws what was added, if it is visible.
    void draw();

    /// Shows a cross-hair at \a seconds before now, so negative; or none.
    void setCursorAt(std::optional<double> seconds);

    /// All series of the last minute, also those there was no room for.
    [[nodiscard]] ChartData data() const;

    void reset();

    /// What is drawn; for looking at in tests.
    [[nodiscard]] const ChartFrame &frame() const noexcept { return m_frame; }

    /// How many series there was no room for; the title says so.
    [[nodiscard]] int leftOut() const noexcept { return m_leftOut; }

Q_SIGNALS:
    /// The user points at a moment; empty: at none.
    void cursorMoved(std::optional<double> seconds);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Look
    {
        QString name;
        int style = 0;
    };

    void choose();
    void showTitle();
    [[nodiscard]] ChartFrame makeFrame();

    // Constant after construction.
    QString m_title;
    QString m_emptyText;
    QLabel *m_label;
    QLabel *m_empty;
    TimeSeriesView *m_view;

    SampleHistory m_history;
    QHash<std::uint64_t, Look> m_looks;
    std::vector<std::uint64_t> m_chosen;
    std::vector<ChartLevel> m_levels;
    std::vector<ChartMark> m_marks;
    AxisScale m_scale;
    ChartFrame m_frame;
    std::int64_t m_takenNs = 0;
    std::int64_t m_chosenNs = 0;
    std::size_t m_chosenOf = 0; ///< how many series there were to choose from
    int m_leftOut = 0;
};

} // namespace sluice::ui
