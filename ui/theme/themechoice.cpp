// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/themechoice.h"

#include "ui/theme/contraststyle.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFont>

namespace sluice::ui {

QPalette themePalette(Theme theme)
{
    switch (theme) {
    case Theme::System:
        break;
    case Theme::Light:
        return lightPalette();
    case Theme::Dark:
        return darkPalette();
    case Theme::HighContrast:
        return highContrastPalette();
    }
    return {};
}

void applyLook(Theme theme, int fontPercent)
{
    // The font the program began with; later ones are already scaled.
    static const QFont firstFont = QApplication::font();
    QFont font = firstFont;
    if (fontPercent != 100 && firstFont.pointSizeF() > 0)
        font.setPointSizeF(firstFont.pointSizeF() * fontPercent / 100);
    else if (fontPercent != 100)
        font.setPixelSize(firstFont.pixelSize() * fontPercent / 100);
    if (QApplication::font() != font)
        QApplication::setFont(font);
    if (!qobject_cast<ContrastStyle *>(QApplication::style()))
        QApplication::setStyle(new ContrastStyle(QApplication::style()->name()));
    // A palette in which nothing was set stands for the desktop's, whatever it compares equal to.
    const QPalette palette = themePalette(theme);
    if (theme == Theme::System || QApplication::palette() != palette)
        QApplication::setPalette(palette);
}

} // namespace sluice::ui
