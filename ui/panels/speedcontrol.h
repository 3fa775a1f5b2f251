// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <chrono>
#include <optional>
#include <utility>

class QLabel;
class QSlider;

namespace sluice::ui {

/// How long the consumers take for one event: one slider from a second, in steps 1-2-5, down to
/// nothing at its right end.
///
/// Threads: the GUI thread's.
class SpeedControl final : public QWidget
{
    Q_OBJECT

public:
    using WorkTimes = std::pair<std::chrono::nanoseconds, std::chrono::nanoseconds>;

    explicit SpeedControl(QWidget *parent = nullptr);

    /// Shows the shortest and the longest work time there are, without saying paceChosen().
    void setWorkTimes(const std::optional<WorkTimes> &times);

    void slower();
    void faster();

    [[nodiscard]] QSlider *slider() const noexcept { return m_slider; }
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void paceChosen(std::chrono::nanoseconds workTime);

private:
    void choose(int step);
    void showTimes(const WorkTimes &times);

    // Constant after construction.
    QSlider *m_slider;
    QLabel *m_label;
};

} // namespace sluice::ui
