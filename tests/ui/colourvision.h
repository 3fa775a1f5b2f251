// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>

/// How different two colours are, to everybody and to the colour-blind.
namespace sluice::test {

enum class Vision : unsigned char { Normal, Protanopia, Deuteranopia, Tritanopia };

/// A colour in CIE 1976 L*a*b* under D65.
struct Lab
{
    double l = 0;
    double a = 0;
    double b = 0;
};

/// \a colour as \a vision sees it (Machado, Oliveira, Fernandes 2009, the full deficiency).
[[nodiscard]] Lab seen(const QColor &colour, Vision vision);

/// CIEDE2000; 1 is the least that can be seen, 10 is seen at a glance.
[[nodiscard]] double difference(const Lab &one, const Lab &other);

} // namespace sluice::test
