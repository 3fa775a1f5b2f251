// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace sluice::ui {

/// A ring around the mouse pointer that is seen from the last row.
///
/// Units: its size goes by the font.
class PointerRing final : public QWidget
{
    Q_OBJECT

public:
    /// Hidden until it is moved.
    explicit PointerRing(QWidget *window);

    /// Surrounds \a position of the window.
    void moveTo(QPoint position);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace sluice::ui
