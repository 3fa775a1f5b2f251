// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

namespace sluice::ui {

/// One line of a chart as numbers: oldest first, against seconds before now.
struct ChartSeries
{
    QString name;
    QList<QPointF> points;
};

using ChartData = std::vector<ChartSeries>;

/// The numbers of a chart at one moment: a row for each sample, newest first, a column for each
/// series. It does not change until setChart(), so that it can be read.
class ChartTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setChart(const ChartData &data);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    /// All rows for a file, numbers without grouping.
    [[nodiscard]] QByteArray csv() const;

private:
    [[nodiscard]] std::optional<double> value(int row, int column) const;

    std::vector<double> m_seconds; ///< newest first
    std::vector<QString> m_names;
    std::vector<std::vector<std::optional<double>>> m_values; ///< by series, then by row
};

} // namespace sluice::ui
