// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <cstdint>

namespace sluice::ui {

/// Processor time of the calling thread.
[[nodiscard]] std::int64_t threadCpuNs();

/// What the window itself costs: how often it draws a widget, and how much of a core the GUI
/// thread uses.
///
/// Threads: lives on the thread it measures.
class WindowCost final : public QObject
{
    Q_OBJECT

public:
    /// Counts the paint events of \a painted, the widget that is drawn most.
    explicit WindowCost(QObject *painted, QObject *parent = nullptr);

    /// Closes the interval since the last call that closed one, if it was long enough to tell.
    void measure();

    [[nodiscard]] double framesPerSecond() const noexcept { return m_framesPerSecond; }

    /// Of one core; 1 is a whole one.
    [[nodiscard]] double share() const noexcept { return m_share; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // Of the present interval.
    int m_frames = 0;
    std::int64_t m_beginNs;
    std::int64_t m_beginCpuNs;

    // Of the last one.
    double m_framesPerSecond = 0;
    double m_share = 0;
};

} // namespace sluice::ui
