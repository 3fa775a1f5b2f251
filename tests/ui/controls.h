// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

namespace sluice::test {

/// What can be operated in \a root now, one entry for each control of Qt's that has parts.
[[nodiscard]] QList<QWidget *> controlsOf(const QWidget &root);

/// The classes and names from the window down to \a widget.
[[nodiscard]] QString pathOf(const QWidget *widget);

/// All visible controls in \a root that a screen reader would have no name for.
[[nodiscard]] QStringList namelessControls(const QWidget &root);

/// All visible labels and buttons in \a root whose text has no room.
[[nodiscard]] QStringList clippedTexts(const QWidget &root);

} // namespace sluice::test
