// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"

#include <QStatusBar>

#include <array>
#include <cstdint>

class QLabel;
class QToolButton;

namespace sluice::ui {

class RateTable;
class WindowCost;

/// The bar at the bottom: state, time, rate, in flight, lost, restarts, notes, and what the window
/// costs.
///
/// Threads: the GUI thread's.
class StatusLine final : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    /// Shows these figures; call it no more often than one can read.
    void setFigures(const Snapshot &snapshot, const RateTable &rates, const WindowCost &cost);

    /// How often something was noted, and what was last; a button leads there.
    void setNotes(std::int64_t total, const QString &newest);

    /// Says why the pipeline waits; shortened where there is no room, whole in the tooltip.
    void setWhy(const QString &sentence);

    /// All figures in one line.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// The notes are wanted.
    void notesWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum Place : unsigned char {
        State,
        Time,
        Rate,
        Received,
        InFlight,
        Lost,
        Restarts,
        Cost,
        PlaceCount
    };

    void showRestarts(const Snapshot &snapshot);
    void showWhy();

    std::array<QLabel *, PlaceCount> m_labels{};
    QToolButton *m_notes; // child
    QLabel *m_why;        // child
    QString m_sentence;
};

/// \a state with its letter, such as "R running".
[[nodiscard]] QString runStateWords(RunState state);

} // namespace sluice::ui
