// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/colourvision.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace sluice::test {
namespace {

using Row = std::array<double, 3>;
using Matrix = std::array<Row, 3>;

constexpr std::array<Matrix, 4> visions = {{
    {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {{{0.152286, 1.052583, -0.204868},
      {0.114503, 0.786281, 0.099216},
      {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968},
      {0.280085, 0.672501, 0.047413},
      {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779},
      {-0.078411, 0.930809, 0.147602},
      {0.004733, 0.691367, 0.303900}}},
}};

double linear(double part)
{
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double labCurve(double value)
{
    return value > 0.008856 ? std::cbrt(value) : 7.787 * value + 16.0 / 116;
}

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

double hue(double a, double b)
{
    const double degrees = std::atan2(b, a) * 180 / std::numbers::pi;
    return degrees < 0 ? degrees + 360 : degrees;
}

/// Of two hues, where a colour without chroma has none.
double meanHue(double one, double other, bool areBothHues)
{
    const double sum = one + other;
    if (!areBothHues)
        return sum;
    if (std::abs(one - other) <= 180)
        return sum / 2;
    return (sum < 360 ? sum + 360 : sum - 360) / 2;
}

double hueStep(double one, double other, bool areBothHues)
{
    if (!areBothHues)
        return 0;
    const double step = other - one;
    return step > 180 ? step - 360 : step < -180 ? step + 360 : step;
}

double chromaShare(double chroma)
{
    const double seventh = std::pow(chroma, 7);
    return std::sqrt(seventh / (seventh + std::pow(25.0, 7)));
}

} // namespace

Lab seen(const QColor &colour, Vision vision)
{
    const Row rgb = {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())};
    Row light{};
    for (std::size_t row = 0; row < light.size(); ++row) {
        const Row &factors = visions[static_cast<std::size_t>(vision)][row];
        light[row] =
            std::clamp(factors[0] * rgb[0] + factors[1] * rgb[1] + factors[2] * rgb[2], 0.0, 1.0);
    }
    const auto [r, g, b] = light;
    const double x = labCurve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    const double y = labCurve(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const double z = labCurve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double difference(const Lab &one, const Lab &other)
{
    const double stretch =
        1.5 - chromaShare((std::hypot(one.a, one.b) + std::hypot(other.a, other.b)) / 2) / 2;
    const double chroma1 = std::hypot(one.a * stretch, one.b);
    const double chroma2 = std::hypot(other.a * stretch, other.b);
    const double hue1 = hue(one.a * stretch, one.b);
    const double hue2 = hue(other.a * stretch, other.b);
    const bool areBothHues = chroma1 * chroma2 > 0;
    const double lightness = (one.l + other.l) / 2;
    const double chroma = (chroma1 + chroma2) / 2;
    const double mean = meanHue(hue1, hue2, areBothHues);
    const double t = 1 - 0.17 * std::cos(radians(mean - 30)) + 0.24 * std::cos(radians(2 * mean))
        + 0.32 * std::cos(radians(3 * mean + 6)) - 0.2 * std::cos(radians(4 * mean - 63));
    const double middle = std::pow(lightness - 50, 2);
    const double byLightness = (other.l - one.l) / (1 + 0.015 * middle / std::sqrt(20 + middle));
    const double byChroma = (chroma2 - chroma1) / (1 + 0.045 * chroma);
    const double byHue = 2 * std::sqrt(chroma1 * chroma2)
        * std::sin(radians(hueStep(hue1, hue2, areBothHues) / 2)) / (1 + 0.015 * chroma * t);
    const double turn = -2 * chromaShare(chroma)
        * std::sin(radians(60 * std::exp(-std::pow((mean - 275) / 25, 2))));
    return std::sqrt(byLightness * byLightness + byChroma * byChroma + byHue * byHue
                     + turn * byChroma * byHue);
}

} // namespace sluice::test
