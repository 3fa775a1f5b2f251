// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace sluice::ui {
namespace {

struct ThemeTexts
{
    Q_DECLARE_TR_FUNCTIONS(Theme)
};

// Relative luminance, WCAG 2.1.
double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

QColor mixed(const QColor &one, const QColor &other, float share)
{
    const float rest = 1 - share;
    const QColor exact = QColor::fromRgbF(one.redF() * rest + other.redF() * share,
                                          one.greenF() * rest + other.greenF() * share,
                                          one.blueF() * rest + other.blueF() * share);
    return QColor(exact.rgb()); // what a screen shows
}

QPalette paletteOf(const QColor &window, const QColor &base, const QColor &button,
                   const QColor &text, const QColor &highlight)
{
    QPalette palette(text, button, mixed(button, Qt::white, 0.4F), mixed(button, Qt::black, 0.4F),
                     mixed(button, Qt::black, 0.2F), text, Qt::white, base, window);
    palette.setColor(QPalette::Highlight, highlight);
    palette.setColor(QPalette::HighlightedText, readableOn(highlight));
    palette.setColor(QPalette::AlternateBase, mixed(base, text, 0.05F));
    palette.setColor(QPalette::PlaceholderText, mixed(base, text, 0.65F));
    palette.setColor(QPalette::ToolTipBase, base);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Link, isDark(palette) ? QColor(0x7cc4f5) : QColor(0x005a9c));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, mixed(window, text, 0.5F));
    return palette;
}

} // namespace

QColor stateColour(StageState state)
{
    switch (state) {
    case StageState::Busy:
        return QColor(0xe69f00);
    case StageState::WaitsForDemand:
        return QColor(0xd55e00);
    case StageState::WaitsForEvents:
        return QColor(0x56b4e9);
    case StageState::Paused:
        return QColor(0x9a9a9a);
    case StageState::Starting:
        return QColor(0xe8e8e8);
    case StageState::Leaving:
        return QColor(0xa64d94);
    case StageState::Stopped:
        return QColor(0x5a5a5a);
    case StageState::Crashed:
        break;
    }
    return Qt::black;
}

QChar stateLetter(StageState state)
{
    switch (state) {
    case StageState::Busy:
        return u'B';
    case StageState::WaitsForDemand:
        return u'W';
    case StageState::WaitsForEvents:
        return u'E';
    case StageState::Paused:
        return u'P';
    case StageState::Starting:
        return u'–';
    case StageState::Leaving:
        return u'L';
    case StageState::Stopped:
        return u'■';
    case StageState::Crashed:
        break;
    }
    return u'✕';
}

Qt::BrushStyle statePattern(StageState state)
{
    switch (state) {
    case StageState::Busy:
        return Qt::HorPattern;
    case StageState::WaitsForDemand:
        return Qt::BDiagPattern;
    case StageState::WaitsForEvents:
        return Qt::Dense6Pattern;
    case StageState::Paused:
        return Qt::VerPattern;
    case StageState::Starting:
        return Qt::NoBrush;
    case StageState::Leaving:
        return Qt::FDiagPattern;
    case StageState::Stopped:
        return Qt::CrossPattern;
    case StageState::Crashed:
        break;
    }
    return Qt::DiagCrossPattern;
}

QString stateWord(StageState state)
{
    switch (state) {
    case StageState::Busy:
        return ThemeTexts::tr("busy");
    case StageState::WaitsForDemand:
        return ThemeTexts::tr("waits for demand");
    case StageState::WaitsForEvents:
        return ThemeTexts::tr("waits for events");
    case StageState::Paused:
        return ThemeTexts::tr("paused");
    case StageState::Starting:
        return ThemeTexts::tr("starting");
    case StageState::Leaving:
        return ThemeTexts::tr("leaving");
    case StageState::Stopped:
        return ThemeTexts::tr("stopped");
    case StageState::Crashed:
        break;
    }
    return ThemeTexts::tr("crashed");
}

QString roleWord(StageRole role)
{
    switch (role) {
    case StageRole::Producer:
        return ThemeTexts::tr("producer");
    case StageRole::ProducerConsumer:
        return ThemeTexts::tr("producer-consumer");
    case StageRole::Consumer:
        break;
    }
    return ThemeTexts::tr("consumer");
}

QColor roleColour(StageRole role, const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    // The shape tells roles apart where every colour but black would cost contrast.
    const float share = isHighContrast(palette) ? 0.05F : isDark(palette) ? 0.16F : 0.10F;
    switch (role) {
    case StageRole::Producer:
        return mixed(base, QColor(0x009e73), share);
    case StageRole::ProducerConsumer:
        return mixed(base, QColor(0x8a6fd0), share);
    case StageRole::Consumer:
        break;
    }
    return mixed(base, QColor(0x0072b2), share);
}

QColor seriesColour(int index)
{
    static constexpr std::array<QRgb, 7> colours = {0xff0072b2, 0xffe69f00, 0xff009e73, 0xffd55e00,
                                                    0xffcc79a7, 0xff56b4e9, 0xff8a6fd0};
    const auto count = static_cast<int>(colours.size());
    return QColor(colours[static_cast<std::size_t>((index % count + count) % count)]);
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor readableOn(const QColor &background)
{
    const QColor black = Qt::black;
    const QColor white = Qt::white;
    return contrast(black, background) >= contrast(white, background) ? black : white;
}

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Window))
        < luminance(palette.color(QPalette::WindowText));
}

QPalette lightPalette()
{
    return paletteOf(0xf3f3f1, 0xffffff, 0xececea, 0x1c1c1c, 0x0b5fa5);
}

QPalette darkPalette()
{
    return paletteOf(0x26282b, 0x1b1d1f, 0x34373b, 0xf0f0f0, 0x6ab7f0);
}

QPalette highContrastPalette()
{
    QPalette palette = paletteOf(Qt::black, Qt::black, 0x1a1a1a, Qt::white, 0xffe600);
    palette.setColor(QPalette::AlternateBase, QColor(0x161616));
    palette.setColor(QPalette::PlaceholderText, QColor(0xd0d0d0));
    palette.setColor(QPalette::Light, Qt::white);
    palette.setColor(QPalette::Mid, QColor(0xb0b0b0));
    palette.setColor(QPalette::Dark, QColor(0x909090));
    palette.setColor(QPalette::Link, QColor(0x7fe9ff));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0xa8a8a8));
    return palette;
}

bool isHighContrast(const QPalette &palette)
{
    return contrast(palette.color(QPalette::Base), palette.color(QPalette::Text)) >= 20
        && isDark(palette);
}

CanvasColours::CanvasColours(const QPalette &from)
    : ground(from.color(QPalette::Base))
    , text(from.color(QPalette::Text))
    , mutedText(isHighContrast(from) ? text : mixed(ground, text, 0.72F))
    , line(isHighContrast(from) ? text : mixed(ground, text, 0.78F))
    , groove(mixed(ground, text, isDark(from) ? 0.22F : 0.12F))
    , events(isDark(from) ? QColor(0x2fc79b) : QColor(0x007050))
    , demand(isDark(from) ? QColor(0x8fb8ff) : QColor(0x2f5fc4))
    , alarm(isDark(from) ? QColor(0xff8a80) : QColor(0xb3001b))
    , selection(from.color(QPalette::Highlight))
    , palette(from)
{
}

} // namespace sluice::ui
