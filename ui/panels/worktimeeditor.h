// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <chrono>

class QComboBox;
class QDoubleSpinBox;

namespace sluice::ui {

/// A work time as a number and a unit. It is taken over with Enter, with the arrows, when one
/// leaves the field, or with another unit.
///
/// Threads: the GUI thread's.
class WorkTimeEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit WorkTimeEditor(QWidget *parent = nullptr);

    /// Shows \a time in the unit that fits, without saying workTimeChosen().
    void setWorkTime(std::chrono::nanoseconds time);

    [[nodiscard]] std::chrono::nanoseconds workTime() const;
    [[nodiscard]] QDoubleSpinBox *number() const noexcept { return m_number; }

Q_SIGNALS:
    void workTimeChosen(std::chrono::nanoseconds time);

private:
    void choose();

    // Constant after construction.
    QDoubleSpinBox *m_number;
    QComboBox *m_unit;
};

} // namespace sluice::ui
