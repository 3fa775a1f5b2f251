// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

class QMenu;
class QWidget;

namespace sluice::ui {

class Editing;

/// Menus of all kinds of producers, producer-consumers and consumers; choosing one adds a stage.
///
/// Lifetime: editing must outlive them. Ownership: \a parent's.
[[nodiscard]] QList<QMenu *> makeStageMenus(QWidget *parent, Editing &editing);

} // namespace sluice::ui
