// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/charttablemodel.h"

#include "ui/panels/format.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <functional>

namespace sluice::ui {
namespace {

QByteArray csvField(const QString &text)
{
    QByteArray field = text.toUtf8();
    if (!field.contains('"') && !field.contains(',') && !field.contains('\n'))
        return field;
    return '"' + field.replace('"', "\"\"") + '"';
}

/// Whole numbers without decimals.
int decimalsOf(double value)
{
    return value == std::floor(value) ? 0 : 1;
}

} // namespace

void ChartTableModel::setChart(const ChartData &data)
{
    beginResetModel();
    m_seconds.clear();
    m_names.clear();
    m_values.clear();
    for (const ChartSeries &series : data) {
        for (const QPointF &point : series.points)
            m_seconds.push_back(point.x());
    }
    std::ranges::sort(m_seconds, std::greater());
    // All series are sampled together, so what belongs together is exactly equal.
    m_seconds.erase(std::ranges::unique(m_seconds).begin(), m_seconds.end());
    for (const ChartSeries &series : data) {
        m_names.push_back(series.name);
        std::vector<std::optional<double>> &values = m_values.emplace_back(m_seconds.size());
        auto row = m_seconds.begin();
        for (auto point = series.points.rbegin(); point != series.points.rend(); ++point) {
            row = std::ranges::lower_bound(row, m_seconds.end(), point->x(), std::greater());
            values[static_cast<std::size_t>(row - m_seconds.begin())] = point->y();
        }
    }
    endResetModel();
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_seconds.size());
}

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_names.size()) + 1;
}

std::optional<double> ChartTableModel::value(int row, int column) const
{
    const auto place = static_cast<std::size_t>(row);
    return column == 0 ? std::abs(m_seconds[place])
                       : m_values[static_cast<std::size_t>(column - 1)][place];
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    const std::optional<double> shown = value(index.row(), index.column());
    if (!shown)
        return QString();
    return numberLocale().toString(*shown, 'f', index.column() == 0 ? 1 : decimalsOf(*shown));
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= columnCount())
        return {};
    return section == 0 ? tr("Seconds ago") : m_names[static_cast<std::size_t>(section - 1)];
}

QByteArray ChartTableModel::csv() const
{
    QByteArray lines = QByteArrayLiteral("seconds_ago");
    for (const QString &name : m_names)
        lines += ',' + csvField(name);
    lines += '\n';
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            if (column > 0)
                lines += ',';
            if (const std::optional<double> shown = value(row, column))
                lines += QByteArray::number(*shown, 'f', column == 0 ? 3 : decimalsOf(*shown));
        }
        lines += '\n';
    }
    return lines;
}

} // namespace sluice::ui
