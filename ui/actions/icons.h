// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>

namespace sluice::ui {

/// The pictures on buttons and in menus.
enum class Picture : unsigned char {
    None,
    Run,
    Pause,
    Stop,
    AddConsumer,
    RemoveConsumer,
    Undo,
    Redo,
    Open,
    Save,
    FitAll,
    ZoomIn,
    ZoomOut,
    Slower,
    Faster
};

/// \a picture as an icon, drawn in the palette's text colour at whatever size is asked for.
[[nodiscard]] QIcon pictureIcon(Picture picture);

} // namespace sluice::ui
