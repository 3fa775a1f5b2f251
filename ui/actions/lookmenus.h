// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

class QMenu;
class QWidget;

namespace sluice::ui {

class Settings;

/// Menus of the themes and of how much moves, which show and change \a settings; owned by
/// \a parent. Lifetime: \a settings must outlive them.
[[nodiscard]] QList<QMenu *> makeLookMenus(QWidget *parent, Settings &settings);

} // namespace sluice::ui
