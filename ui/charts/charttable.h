// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/charts/charttablemodel.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QTableView;

namespace sluice::ui {

/// The numbers of the charts as a table that stands still: to read, to copy and to save.
///
/// Threads: the GUI thread's.
class ChartTable : public QWidget
{
    Q_OBJECT

public:
    /// What chart number so-and-so shows at this moment.
    using Source = std::function<ChartData(int)>;

    ChartTable(const QStringList &charts, Source source, QWidget *parent = nullptr);

    /// Takes the numbers of this moment.
    void takeNumbers();

    void setChart(int chart);

    [[nodiscard]] const ChartTableModel &model() const noexcept { return *m_model; }

    /// The selected cells, or all if there are none, fields separated by tabs, names first.
    [[nodiscard]] QString copiedText() const;

    /// Writes all numbers; returns what went wrong, or nothing.
    [[nodiscard]] QString saveTo(const QString &path) const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void chooseFile();
    void copy();

    // Constant after construction.
    Source m_source;
    ChartTableModel *m_model;
    QComboBox *m_charts;
    QTableView *m_view;
    QLabel *m_remark;
};

} // namespace sluice::ui
