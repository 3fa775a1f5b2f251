// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>

#include <array>

/// What a person can choose of the looks, and what it means for the whole program.
namespace sluice::ui {

enum class Theme : unsigned char { System, Light, Dark, HighContrast };

inline constexpr std::array allThemes = {Theme::System, Theme::Light, Theme::Dark,
                                         Theme::HighContrast};

/// How much moves in the picture. Figures and gauges follow the pipeline in any case.
enum class Motion : unsigned char {
    Full,
    Reduced, ///< single messages move, lanes that are too fast for that stand still
    Off
};

inline constexpr std::array allMotions = {Motion::Full, Motion::Reduced, Motion::Off};

/// The palette of \a theme; of System an empty one, which Qt reads as the desktop's own.
[[nodiscard]] QPalette themePalette(Theme theme);

/// Gives the whole program the palette of \a theme and its own font at \a fontPercent.
/// Everything that is open follows at once.
///
/// Pre: there is a QApplication.
void applyLook(Theme theme, int fontPercent);

} // namespace sluice::ui
