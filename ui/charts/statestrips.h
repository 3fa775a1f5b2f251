// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"

#include <QString>
#include <QWidget>

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace sluice::ui {

/// What each stage did in the last minute, second by second: how much of it it was busy, waited for
/// demand, waited for events or was paused.
///
/// The shares come from the stages' clocks, so what alternates within a second is not averaged into
/// one colour but stands as parts of its height.
/// Threads: the GUI thread's.
class StateStrips : public QWidget
{
    Q_OBJECT

public:
    static constexpr int seconds = 60;

    /// Parts of a second; they add up to the part of it that the stage ran.
    using Shares = std::array<double, clockedStateCount>;

    explicit StateStrips(QWidget *parent = nullptr);

    /// Takes the clocks of all stages.
    void addSample(const Snapshot &snapshot);

    void reset();

    /// Shows a cross-hair at \a moment, negative; or none.
    void setCursorAt(std::optional<double> moment);

    /// The seconds of a stage, oldest first; the last may not be over yet.
    [[nodiscard]] std::vector<Shares> shares(StageId stage) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The pointer points at a moment, in seconds before now; empty: at none.
    void cursorMoved(std::optional<double> moment);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    using Clocks = std::array<std::int64_t, clockedStateCount>;

    struct Strip
    {
        StageId id;
        QString name;
        StageState state = StageState::Starting;
        Clocks clocks{};
        std::deque<Shares> slices; ///< of consecutive seconds, the last at m_second
        std::int64_t lastSecond = 0;
    };

    void describe();
    [[nodiscard]] QRectF strips() const;
    void paintStrip(QPainter &painter, const Strip &strip, const QRectF &row) const;

    std::vector<Strip> m_strips; ///< in the order of the stages
    std::int64_t m_takenNs = 0;
    std::int64_t m_second = 0; ///< of the last sample
    std::int64_t m_describedSecond = -1;
    std::optional<double> m_cursor;
};

} // namespace sluice::ui
