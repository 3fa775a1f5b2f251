// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/stage/behaviour.h"
#include "core/telemetry/stagefigures.h"

#include <QChar>
#include <QColor>
#include <QPalette>
#include <QString>

#include <array>

/// What things look like, in one place. Every state is said three ways: by letter, pattern and
/// colour, so that none of them has to be seen.
namespace sluice::ui {

/// All states, for legends and tests.
inline constexpr std::array allStates = {StageState::Busy,           StageState::WaitsForDemand,
                                         StageState::WaitsForEvents, StageState::Paused,
                                         StageState::Starting,       StageState::Leaving,
                                         StageState::Stopped,        StageState::Crashed};

/// The colour of a state, after Okabe and Ito's palette; the colour-blind tell them apart too. It
/// is the same on light and dark ground, so give its area an outline in the text colour.
[[nodiscard]] QColor stateColour(StageState state);

/// One letter or sign that no other state has.
[[nodiscard]] QChar stateLetter(StageState state);

/// The pattern to lay over the colour, in readableOn() that colour; no other state has it.
[[nodiscard]] Qt::BrushStyle statePattern(StageState state);

/// The state in words: "waits for demand".
[[nodiscard]] QString stateWord(StageState state);

[[nodiscard]] QString roleWord(StageRole role);

/// A calm colour for the area of a stage of \a role; text in the palette's text colour is readable
/// on it.
[[nodiscard]] QColor roleColour(StageRole role, const QPalette &palette);

/// The colour of line \a index of a chart or the mark of consumer \a index; wraps around.
[[nodiscard]] QColor seriesColour(int index);

/// How well one is seen on the other, from 1 to 21 (WCAG 2.1); text needs 4.5, marks need 3.
[[nodiscard]] double contrast(const QColor &one, const QColor &other);

/// Black or white, whichever is better to read on \a background.
[[nodiscard]] QColor readableOn(const QColor &background);

[[nodiscard]] bool isDark(const QPalette &palette);

[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();
[[nodiscard]] QPalette highContrastPalette();

/// Whether \a palette has light text on a ground so dark that grey would spoil it.
[[nodiscard]] bool isHighContrast(const QPalette &palette);

/// The colours of the canvas, all derived from a palette.
struct CanvasColours
{
    explicit CanvasColours(const QPalette &palette);

    QColor ground;    ///< behind everything
    QColor text;      ///< names and figures
    QColor mutedText; ///< what is read second
    QColor line;      ///< outlines of gauges and badges
    QColor groove;    ///< the empty part of a gauge
    QColor events;    ///< what flows downstream
    QColor demand;    ///< what flows upstream
    QColor alarm;     ///< discarded and lost events, reasons of crashes
    QColor selection; ///< ring around what is selected
    QPalette palette; ///< what they come from
};

} // namespace sluice::ui
