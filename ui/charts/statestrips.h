// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/canvas/grouping.h"
#include "ui/models/stagehistory.h"

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace sluice::ui {

/// What each stage did in the last minute, second by second: how much of it it was busy, waited for
/// demand, waited for events or was paused.
///
/// The shares come from the stages' clocks, so what alternates within a second is not averaged into
/// one colour but stands as parts of its height. Consumers that the graph draws as one have one strip
/// with their mean.
///
/// Threads: the GUI thread's.
class StateStrips : public QWidget
{
    Q_OBJECT

public:
    static constexpr int seconds = static_cast<int>(StageHistory::mostSlices);

    explicit StateStrips(QWidget *parent = nullptr);

    /// Takes the clocks of all stages of \a snapshot; \a sample says whom each strip stands for.
    void addSample(const Snapshot &snapshot, const GroupedSnapshot &sample);

    void reset();

    /// Shows a cross-hair at \a moment, negative; or none.
    void setCursorAt(std::optional<double> moment);

    /// The seconds of a stage or group, oldest first.
    [[nodiscard]] StageHistory::Slices slices(StageId node) const;

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
    struct Strip
    {
        StageId node;
        QString name;
        StageState state = StageState::Starting;
        std::vector<StageId> members; ///< of a group, or the stage
    };

    void describe();
    [[nodiscard]] static QString labelOf(const Strip &strip);
    [[nodiscard]] static QString wordsOf(const Strip &strip);
    [[nodiscard]] StageHistory::Slices slicesOf(const Strip &strip) const;
    [[nodiscard]] QRectF strips() const;
    void paintStrip(QPainter &painter, const Strip &strip, const QRectF &row) const;

    std::vector<Strip> m_strips; ///< in the order of the stages
    StageHistory m_history;
    std::optional<double> m_cursor;
};

} // namespace sluice::ui
