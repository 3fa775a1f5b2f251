// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/worktimeeditor.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdlib>

namespace sluice::ui {
namespace {

constexpr std::array<double, 3> unitNs = {1e9, 1e6, 1e3};
constexpr double mostNumber = 3600; ///< an hour is the most a pipeline file may say

int unitFor(double ns)
{
    if (ns <= 0)
        return 1;
    int unit = 0;
    while (unit < static_cast<int>(unitNs.size()) - 1
           && ns < unitNs[static_cast<std::size_t>(unit)])
        ++unit;
    return unit;
}

constexpr double smallest = 0.001; // that the box can say, but for 0
constexpr double nearly = 1e-6;

// The next of 1, 2, 5, 10, 20 …: from half a second to two there are three clicks, not a hundred.
double longer(double number)
{
    if (number <= 0)
        return 1;
    const double decade = std::pow(10.0, std::floor(std::log10(number) + nearly));
    const double digit = number / decade + nearly;
    return decade * (digit < 2 ? 2 : digit < 5 ? 5 : 10);
}

double shorter(double number)
{
    if (number <= smallest + nearly)
        return 0;
    const double decade = std::pow(10.0, std::floor(std::log10(number) + nearly));
    const double digit = number / decade - nearly;
    return decade * (digit > 5 ? 5 : digit > 2 ? 2 : digit > 1 ? 1 : 0.5);
}

/// Writes as many decimals as there are, and steps by ratios.
class PlainNumberBox final : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;

    void stepBy(int steps) override
    {
        double number = value();
        for (int i = 0; i < std::abs(steps); ++i)
            number = steps > 0 ? longer(number) : shorter(number);
        setValue(number);
        selectAll();
    }

    [[nodiscard]] QString textFromValue(double value) const override
    {
        return locale().toString(value, 'g', QLocale::FloatingPointShortest);
    }
};

} // namespace

WorkTimeEditor::WorkTimeEditor(QWidget *parent)
    : QWidget(parent)
    , m_number(new PlainNumberBox(this))
    , m_unit(new QComboBox(this))
{
    m_number->setKeyboardTracking(false);
    m_number->setRange(0, mostNumber);
    m_number->setDecimals(3);
    m_number->setAccessibleName(tr("Work time for each event"));
    m_number->setToolTip(tr("How long this stage takes for each event; 0 is as fast as it can"));
    m_unit->addItems({tr("s"), tr("ms"), tr("\302\265s")});
    m_unit->setCurrentIndex(unitFor(0));
    m_unit->setAccessibleName(tr("Unit of the work time"));
    m_unit->setToolTip(tr("Unit of the work time"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_number, 1);
    row->addWidget(m_unit);
    setFocusProxy(m_number);
    connect(m_number, &QDoubleSpinBox::valueChanged, this, &WorkTimeEditor::choose);
    connect(m_unit, &QComboBox::activated, this, &WorkTimeEditor::choose);
}

void WorkTimeEditor::setWorkTime(std::chrono::nanoseconds time)
{
    // Keeps the unit somebody has just chosen, as long as it can say this time.
    if (time == workTime())
        return;
    const auto ns = static_cast<double>(time.count());
    const int unit = unitFor(ns);
    const QSignalBlocker numberBlocker(m_number);
    const QSignalBlocker unitBlocker(m_unit);
    m_unit->setCurrentIndex(unit);
    m_number->setValue(ns / unitNs[static_cast<std::size_t>(unit)]);
}

std::chrono::nanoseconds WorkTimeEditor::workTime() const
{
    const double unit = unitNs[static_cast<std::size_t>(m_unit->currentIndex())];
    return std::chrono::nanoseconds(std::llround(m_number->value() * unit));
}

void WorkTimeEditor::choose()
{
    Q_EMIT workTimeChosen(workTime());
}

} // namespace sluice::ui
